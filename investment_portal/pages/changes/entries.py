"""Changes as entries of a page in one language: days, what changed on each, and each field."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.components.parts import Link, Part
from investment_portal.domain.summary import ProjectSummary
from investment_portal.formatting.values import show
from investment_portal.history.change import ChangeForm, FieldChange
from investment_portal.history.history import Revision
from investment_portal.history.wording import change_line, naming
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.models.text import name_of
from investment_portal.pages.changes.happenings import ChangeType, Happening
from investment_portal.value import Value


class Shift(Value):
    """The change of one field: shown side by side, or as a sentence with both versions ``folded`` below it."""

    label: str
    before: Sequence[str]
    after: Sequence[str]
    sentence: str
    side_by_side: bool
    folded: bool


class ChangeEntry(Value):
    """A happening of one record, or the same of several; ``key`` names it for anchors and for returning readers."""

    key: str
    type: str
    tone: str
    kind: str
    links: Sequence[Link]
    shifts: Sequence[Shift] = ()
    note: str = ""
    link: Link | None = None
    """Where the note leads: to the record that replaces a withdrawn one."""
    routine: bool = False
    """True where an investor has nothing to act on; it is not announced to returning readers."""


class Day(Value):
    """One day and its entries."""

    iso: str
    name: str
    entries: Sequence[ChangeEntry]


class Changes(Part):
    """Days, the latest first; on a record's own page without the record's name."""

    component = "changes"
    days: Sequence[Day]
    style: str
    for_record: bool = False


class Visits(Part):
    """A note for returning readers on changes since the last visit, which only the browser stores."""

    component = "visits"
    texts: dict[str, str]
    script: str
    style: str


TOGETHER = (ChangeType.PUBLISHED, ChangeType.VERIFIED)
MANY = 6
"""Revisions of a kind of record on a day up to which each has a line; the records' pages show them all."""
TONES = {
    ChangeType.PUBLISHED: "good",
    ChangeType.REVISED: "busy",
    ChangeType.VERIFIED: "plain",
    ChangeType.WITHDRAWN: "warn",
}


def days(context: Context, happened: Iterable[Happening]) -> list[Day]:
    """Return the days of happenings that are in their order."""
    return [
        Day(day.isoformat(), show(day, context.language), entries(context, list(happenings)))
        for day, happenings in groupby(happened, key=lambda item: item.day)
    ]


def weeks(context: Context, happened: Sequence[Happening]) -> list[Day]:
    """Return the days on which an investor may have something to act on, and the rest of each week in one line."""
    shown: list[Day] = []
    for _, same in groupby(happened, key=lambda item: item.day.isocalendar()[:2]):
        week = list(same)
        shown += days(context, [item for item in week if not item.routine])
        if routine := [item for item in week if item.routine]:
            shown.append(_rest_of_week(context, routine))
    return shown


def _rest_of_week(context: Context, routine: Sequence[Happening]) -> Day:
    """Return what is routine in a week, the records of each sort of change together."""
    last, first = routine[0].day, routine[-1].day
    language = context.language
    days_text = (
        show(last, language)
        if first == last
        else context.words("change_week", first=show(first, language), last=show(last, language))
    )
    lines = []
    for type_ in ChangeType:
        links = [link_to(context, item.kind, item.record) for item in routine if item.type is type_]
        if links:
            name = "reworded" if type_ is ChangeType.REVISED else type_.value
            word = context.words[f"change_{name}"]
            key = f"{last.isoformat()}-{type_.value}-week"
            lines.append(ChangeEntry(key, word, "plain", "", list(dict.fromkeys(links)), routine=True))
    return Day(last.isoformat(), days_text, lines)


def entries(context: Context, happened: Sequence[Happening]) -> list[ChangeEntry]:
    """Return the entries of one day: publications together by kind, verifications all together, the rest one by one."""
    day_entries = []
    for (type_, kind), same in groupby(happened, key=_grouping):
        group = list(same)
        if type_ in TOGETHER or (type_ is ChangeType.REVISED and len(group) > MANY):
            key = "-".join(part for part in (group[0].day.isoformat(), kind, type_.value) if part)
            links = [link_to(context, happening.kind, happening.record) for happening in group]
            day_entries.append(ChangeEntry(key, _word(context, type_), TONES[type_], kind_name(context, kind), links))
        else:
            day_entries += [_entry(context, happening) for happening in group]
    return day_entries


def _grouping(happening: Happening) -> tuple[ChangeType, str]:
    return happening.type, "" if happening.type is ChangeType.VERIFIED else happening.kind


def _entry(context: Context, happening: Happening) -> ChangeEntry:
    note, link = note_of(context, happening)
    links = [link_to(context, happening.kind, happening.record)]
    shifts = shifts_of(context, happening.revision.fields) if happening.revision else []
    word, tone = _word(context, happening.type), TONES[happening.type]
    return ChangeEntry(happening.key, word, tone, kind_name(context, happening.kind), links, shifts, note, link)


def record_changes(context: Context, kind: str, record: Record) -> Changes | None:
    """Return the revisions of one record for its own page, if there were any."""
    revisions = context.history.of(kind, record, context.day)
    happened = [Happening(revision.day, ChangeType.REVISED, kind, record, revision) for revision in revisions]
    return Changes(days(context, happened), context.style("changes"), for_record=True) if happened else None


def shifts_of(context: Context, fields: Sequence[FieldChange]) -> list[Shift]:
    """Return the changes of fields in the language of the context."""
    name = naming(context.catalog)
    lines = [change_line(field, context.language, name) for field in fields]
    return [
        Shift(
            line.label,
            line.before,
            line.after,
            line.sentence,
            side_by_side=line.form is ChangeForm.VALUE,
            folded=line.form is ChangeForm.TEXT,
        )
        for line in lines
    ]


def link_to(context: Context, kind: str, record: Record | ProjectSummary) -> Link:
    """Link to where a record is shown: its page, or its place among the results."""
    name = name_of(record).in_(context.language)
    return Link(name, context.record_href(kind, record.id))


def note_of(context: Context, happening: Happening) -> tuple[str, Link | None]:
    """Return why a record was withdrawn and what replaces it, or which id it had before."""
    words, withdrawn = context.words, happening.record.withdrawn
    if happening.type is ChangeType.WITHDRAWN and withdrawn:
        successor = withdrawn.successor
        link = record_link(context, happening.kind, successor) if successor else None
        return words("change_reason", reason=withdrawn.reason.in_(context.language)), link
    return _renamed(context, happening.revision), None


def _renamed(context: Context, revision: Revision | None) -> str:
    return context.words("change_renamed", former=revision.formerly) if revision and revision.formerly else ""


def _word(context: Context, type_: ChangeType) -> str:
    return context.words[f"change_{type_.value}"]


def kind_name(context: Context, kind: str) -> str:
    """Return the name of a kind of record, as at the beginning of a line; several kinds together have no name."""
    label = KINDS[kind].label.in_(context.language) if kind else ""
    return label[:1].upper() + label[1:]
