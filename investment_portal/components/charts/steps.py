"""Which chart a set of figures takes."""

from collections.abc import Sequence

from investment_portal.components.charts.bars import bars
from investment_portal.components.charts.funnel import funnel, sequences
from investment_portal.components.charts.scale import amount_of, measure
from investment_portal.components.context import Context
from investment_portal.components.figures import figure_facts
from investment_portal.components.parts import Facts, Part
from investment_portal.models.result import Figure


def figure_parts(context: Context, name: str, figures: Sequence[Figure], *, owner: str = "") -> list[Part]:
    """Return figures in their forms: steps as funnels, what fits one scale as bars, the rest as facts.

    With an ``owner``, the id of their record, each has a place that a link can lead to.
    """
    runs = sequences(figures)
    stepped = [figure for run in runs for figure in run]
    single = [figure for figure in figures if figure not in stepped]
    compared = comparable(single)
    uncompared = [figure for figure in single if figure not in compared]
    parts: list[Part] = [funnel(context, name, run, owner=owner) for run in runs]
    parts += [bars(context, name, compared, owner=owner)] if compared else []
    return [*parts, Facts(figure_facts(context, uncompared, owner=owner), wide=True)] if uncompared else parts


def comparable(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that fit one scale: those of the measure that most share, where they differ in size."""
    measures = [measure(figure) for figure in figures]
    usual = max(dict.fromkeys(measures), key=measures.count, default=("", ""))
    alike = [figure for figure, measure in zip(figures, measures, strict=True) if measure == usual]
    return alike if len({amount_of(figure) for figure in alike}) > 1 else []
