"""Results: every figure with its source, by channel; single figures quoted inside sentences."""

from collections.abc import Sequence

from catalog.model.catalog import Catalog
from catalog.model.lists import Channel
from catalog.model.result import Figure, Result
from catalog.show.values import show
from catalog.views.compose import prose
from catalog.views.context import Context
from catalog.views.figures import bars, comparable, figure_facts, figure_text
from catalog.views.parts import Bars, Facts, Inline, Jump, KeyFigures, Link, Part, Section, SourceLine
from catalog.views.provenance import source_text
from catalog.views.slots.slot import Blocks, Slot, SlotOf

HEADLINE = 4
"""How many figures stand in large type; staff write the weightiest first."""


def result_list(context: Context) -> Blocks:
    """Give every period, the latest first: headline figures, then each channel as bars and figures."""
    blocks: list[Section | Part] = []
    for result in sorted(context.catalog.results.values(), key=lambda one: one.until, reverse=True):
        blocks += _period(context, result)
    return blocks


def _period(context: Context, result: Result) -> list[Section | Part]:
    language = context.language
    source = _source(context, result)
    head = Section(
        f"result-{result.id}",
        result.name.in_(language),
        [
            KeyFigures(figure_facts(context, result.figures[:HEADLINE])),
            *source,
            *(prose(context, result.description)),
        ],
        result.summary.in_(language),
    )
    sections = [
        Section(f"{result.id}-{channel.value}", show(channel, language), [*_figures(context, channel, own), *source])
        for channel in Channel
        if (own := [figure for figure in result.figures if figure.channel is channel])
    ]
    return [head, *sections]


def _figures(context: Context, channel: Channel, figures: Sequence[Figure]) -> list[Part]:
    """Give a channel's figures: those that fit one scale as a chart, the others as facts; each once."""
    drawn = comparable(figures)
    rest = [figure for figure in figures if figure not in drawn]
    caption = context.words("chart_caption", name=show(channel, context.language))
    parts: list[Part] = [Bars(caption, bars(context, drawn))] if drawn else []
    return [*parts, Facts(figure_facts(context, rest), wide=True)] if rest else parts


def _source(context: Context, result: Result) -> list[Part]:
    return [SourceLine(source_text(context, result.source))] if result.source else []


def summary(context: Context) -> Blocks:
    """Give the latest period's headline figures, with the way to all of them."""
    latest = max(context.catalog.results.values(), key=lambda one: one.until, default=None)
    if latest is None:
        return []
    more = Jump(context.words["column_results"], [Link(context.words["all_results"], context.href("results/"))])
    parts = [KeyFigures(figure_facts(context, latest.figures[:HEADLINE])), *_source(context, latest), more]
    return [Section("results", latest.name.in_(context.language), parts)]


def figure(context: Context, argument: str) -> Blocks:
    """Quote one figure: ``figure:2020/new-projects``."""
    return [Inline(figure_text(context, _by_address(context.catalog)[argument]))]


def figures(context: Context, argument: str) -> Blocks:
    """Give a result's headline figures: ``figures:2020``."""
    return [KeyFigures(figure_facts(context, context.catalog.results[argument].figures[:HEADLINE]))]


def source(context: Context, argument: str) -> Blocks:
    """Give the source of a result's figures: ``source:2020``."""
    return _source(context, context.catalog.results[argument])


def _by_address(catalog: Catalog) -> dict[str, Figure]:
    return {f"{result.id}/{one.id}": one for result in catalog.results.values() for one in result.figures}


SLOTS = (
    Slot("result-list", result_list),
    Slot("result-summary", summary),
    SlotOf("figure", figure, _by_address),
    SlotOf("figures", figures, lambda catalog: catalog.results),
    SlotOf("source", source, lambda catalog: [one.id for one in catalog.results.values() if one.source]),
)
