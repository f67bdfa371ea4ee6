"""Funnels: figures that follow one another, with the share that each step keeps of the one before."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from investment_portal.components.charts.scale import WHOLE, amount_of, captioned, measure, shares, unit_of
from investment_portal.components.context import Context
from investment_portal.components.figures import bounded, figure_anchor, figure_text
from investment_portal.components.parts import Part
from investment_portal.formatting.numbers import plain
from investment_portal.models.result import Figure
from investment_portal.value import Value

PLACES = 1
"""Decimal places of a share."""


class FunnelStep(Value):
    """One step: ``width`` in per cent of the room, centred below ``before``, the width of the step above it."""

    label: str
    value: str
    width: Decimal
    before: Decimal | None = None
    remaining: str = ""
    note: str = ""
    anchor: str = ""

    @property
    def start(self) -> Decimal:
        """Where the step begins."""
        return (WHOLE - self.width) / 2

    @property
    def narrowing(self) -> str:
        """The corners of the way from the step above, in a room of 100 by 10; nothing above the first."""
        if self.before is None:
            return ""
        margin = (WHOLE - self.before) / 2
        return f"{margin},0 {WHOLE - margin},0 {WHOLE - self.start},10 {self.start},10"


class Funnel(Part):
    """A funnel whose table is the chart itself."""

    component = "funnel"
    caption: str
    steps: Sequence[FunnelStep]


def sequences(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the sequences of figures, in which each follows the one before."""
    after = {figure.follows: figure for figure in figures if figure.follows}
    ids = {figure.id for figure in figures}
    runs = [[figure] for figure in figures if figure.id in after and figure.follows not in ids]
    for run in runs:
        # Taken out as it is placed: no figure is drawn twice, whatever follows what.
        while step := after.pop(run[-1].id, None):
            run.append(step)
    return runs


def funnel(context: Context, name: str, run: Sequence[Figure], *, owner: str = "", values: bool = True) -> Funnel:
    """Draw a run of figures on one scale; the unit is in the caption if all share it, else beside each figure.

    Without ``values`` it shows shares alone, below a table that has the figures.
    """
    language, words = context.language, context.words
    shared = len({measure(figure) for figure in run}) == 1
    unit = unit_of(run, language)
    amounts = [amount_of(figure) for figure in run]
    widths = shares(amounts)
    remaining = ["", *(_remaining(context, part, whole) for whole, part in pairwise(amounts))]
    steps = [
        FunnelStep(
            figure.label.in_(language),
            _value(context, figure, unit.write(amount) if shared else "") if values else "",
            width,
            before,
            share,
            figure.note.in_(language) if figure.note and values else "",
            figure_anchor(owner, figure) if owner else "",
        )
        for figure, amount, width, before, share in zip(
            run, amounts, widths, [None, *widths[:-1]], remaining, strict=True
        )
    ]
    if not values:
        return Funnel(words("chart_shares", name=name), steps)
    caption = words("chart_funnel", name=name)
    return Funnel(captioned(context, caption, unit.name if shared else words["chart_units_beside"]), steps)


def _value(context: Context, figure: Figure, number: str) -> str:
    return bounded(context, figure, number) if number else figure_text(context, figure)


def _remaining(context: Context, part: Decimal, whole: Decimal) -> str:
    """Return the share of the step before that remains; none where that step is zero."""
    if not whole:
        return ""
    share = plain(part / whole * WHOLE, PLACES)
    least = f"<{Decimal(1).scaleb(-PLACES)}"
    return context.words("chart_kept", share=f"{least if share == '0' and part else share}%")
