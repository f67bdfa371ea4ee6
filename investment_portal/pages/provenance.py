"""The provenance of a record: source, freshness, how to cite it; the same section on every page."""

from markupsafe import Markup, escape

from investment_portal.components.context import Context
from investment_portal.components.fields import facts, record_link
from investment_portal.components.parts import Fact, Folded, Link, Part, Section, Shown, SourceLine
from investment_portal.formatting.values import show
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.pages.changes.entries import record_changes


def source_text(context: Context, source_id: str) -> str:
    """Write a source in one line: title, publisher, date."""
    source = context.catalog.sources[source_id]
    return context.words(
        "source",
        title=source.title.in_(context.language),
        publisher=source.publisher.in_(context.language),
        day=show(source.on, context.language),
    )


def provenance(context: Context, record: Record) -> Section:
    """Return the closing section of a record's page."""
    words, due = context.words, record.due_on(context.catalog.site.review_every)
    dates = [
        *facts(context, record, ("published_on", "verified_on")),
        Fact(words["due"], show(due, context.language)),
        *facts(context, record, ("as_of",), known_only=True),
    ]
    line = words["semicolon"].join(words("dated", label=date.label, day=date.value) for date in dates)
    source = [SourceLine(source_text(context, record.source))] if record.source else []
    return Section("record", words["about_record"], [SourceLine(line), *source, *_history(context, record)])


def _history(context: Context, record: Record) -> list[Part]:
    """Return the revisions of the record, folded, if there were any."""
    kind = next(kind.name for kind in KINDS.values() if isinstance(record, kind.model))
    changes = record_changes(context, kind, record)
    if changes is None:
        return []
    return [Folded(context.words.count("change_history", len(changes.days)), [changes])]


def notes(context: Context, kind: str, record: Record) -> list[Shown]:
    """Return the notes at the top of a page: the record is an example, or withdrawn."""
    shown_notes: list[Shown] = []
    if record.withdrawn:
        shown_notes.append(
            context.words(
                "withdrawn_note",
                day=show(record.withdrawn.on, context.language),
                reason=record.withdrawn.reason.in_(context.language),
            )
        )
        if record.withdrawn.successor:
            link = record_link(context, kind, record.withdrawn.successor)
            anchor = Markup('<a href="{}">{}</a>').format(link.href, link.text)
            shown_notes.append(Markup(escape(context.words["successor_note"])).format(name=anchor))  # noqa: S704 - escaped
    if record.example:
        shown_notes.append(context.words("example_note"))
    return shown_notes


def crumbs(context: Context, kind: str) -> list[Link]:
    """Return the path to a record: home, its column."""
    home = Link(context.words["home"], context.href(""))
    return [home, Link(context.column_name(kind), context.href(KINDS[kind].list_address))]
