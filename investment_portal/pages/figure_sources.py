"""The source of each figure: its place on the page, its record, its source and date."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.figures import figure_anchor, figure_text
from investment_portal.components.parts import Cell, Folded, Link, Part, SourceLine, Table
from investment_portal.formatting.values import show
from investment_portal.models.event import Event
from investment_portal.models.result import Figure, Result
from investment_portal.pages.provenance import source_text


def sources(context: Context, record: Event | Result, figures: Sequence[Figure]) -> list[Part]:
    """Return the source of figures in a line, and of each by itself in a table that opens on demand."""
    if not figures:
        return []
    named = dict.fromkeys(source for figure in figures if (source := figure.source or record.source))
    lines: list[Part] = [SourceLine(source_text(context, source)) for source in named]
    return [*lines, Folded(context.words["source_table_title"], [source_table(context, record, figures)])]


def source_table(context: Context, record: Event | Result, figures: Sequence[Figure]) -> Table:
    """Return each figure with the link to its place, its shortcode name, its day and its source."""
    words = context.words
    head = [words[f"source_table_{name}"] for name in ("figure", "value", "record", "as_of", "source")]
    rows = [
        [
            Cell(Link(figure.label.in_(context.language), f"#{figure_anchor(record.id, figure)}")),
            Cell(figure_text(context, figure)),
            Cell(f"{record.id}/{figure.id}"),
            Cell(_day(context, record, figure)),
            Cell(_source(context, record, figure)),
        ]
        for figure in figures
    ]
    return Table(words["source_table_title"], head, rows)


def _day(context: Context, record: Event | Result, figure: Figure) -> str:
    day = figure.as_of or record.as_of
    return show(day, context.language) if day else "—"


def _source(context: Context, record: Event | Result, figure: Figure) -> str:
    """Return publisher and day of a figure; without a source the record itself."""
    id_ = figure.source or record.source
    if id_ is None:
        return context.words["trace_own"]
    source = context.catalog.sources[id_]
    day = show(source.on, context.language)
    return context.words("trace_published", publisher=source.publisher.in_(context.language), day=day)
