"""Results: every figure once, by channel and event, with its source; single figures quoted inside sentences."""

from investment_portal.components.charts.funnel import funnel, sequences
from investment_portal.components.charts.line import over_periods
from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.figures import figure_anchor, figure_facts, figure_text
from investment_portal.components.parts import (
    Actions,
    Cell,
    Folded,
    GroupedTable,
    Inline,
    KeyFigures,
    Link,
    Part,
    Section,
    SourceLine,
    TableGroup,
    TableRow,
)
from investment_portal.components.sections import none_yet, prose
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import Channel
from investment_portal.models.event import Announced, Event
from investment_portal.models.result import Figure, Result
from investment_portal.pages.figure_sources import own_source, sources
from investment_portal.pages.provenance import source_text
from investment_portal.pages.shortcode import Blocks, Shortcode, ShortcodeWithArgument

HEADLINE = 5
"""Number of figures in large type; records list the weightiest first."""


DATES = ("as_of", "published_on", "verified_on")
"""Dates that stand below the table, after the period."""


def result_list(context: Context) -> Blocks:
    """Return what recurs over periods, then every period, the latest first."""
    results = sorted(context.catalog.results.values(), key=lambda period: period.until, reverse=True)
    lines = over_periods(context, results)
    blocks: list[Section | Part] = [Section("periods", context.words["chart_periods"], lines)] if lines else []
    blocks += [_period(context, result) for result in results]
    return blocks or none_yet(context)


def _period(context: Context, result: Result) -> Section:
    """Return one table of all figures of a period, and the share that remains at each step where steps follow."""
    words, language = context.words, context.language
    groups = [
        *(_channel(context, result, channel) for channel in Channel),
        *(_event(context, event) for event in _events(context.catalog, result)),
    ]
    head = [words[f"source_table_{name}"] for name in ("figure", "value", "note")]
    table = GroupedTable(result.name.in_(language), head, [group for group in groups if group.rows])
    dates = facts(context, result, DATES, known_only=True)
    start, end = show(result.from_, language), show(result.until, language)
    lines = [words("result_period", start=start, end=end)]
    lines += [words("dated", label=date.label, day=date.value) for date in dates]
    return Section(
        f"result-{result.id}",
        result.name.in_(language),
        [
            table,
            *sources(context, result, result.figures),
            SourceLine(words["semicolon"].join(lines)),
            *(_remaining(context, result)),
            *_reading(context, result),
        ],
        result.summary.in_(language),
    )


def _channel(context: Context, result: Result, channel: Channel) -> TableGroup:
    rows = [_row(context, result, figure) for figure in result.figures if figure.channel is channel]
    return TableGroup(show(channel, context.language), rows)


def _row(context: Context, record: Event | Result, figure: Figure, *, anchored: bool = True) -> TableRow:
    language, separator = context.language, context.words["separator"]
    places = separator.join(context.catalog.origins[id_].name.in_(language) for id_ in figure.regions)
    note = figure.note.in_(language) if figure.note else places
    parts = [part for part in (note, own_source(context, record, figure)) if part]
    cells = [
        Cell(figure.label.in_(language)),
        Cell(figure_text(context, figure), number=True),
        Cell(context.words["change_gap"].join(parts)),
    ]
    return TableRow(cells, figure_anchor(record.id, figure) if anchored else "")


def _events(catalog: Catalog, result: Result) -> list[Event]:
    """Return the events of a period whose totals were announced, the first first."""
    dated = [
        (event.on.first, event)
        for event in catalog.events.values()
        if event.announced and result.from_.first <= event.on.first <= result.until.last
    ]
    return [event for _, event in sorted(dated, key=lambda pair: (pair[0], pair[1].id))]


def _event(context: Context, event: Event) -> TableGroup:
    """Return the totals that were announced for an event, and its figures."""
    announced = event.announced
    rows = [
        TableRow([Cell(label_of(Announced, name).in_(context.language)), Cell(text, number=True), Cell("")])
        for name in ("projects", "investment")
        if announced and (text := _announced(context, announced, name))
    ]
    rows += [_row(context, event, figure, anchored=False) for figure in event.figures]
    title = Link(event.name.in_(context.language), context.record_href("event", event.id))
    return TableGroup(title, rows)


def _announced(context: Context, announced: Announced, name: str) -> str:
    value = getattr(announced, name)
    return show(value, context.language) if value is not None else ""


def _remaining(context: Context, result: Result) -> list[Part]:
    """Return a chart of each sequence of steps, with shares in place of the figures that the table has."""
    return [
        funnel(context, show(run[0].channel, context.language), run, values=False) for run in sequences(result.figures)
    ]


def _reading(context: Context, result: Result) -> list[Part]:
    text = prose(context, result.description)
    return [Folded(context.words["result_reading"], text)] if text else []


def _source(context: Context, result: Result) -> list[Part]:
    return [SourceLine(source_text(context, result.source))] if result.source else []


def summary(context: Context) -> Blocks:
    """Return the latest period's headline figures, with the way to all of them."""
    latest = max(context.catalog.results.values(), key=lambda result: result.until, default=None)
    if latest is None:
        return []
    more = Actions([], [Link(context.words["all_results"], context.href("results/"))])
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
    ShortcodeWithArgument("figure", figure, _by_address, refers_to="result"),
    ShortcodeWithArgument("figures", figures, lambda catalog: catalog.results, refers_to="result"),
    ShortcodeWithArgument(
        "source",
        source,
        lambda catalog: [result.id for result in catalog.results.values() if result.source],
        refers_to="result",
    ),
)
