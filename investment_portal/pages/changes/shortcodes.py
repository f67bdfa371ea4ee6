"""Changes: everything that happened to records, by day; what was withdrawn, and where it went."""

from collections.abc import Mapping
from itertools import groupby

from investment_portal.components.context import Context
from investment_portal.components.parts import Cards, Cell, Jump, Link, Part, Section, Table
from investment_portal.components.subscription import subscription_link
from investment_portal.domain.summary import ProjectSummary
from investment_portal.formatting.values import show
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.pages.changes.entries import Changes, Visits, kind_name, link_to, weeks
from investment_portal.pages.changes.happenings import Happenings, happenings
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.pages.events.shortcodes import CALENDAR, has_calendar
from investment_portal.pages.policies.calendar import ALL
from investment_portal.pages.shortcode import Blocks, Shortcode

CHANGES_SHOWN = 200
"""Happenings that the page shows, as do the feed and the pages of the records."""


def change_list(context: Context, happenings: Happenings) -> Blocks:
    """Return each day with what happened on it, the latest first, month by month."""
    context = context.for_page(context.address, happenings.projects, context.history, context.day)
    words = context.words
    links = [
        Link(words["change_feed"], context.href("feed.xml")),
        Link(words["change_feeds"], context.href("feeds.opml")),
        Link(words["change_archive"], context.href("archive/")),
        *calendars(context),
    ]
    blocks: list[Section | Part] = [
        Visits(words.group("visits"), context.script("changes"), context.style("changes")),
        Jump(words["change_more"], links),
    ]
    notes = [_reach(context, happenings), words("change_shown", shown=len(happenings.shown), all=happenings.count)]
    for year, same in groupby(happenings.shown, key=lambda item: item.day.year):
        group = list(same)
        title = words("change_year", year=year)
        note = words["change_gap"].join(notes)
        blocks.append(Section(f"y{year}", title, [Changes(weeks(context, group), style="")], note))
        notes = []
    return blocks


def calendars(context: Context) -> list[Link]:
    """Return the calendars that a reader can subscribe to: events, and windows for applying."""
    links = []
    if has_calendar(context):
        links.append(subscription_link(context, CALENDAR, context.words["change_calendar_events"]))
    if any(policy.window for policy in context.catalog.policies.values()):
        links.append(subscription_link(context, ALL, context.words["change_calendar_policies"]))
    return links


def _reach(context: Context, happenings: Happenings) -> str:
    """Return a sentence on how far back revisions are known, or that they are not."""
    words = context.words
    if happenings.since is None:
        return words["change_dates_only"]
    return words("change_partly" if happenings.gap else "change_since", since=show(happenings.since, context.language))


class Moved(Excerpt):
    """Projects that were withdrawn or had another id before, and the projects that replace them."""

    projects: Mapping[str, ProjectSummary]
    successors: Mapping[str, ProjectSummary]


def _moved(data: Dataset) -> Moved:
    every = data.index.projects
    gone = {id_: project for id_, project in every.items() if project.withdrawn or project.formerly}
    named = [
        project.withdrawn.successor for project in gone.values() if project.withdrawn and project.withdrawn.successor
    ]
    return Moved(gone, {id_: every[id_] for id_ in named})


def archive(context: Context, records: Moved) -> Blocks:
    """Return what was withdrawn, the latest first, and the addresses that lead elsewhere."""
    words = context.words
    records_ = [
        (kind, record)
        for kind in KINDS
        for record in (records.projects if kind == "project" else context.catalog.records[kind]).values()
        if isinstance(record, Record | ProjectSummary)
    ]
    gone = [(kind, record, record.withdrawn) for kind, record in records_ if record.withdrawn]
    gone.sort(key=lambda entry: (-entry[2].on.toordinal(), entry[1].id))
    rows = [
        [
            Cell(link_to(context, kind, record)),
            Cell(kind_name(context, kind)),
            Cell(show(withdrawn.on, context.language)),
            Cell(withdrawn.reason.in_(context.language)),
            Cell(_successor(context, kind, withdrawn.successor, records) if withdrawn.successor else "—"),
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
        [Cell(context.record_address(kind, former)), Cell(link_to(context, kind, record))]
        for kind, record in records_
        for former in record.formerly
        if KINDS[kind].has_pages
    ]
    sections = [Section("withdrawn", words["archive_withdrawn"], withdrawn_)]
    if moved:
        table = Table(words["archive_moved"], [words["archive_former"], words["archive_now"]], moved)
        sections.append(Section("moved", words["archive_moved"], [table], words["archive_moved_note"]))
    return sections


def _successor(context: Context, kind: str, id_: str, moved: Moved) -> Link:
    return link_to(context, kind, moved.successors[id_] if kind == "project" else context.catalog.records[kind][id_])


SHORTCODES = (
    Shortcode("change-list", change_list, lambda data: happenings(data, CHANGES_SHOWN)),
    Shortcode("archive-list", archive, _moved),
)
