"""From lead to settlement: the figures of each step side by side by channel, and all of them in one table."""

from collections.abc import Sequence

from catalog.model.lists import Channel, Step
from catalog.model.result import Figure, Result
from catalog.show.values import show
from catalog.views.charts.bars import Bar, Bars
from catalog.views.charts.chosen import comparable
from catalog.views.charts.scale import shares
from catalog.views.charts.unit import amount_of, captioned, unit_of
from catalog.views.context import Context
from catalog.views.figures import bounded, figure_anchor, figure_text
from catalog.views.parts import Cell, Link, Part, Section, Table

TONES = 3


def steps_section(context: Context, result: Result) -> Section:
    """Compare the channels step by step; a result whose figures name no step has no such section."""
    words = context.words
    stepped = [one for one in result.figures if one.step]
    charts = [chart for step in Step if (chart := _bars(context, step, [one for one in stepped if one.step is step]))]
    parts: list[Part] = [*charts, _matrix(context, result, stepped)] if stepped else []
    return Section(f"{result.id}-steps", words["result_steps"], parts, words["result_steps_note"])


def _bars(context: Context, step: Step, figures: Sequence[Figure]) -> Bars | None:
    """Draw one step: a bar for each channel's figure of the measure that most of them share."""
    alike = comparable(figures)
    if not alike:
        return None
    language, unit = context.language, unit_of(alike, context.language)
    drawn = [
        Bar(show(one.channel, language), bounded(context, one, unit.write(amount_of(one))), width, _label(context, one))
        for one, width in zip(alike, shares([amount_of(one) for one in alike]), strict=True)
    ]
    return Bars(captioned(context, show(step, language), unit.name), drawn)


def _label(context: Context, figure: Figure) -> str:
    return figure.label.in_(context.language)


def _matrix(context: Context, result: Result, figures: Sequence[Figure]) -> Table:
    """Give channels by steps; a cell leads to the place of each of its figures, and is the darker the more it says."""
    words = context.words
    steps = [step for step in Step if any(one.step is step for one in figures)]
    channels = [channel for channel in Channel if any(one.channel is channel for one in figures)]
    rows = []
    for channel in channels:
        cells = [[one for one in figures if (one.channel, one.step) == (channel, step)] for step in steps]
        rows.append(
            [Cell(show(channel, context.language)), *(_cell(context, result, own, figures) for own in cells)],
        )
    head = [words["result_channel"], *(show(step, context.language) for step in steps)]
    return Table(words["result_matrix"], head, rows)


def _cell(context: Context, result: Result, own: Sequence[Figure], all_: Sequence[Figure]) -> Cell:
    if not own:
        return Cell("—")
    links = tuple(
        Link(f"{_label(context, one)} {figure_text(context, one)}", f"#{figure_anchor(result.id, one)}") for one in own
    )
    most = max(amount_of(one) for one in all_ if one.step is own[0].step)
    tone = max(1, int(amount_of(own[0]) * TONES / most)) if most else 0
    return Cell(links, tone=tone)
