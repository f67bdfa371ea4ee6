"""Figures of results and events: as facts, as bars, each with its unit and source."""

from collections.abc import Sequence
from decimal import Decimal

from catalog.model.result import Figure
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
        Fact(
            figure.label.in_(context.language),
            figure_text(context, figure),
            figure.note.in_(context.language) if figure.note else "",
        )
        for figure in figures
    ]


def comparable(figures: Sequence[Figure]) -> list[Figure]:
    """Give the counts that fit one scale: those of the unit that most of them share, where there are two or more."""
    counts = [one for one in figures if isinstance(one.value, int | Decimal)]
    units = [one.unit.en if one.unit else "" for one in counts]
    usual = max(dict.fromkeys(units), key=units.count, default="")
    alike = [one for one, unit in zip(counts, units, strict=True) if unit == usual]
    return alike if len(alike) > 1 else []


def bars(context: Context, figures: Sequence[Figure]) -> list[Bar]:
    """Give counts of one unit as bars, each as long as its share of the greatest."""
    counts = [Decimal(one.value) for one in figures if isinstance(one.value, int | Decimal)]
    most = max(counts, default=Decimal(0)) or Decimal(1)
    return [
        Bar(fact.label, str(fact.value), float(round(count / most * 100, 1)), str(fact.note))
        for fact, count in zip(figure_facts(context, figures), counts, strict=True)
    ]
