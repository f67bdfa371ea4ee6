"""Which form figures take: each stands once, in a funnel, as a bar, or as a fact."""

from collections.abc import Sequence

from catalog.model.result import Figure
from catalog.views.charts.bars import bars
from catalog.views.charts.funnel import funnel, sequences
from catalog.views.charts.unit import amount_of, measure
from catalog.views.context import Context
from catalog.views.figures import figure_facts
from catalog.views.parts import Facts, Part


def figure_parts(context: Context, name: str, figures: Sequence[Figure], *, owner: str = "") -> list[Part]:
    """Give figures in their forms: steps as funnels, what fits one scale as bars, the rest as facts.

    With an ``owner``, the id of their record, each has a place that a link can lead to.
    """
    runs = sequences(figures)
    stepped = [one for run in runs for one in run]
    single = [one for one in figures if one not in stepped]
    compared = comparable(single)
    rest = [one for one in single if one not in compared]
    parts: list[Part] = [funnel(context, name, run, owner=owner) for run in runs]
    parts += [bars(context, name, compared, owner=owner)] if compared else []
    return [*parts, Facts(figure_facts(context, rest, owner=owner), wide=True)] if rest else parts


def comparable(figures: Sequence[Figure]) -> list[Figure]:
    """Give the figures that fit one scale: those of the measure that most share, where they differ in size."""
    measures = [measure(one) for one in figures]
    usual = max(dict.fromkeys(measures), key=measures.count, default=("", ""))
    alike = [one for one, own in zip(figures, measures, strict=True) if own == usual]
    return alike if len({amount_of(one) for one in alike}) > 1 else []
