"""Results over periods: a line for each figure that two or more of them give."""

from collections.abc import Sequence

from catalog.model.lists import Channel
from catalog.model.result import Figure, Result
from catalog.show.values import show
from catalog.views.charts.line import line
from catalog.views.context import Context
from catalog.views.parts import Folded, Part


def over_periods(context: Context, results: Sequence[Result]) -> list[Part]:
    """Give the lines of the whole district, then those of each channel, folded; where nothing recurs, nothing."""
    ordered = sorted(results, key=lambda one: one.until.last)
    # A later period decides under which channel a figure stands.
    latest: dict[str, Figure] = {figure.id: figure for result in ordered for figure in result.figures}
    parts: list[Part] = []
    for channel in Channel:
        lines = [part for id_, one in latest.items() if one.channel is channel for part in line(context, id_, ordered)]
        if lines:
            parts += lines if channel is Channel.OVERALL else [Folded(show(channel, context.language), lines)]
    return parts
