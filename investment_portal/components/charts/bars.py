"""Bars: amounts of one unit side by side, each as long as its share of the greatest."""

from collections.abc import Sequence
from decimal import Decimal

from investment_portal.components.charts.scale import amount_of, captioned, shares, unit_of
from investment_portal.components.context import Context
from investment_portal.components.figures import bounded, figure_anchor
from investment_portal.components.parts import Part
from investment_portal.models.result import Figure
from investment_portal.value import Value


class Bar(Value):
    """One bar: ``width`` in per cent of the room."""

    label: str
    value: str
    width: Decimal
    note: str = ""
    anchor: str = ""


class Bars(Part):
    """A bar chart whose table is the chart itself."""

    component = "bars"
    caption: str
    bars: Sequence[Bar]


def bars(context: Context, name: str, figures: Sequence[Figure], *, owner: str = "") -> Bars:
    """Draw figures of one measure from zero, on one scale."""
    language, unit = context.language, unit_of(figures, context.language)
    amounts = [amount_of(figure) for figure in figures]
    drawn = [
        Bar(
            figure.label.in_(language),
            bounded(context, figure, unit.write(amount)),
            width,
            figure.note.in_(language) if figure.note else "",
            figure_anchor(owner, figure) if owner else "",
        )
        for figure, amount, width in zip(figures, amounts, shares(amounts), strict=True)
    ]
    return Bars(captioned(context, context.words("chart_bars", name=name), unit.name), drawn)
