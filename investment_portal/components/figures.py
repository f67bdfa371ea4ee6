"""Figures of results and events, each with its unit; ``components/charts`` draws them."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.parts import Fact
from investment_portal.formatting.numbers import GAP
from investment_portal.formatting.values import show
from investment_portal.models.result import Figure


def figure_text(context: Context, figure: Figure) -> str:
    """Format a figure with its unit, and with its bound if it is only known to be above or below the number."""
    text = bounded(context, figure, show(figure.value, context.language))
    unit = unit_text(context, figure)
    if not unit:
        return text
    return f"{text}{'' if unit.startswith('%') else GAP}{unit}"


def unit_text(context: Context, figure: Figure) -> str:
    """Return the unit: in English of exactly one thing the word for one."""
    if figure.unit is None:
        return ""
    if context.language == "en" and figure.value == 1 and figure.unit.one:
        return figure.unit.one
    return figure.unit.in_(context.language)


def bounded(context: Context, figure: Figure, number: str) -> str:
    """Return a number with its bound, as in "at least 30", where the figure has one."""
    return context.words(f"figure_{figure.bound.value}", number=number) if figure.bound else number


def figure_anchor(owner: str, figure: Figure) -> str:
    """Return the name of the place of a figure on the page of its record."""
    return f"figure-{owner}-{figure.id}"


def figure_facts(context: Context, figures: Sequence[Figure], *, owner: str = "") -> list[Fact]:
    """Return figures as labelled values; with an ``owner`` each has a place of its own."""
    return [
        Fact(
            figure.label.in_(context.language),
            figure_text(context, figure),
            figure.note.in_(context.language) if figure.note else "",
            anchor=figure_anchor(owner, figure) if owner else "",
        )
        for figure in figures
    ]
