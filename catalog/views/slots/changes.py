"""Changes: everything that happened to records, by day; what was withdrawn, and where it went."""

from itertools import groupby

from catalog.model.kinds import KINDS
from catalog.model.record import Record
from catalog.show.dates import month as written_month
from catalog.show.values import show
from catalog.views.changes.entries import days, kind_name, link_to
from catalog.views.changes.happenings import happenings
from catalog.views.changes.parts import Changes, Visits
from catalog.views.context import Context
from catalog.views.fields import record_link
from catalog.views.parts import Cards, Cell, Jump, Link, Part, Section, Table
from catalog.views.slots.slot import Blocks, Slot

MOST = 200
"""Happenings that the page shows; the feed and the pages of the records tell of them too."""


def change_list(context: Context) -> Blocks:
    """Give each day with what happened on it, the latest first, month by month."""
    words, language = context.words, context.language
    shown, all_ = happenings(context, most=MOST)
    links = [
        Link(words["change_feed"], context.href("feed.xml")),
        Link(words["change_archive"], context.href("archive/")),
    ]
    blocks: list[Section | Part] = [
        Visits(words.group("visits"), context.script("changes"), context.style("changes")),
        Jump(words["change_more"], links),
    ]
    notes = [_reach(context), words("change_shown", shown=len(shown), all=all_)]
    for (year, month), own in groupby(shown, key=lambda one: (one.day.year, one.day.month)):
        group = list(own)
        title = written_month(group[0].day, language)
        note = words["change_gap"].join(notes)
        blocks.append(Section(f"m{year}-{month:02}", title, [Changes(days(context, group), style="")], note))
        notes = []
    return blocks


def _reach(context: Context) -> str:
    """Say how far back revisions are known, or that they are not."""
    history, words = context.history, context.words
    if history.since is None:
        return words["change_dates_only"]
    return words("change_partly" if history.gap else "change_since", since=show(history.since, context.language))


def archive(context: Context) -> Blocks:
    """Give what was withdrawn, the latest first, and the addresses that lead elsewhere."""
    words = context.words
    found = [
        (kind, record)
        for kind, records in context.catalog.records.items()
        for record in records.values()
        if isinstance(record, Record)
    ]
    gone = [(kind, record, record.withdrawn) for kind, record in found if record.withdrawn]
    gone.sort(key=lambda one: (-one[2].on.toordinal(), one[1].id))
    rows = [
        [
            Cell(link_to(context, kind, record)),
            Cell(kind_name(context, kind)),
            Cell(show(withdrawn.on, context.language)),
            Cell(withdrawn.reason.in_(context.language)),
            Cell(record_link(context, kind, withdrawn.successor) if withdrawn.successor else "—"),
        ]
        for kind, record, withdrawn in gone
    ]
    head = [
        words["archive_record"],
        words["archive_kind"],
        words["archive_on"],
        words["archive_reason"],
        words["archive_successor"],
    ]
    withdrawn_ = [Table(words["archive_withdrawn"], head, rows)] if rows else [Cards([], words["archive_none"])]
    moved = [
        [Cell(f"{KINDS[kind].column}/{former}/"), Cell(link_to(context, kind, record))]
        for kind, record in found
        for former in record.formerly
        if KINDS[kind].column
    ]
    sections = [Section("withdrawn", words["archive_withdrawn"], withdrawn_)]
    if moved:
        table = Table(words["archive_moved"], [words["archive_former"], words["archive_now"]], moved)
        sections.append(Section("moved", words["archive_moved"], [table], words["archive_moved_note"]))
    return sections


SLOTS = (Slot("change-list", change_list), Slot("archive-list", archive))
