"""Lines: the same figure over periods, from zero."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from investment_portal.components.charts.scale import WHOLE, amount_of, captioned, centres, measure, shares, unit_of
from investment_portal.components.context import Context
from investment_portal.components.figures import bounded
from investment_portal.components.parts import Folded, Part
from investment_portal.formatting.values import show
from investment_portal.models.controlled_values import Channel
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.result import Figure, Result
from investment_portal.value import Value

FEW, SOME = 3, 6
"""Largest number of periods side by side on a phone, and on a tablet."""


class ChartPoint(Value):
    """One period: the middle of its column, and the height above zero, both in per cent; ``y`` counts from the top."""

    label: str
    value: str
    x: Decimal
    y: Decimal | None


class ChartLine(Part):
    """A line chart with its table below, one column for each period."""

    component = "line"
    caption: str
    points: Sequence[ChartPoint]

    @property
    def pieces(self) -> list[tuple[ChartPoint, ChartPoint]]:
        """The pieces of the line: from each known point to the next period's, if that is known."""
        return [(start, next_) for start, next_ in pairwise(self.points) if start.y is not None and next_.y is not None]

    @property
    def room(self) -> str:
        """Width that the columns need."""
        count = len(self.points)
        return "few" if count <= FEW else "some" if count <= SOME else "many"


def line(context: Context, id_: str, results: Sequence[Result]) -> list[Part]:
    """Draw a figure over periods, the earliest first; what is not measured as the latest one is, is left out.

    Periods before the first that gives the figure, and after the last, are no part of the chart; one period is no line.
    """
    measured = [(result, _find(result, id_)) for result in sorted(results, key=_order)]
    latest = next((figure for _, figure in reversed(measured) if figure), None)
    if latest is None:
        return []
    alike = [(result, figure if figure and measure(figure) == measure(latest) else None) for result, figure in measured]
    known = [step for step, (_, figure) in enumerate(alike) if figure]
    if len(known) < 2:  # noqa: PLR2004 - a line has two ends
        return []
    shown = alike[known[0] : known[-1] + 1]
    return [_drawn(context, latest, shown)]


def _drawn(context: Context, latest: Figure, shown: Sequence[tuple[Result, Figure | None]]) -> ChartLine:
    figures = [figure for _, figure in shown if figure]
    unit = unit_of(figures, context.language)
    heights = iter(shares([amount_of(figure) for figure in figures]))
    points = [
        ChartPoint(
            period(context, result),
            bounded(context, figure, unit.write(amount_of(figure))) if figure else context.words["chart_not_given"],
            x,
            WHOLE - next(heights) if figure else None,
        )
        for (result, figure), x in zip(shown, centres(len(shown)), strict=True)
    ]
    caption = context.words("chart_line", name=latest.label.in_(context.language))
    return ChartLine(captioned(context, caption, unit.name), points)


def period(context: Context, result: Result) -> str:
    """Return the name of the period of a result: a whole year by its number."""
    first, last, language = result.from_, result.until, context.language
    year = PartialDate(first.year)
    if (first.first, last.last) == (year.first, year.last):
        return show(year, language)
    return context.words("chart_period", first=show(first, language), last=show(last, language))


def _find(result: Result, id_: str) -> Figure | None:
    return next((figure for figure in result.figures if figure.id == id_), None)


def _order(result: Result) -> tuple[object, ...]:
    return result.until.last, result.from_.first, result.id


def over_periods(context: Context, results: Sequence[Result]) -> list[Part]:
    """Return the lines of the whole district, then those of each channel, folded; where nothing recurs, nothing."""
    ordered = sorted(results, key=lambda result: result.until.last)
    # A later period decides under which channel a figure stands.
    latest: dict[str, Figure] = {figure.id: figure for result in ordered for figure in result.figures}
    parts: list[Part] = []
    for channel in Channel:
        lines = [
            part for id_, figure in latest.items() if figure.channel is channel for part in line(context, id_, ordered)
        ]
        if lines:
            parts += lines if channel is Channel.OVERALL else [Folded(show(channel, context.language), lines)]
    return parts
