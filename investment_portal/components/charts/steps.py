"""Figures of a sequence of steps by channel, and which chart a set of figures takes."""

from collections.abc import Sequence

from investment_portal.components.charts.bars import Bar, Bars, bars
from investment_portal.components.charts.funnel import funnel, sequences
from investment_portal.components.charts.scale import amount_of, captioned, measure, shares, unit_of
from investment_portal.components.context import Context
from investment_portal.components.figures import bounded, figure_anchor, figure_facts, figure_text
from investment_portal.components.parts import Cell, Facts, Link, Part, Section, Table
from investment_portal.formatting.values import show
from investment_portal.models.controlled_values import Channel, Step
from investment_portal.models.result import Figure, Result


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


TONES = 3


def steps_section(context: Context, result: Result) -> Section:
    """Compare the channels step by step; a result whose figures name no step has none."""
    words = context.words
    stepped = [figure for figure in result.figures if figure.step]
    charts = [
        chart for step in Step if (chart := _bars(context, step, [figure for figure in stepped if figure.step is step]))
    ]
    parts: list[Part] = [*charts, _matrix(context, result, stepped)] if stepped else []
    return Section(f"{result.id}-steps", words["result_steps"], parts, words["result_steps_note"])


def _bars(context: Context, step: Step, figures: Sequence[Figure]) -> Bars | None:
    """Draw one step: a bar for each channel's figure of the measure that most of them share."""
    alike = comparable(figures)
    if not alike:
        return None
    language, unit = context.language, unit_of(alike, context.language)
    drawn = [
        Bar(
            show(figure.channel, language),
            bounded(context, figure, unit.write(amount_of(figure))),
            width,
            _label(context, figure),
        )
        for figure, width in zip(alike, shares([amount_of(figure) for figure in alike]), strict=True)
    ]
    return Bars(captioned(context, show(step, language), unit.name), drawn)


def _label(context: Context, figure: Figure) -> str:
    return figure.label.in_(context.language)


def _matrix(context: Context, result: Result, figures: Sequence[Figure]) -> Table:
    """Return channels by steps; a cell links to each of its figures, and is darker for larger ones."""
    words = context.words
    steps = [step for step in Step if any(figure.step is step for figure in figures)]
    channels = [channel for channel in Channel if any(figure.channel is channel for figure in figures)]
    rows = []
    for channel in channels:
        cells = [[figure for figure in figures if (figure.channel, figure.step) == (channel, step)] for step in steps]
        rows.append(
            [Cell(show(channel, context.language)), *(_cell(context, result, cell, figures) for cell in cells)],
        )
    head = [words["result_channel"], *(show(step, context.language) for step in steps)]
    return Table(words["result_matrix"], head, rows)


def _cell(context: Context, result: Result, figures: Sequence[Figure], all_figures: Sequence[Figure]) -> Cell:
    if not figures:
        return Cell("—")
    links = tuple(
        Link(f"{_label(context, figure)} {figure_text(context, figure)}", f"#{figure_anchor(result.id, figure)}")
        for figure in figures
    )
    largest = max(amount_of(figure) for figure in all_figures if figure.step is figures[0].step)
    tone = max(1, int(amount_of(figures[0]) * TONES / largest)) if largest else 0
    return Cell(links, tone=tone)
