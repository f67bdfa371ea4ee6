"""The sources of figures: those of a record in lines, that of a single figure where it has one of its own."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.parts import Part, SourceLine
from investment_portal.formatting.values import show
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.result import Figure, Result
from investment_portal.pages.provenance import source_text


def sources(context: Context, record: Event | Firm | Result, figures: Sequence[Figure]) -> list[Part]:
    """Return a line for each source of the figures."""
    named = dict.fromkeys(source for figure in figures if (source := figure.source or record.source))
    return [SourceLine(source_text(context, source)) for source in named]


def own_source(context: Context, record: Event | Result, figure: Figure) -> str:
    """Return publisher and day of a figure that has another source or day than its record."""
    words, language = context.words, context.language
    parts = []
    if figure.source and figure.source != record.source:
        source = context.catalog.sources[figure.source]
        publisher, day = source.publisher.in_(language), show(source.on, language)
        parts.append(words("trace_published", publisher=publisher, day=day))
    if figure.as_of and figure.as_of != record.as_of:
        parts.append(words("trace_as_of", day=show(figure.as_of, language)))
    return words["semicolon"].join(parts)
