"""Figures of results and events, each with its unit; ``views/charts`` draws them."""

from collections.abc import Sequence

from catalog.model.result import Figure
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.parts import Fact


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
        Fact(
            figure.label.in_(context.language),
            figure_text(context, figure),
            figure.note.in_(context.language) if figure.note else "",
        )
        for figure in figures
    ]
