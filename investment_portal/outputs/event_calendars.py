"""Calendar files of events: ``event.ics`` of each dated event and ``events/upcoming.ics``."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from investment_portal.components.context import Context
from investment_portal.components.event_dates import dated, when
from investment_portal.formatting.values import show
from investment_portal.languages import language_path
from investment_portal.models.controlled_values import EventStatus
from investment_portal.models.event import Event
from investment_portal.models.site import site_root
from investment_portal.outputs.calendar_files import calendar, stamp
from investment_portal.outputs.output import BuildContext
from investment_portal.pages.events.shortcodes import CALENDAR

if TYPE_CHECKING:
    from icalendar import Event as Entry

MAKER = "-//Investment portal//Events//{language}"
USUAL = timedelta(hours=1)
"""Length of an event that has a start and no end."""


def calendars(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the files, in each language; the same event has the same name in both, so that a calendar holds it once."""
    for context in build.contexts.values():
        folder = language_path(context.language)
        events = [event for event in context.catalog.events.values() if dated(event)]
        for event in events:
            content = _calendar(context, [event])
            # Calendars follow no redirect of a page: at its former addresses an event has its file too.
            for id_ in (event.id, *event.formerly):
                yield f"{folder}events/{id_}/event.ics", content
        # A calendar must hold an entry (RFC 5545, 3.6): where nothing is to come, the latest event keeps its place.
        latest = sorted(events, key=lambda other: (other.on, other.id))[-1:]
        if latest:
            # One that is cancelled stays until its day: a calendar that had it learns so.
            coming = [meeting for meeting in events if not meeting.past(context.day)]
            yield f"{folder}{CALENDAR}", _calendar(context, coming or latest, CALENDAR)


def _calendar(context: Context, events: list[Event], path: str = "") -> str:
    """Return a calendar; ``path`` is where one stands that is fetched again, below the root of its language."""
    source = context.at("").canonical + path if path else ""
    name = context.catalog.site.name.in_(context.language)
    entries = (_entry(context, event) for event in sorted(events, key=lambda event: (event.on, event.id)))
    return calendar(MAKER.format(language=context.language.upper()), name, entries, source)


def _entry(context: Context, event: Event) -> "Entry":
    from icalendar import Event as Entry  # noqa: PLC0415 - costs a fifth of a second, which few runs need

    language, root = context.language, site_root(context.catalog.site)
    entry = Entry()
    entry.add("uid", f"event-{event.first_id}@{urlsplit(root).hostname}")
    changed = stamp(event.changed_on)
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("sequence", event.sequence)
    entry.add("summary", _title(context, event))
    entry.add("description", _description(context, event))
    entry.add("url", f"{root}{language_path(language)}{context.record_address('event', event.id)}")
    entry.add("status", "CANCELLED" if event.is_cancelled else "TENTATIVE" if event.awaits_date else "CONFIRMED")
    if event.awaits_date:
        entry.add("transp", "TRANSPARENT")
    there = None if event.status is EventStatus.MOVED_ONLINE else event.place
    place = there.in_(language) if there else context.words["event_online"] if event.is_online else ""
    if place:
        entry.add("location", place)
    start, end = _span(event)
    entry.add("dtstart", start)
    entry.add("dtend", end)
    return entry


def _title(context: Context, event: Event) -> str:
    """Return the name; one that does not take place as announced says so first."""
    name = event.name.in_(context.language)
    if event.status is EventStatus.SCHEDULED:
        return name
    return context.words("event_marked", status=show(event.status, context.language), name=name)


def _description(context: Context, event: Event) -> str:
    lines = [event.summary.in_(context.language)]
    if event.former_dates or event.awaits_date:
        lines.append(when(context, event))
    if event.status_note:
        lines.append(event.status_note.in_(context.language))
    if event.replay:
        lines.append(context.words("event_replay_at", address=event.replay))
    return "\n".join(lines)


def _span(event: Event) -> tuple[date, date]:
    """Return start and end: whole days, the last one counted in, or moments in universal time."""
    if event.start is None or (event.ends is None and event.last != event.on.first):
        return event.on.first, event.last + timedelta(days=1)
    # Universal time is right in every calendar, and needs no table of a zone's summers in the file.
    start = event.start.astimezone(UTC)
    return start, event.end.astimezone(UTC) if event.end else start + USUAL
