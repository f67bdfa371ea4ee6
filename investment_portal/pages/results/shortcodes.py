"""Results: every figure with its source, by channel; single figures quoted inside sentences."""

from investment_portal.components.charts.line import over_periods
from investment_portal.components.charts.steps import figure_parts, steps_section
from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.figures import figure_facts, figure_text
from investment_portal.components.parts import Facts, Inline, Jump, KeyFigures, Link, Part, Section, SourceLine
from investment_portal.components.sections import filled, none_yet, prose
from investment_portal.formatting.values import show
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import Channel
from investment_portal.models.result import Figure, Result
from investment_portal.pages.figure_sources import sources
from investment_portal.pages.provenance import source_text
from investment_portal.pages.results.regions import regions_section
from investment_portal.pages.shortcode import Blocks, Shortcode, ShortcodeWithArgument

HEADLINE = 4
"""Number of figures in large type; records list the weightiest first."""


DATES = ("from_", "until", "as_of", "published_on", "verified_on")
"""Period of the figures, and day of the last verification."""


def result_list(context: Context) -> Blocks:
    """Return what recurs over periods, then every period, the latest first: its headline, then each channel drawn."""
    results = sorted(context.catalog.results.values(), key=lambda period: period.until, reverse=True)
    lines = over_periods(context, results)
    blocks: list[Section | Part] = [Section("periods", context.words["chart_periods"], lines)] if lines else []
    for result in results:
        blocks += _period(context, result)
    return blocks or none_yet(context)


def _period(context: Context, result: Result) -> list[Section | Part]:
    language, words = context.language, context.words
    head = Section(
        f"result-{result.id}",
        result.name.in_(language),
        [
            KeyFigures(figure_facts(context, result.figures[:HEADLINE])),
            *sources(context, result, result.figures),
            Facts(facts(context, result, DATES, known_only=True)),
            *prose(context, result.description),
        ],
        result.summary.in_(language),
    )
    channels = [
        Section(
            f"{result.id}-{channel.value}",
            show(channel, language),
            figure_parts(context, show(channel, language), figures_of_channel, owner=result.id),
        )
        for channel in Channel
        if (figures_of_channel := [figure for figure in result.figures if figure.channel is channel])
    ]
    compared = filled([steps_section(context, result), regions_section(context, result)])
    ways = Jump(words["result_jump"], [Link(section.title, f"#{section.id}") for section in (*compared, *channels)])
    return [head, ways, *compared, *channels]


def _source(context: Context, result: Result) -> list[Part]:
    return [SourceLine(source_text(context, result.source))] if result.source else []


def summary(context: Context) -> Blocks:
    """Return the latest period's headline figures, with the way to all of them."""
    latest = max(context.catalog.results.values(), key=lambda result: result.until, default=None)
    if latest is None:
        return []
    more = Jump(context.words["column_results"], [Link(context.words["all_results"], context.href("results/"))])
    parts = [KeyFigures(figure_facts(context, latest.figures[:HEADLINE])), *_source(context, latest), more]
    return [Section("results", latest.name.in_(context.language), parts)]


def figure(context: Context, argument: str) -> Blocks:
    """Quote one figure: ``figure:2020/new-projects``."""
    return [Inline(figure_text(context, _by_address(context.catalog)[argument]))]


def figures(context: Context, argument: str) -> Blocks:
    """Return a result's headline figures: ``figures:2020``."""
    return [KeyFigures(figure_facts(context, context.catalog.results[argument].figures[:HEADLINE]))]


def source(context: Context, argument: str) -> Blocks:
    """Return the source of a result's figures: ``source:2020``."""
    return _source(context, context.catalog.results[argument])


def _by_address(catalog: Catalog) -> dict[str, Figure]:
    return {f"{result.id}/{listed.id}": listed for result in catalog.results.values() for listed in result.figures}


SHORTCODES = (
    Shortcode("result-list", result_list),
    Shortcode("result-summary", summary),
    ShortcodeWithArgument("figure", figure, _by_address),
    ShortcodeWithArgument("figures", figures, lambda catalog: catalog.results),
    ShortcodeWithArgument(
        "source", source, lambda catalog: [result.id for result in catalog.results.values() if result.source]
    ),
)
