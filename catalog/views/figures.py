"""Figures of results and events: as facts, as bars, each with its unit and source."""

from collections.abc import Sequence
from decimal import Decimal

from catalog.model.result import Figure, Result
from catalog.quantities import Money, Percent
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.parts import Bar, Fact


def figure_text(context: Context, figure: Figure) -> str:
    """Write a figure with its unit."""
    value = show(figure.value, context.language)
    if figure.unit is None:
        return value
    gap = "" if figure.unit.in_(context.language).startswith("%") else " "
    return f"{value}{gap}{figure.unit.in_(context.language)}"


def figure_facts(context: Context, figures: Sequence[Figure]) -> list[Fact]:
    """Give figures as labelled values."""
    return [
        Fact(figure.label.in_(context.language), figure_text(context, figure), figure.note.in_(context.language) if figure.note else "")
        for figure in figures
    ]


def find_figure(result: Result, id_: str) -> Figure | None:
    """Find a figure of a result."""
    return next((figure for figure in result.figures if figure.id == id_), None)


def bars(context: Context, figures: Sequence[Figure]) -> list[Bar]:
    """Give counts as bars, each as long as its share of the greatest; sums and shares don't fit one scale and are left out."""
    counted = [(figure, Decimal(figure.value)) for figure in figures if not isinstance(figure.value, Money | Percent) and isinstance(figure.value, int | Decimal)]
    most = max((number for _, number in counted), default=Decimal(0))
    return [
        Bar(figure.label.in_(context.language), figure_text(context, figure), float(round(number / most * 100, 1)))
        for figure, number in counted
        if most
    ]
