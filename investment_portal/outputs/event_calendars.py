"""Calendar files of events: ``event.ics`` of each dated event and ``events/upcoming.ics``."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from investment_portal.components.context import Context
from investment_portal.components.event_dates import attendable, dated
from investment_portal.languages import language_path
from investment_portal.models.event import Event
from investment_portal.models.site import site_root
from investment_portal.outputs.calendar_files import calendar, stamp
from investment_portal.outputs.output import BuildContext

if TYPE_CHECKING:
    from icalendar import Event as Entry

MAKER = "-//Investment portal//Events//{language}"
USUAL = timedelta(hours=1)
"""How long an event is shown that says when it starts and not when it ends."""


def calendars(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the files, in each language; the same event has the same name in both, so that a calendar holds it once."""
    for context in build.contexts.values():
        folder = language_path(context.language)
        events = [event for event in context.catalog.events.values() if dated(event)]
        for event in events:
            content = _calendar(context, [event])
            # An address once published stays, and so does what stands there: a calendar follows no redirect of a page.
            for id_ in (event.id, *event.formerly):
                yield f"{folder}events/{id_}/event.ics", content
        # A calendar must hold an entry (RFC 5545, 3.6): where nothing is to come, the latest event keeps its place.
        latest = sorted(events, key=lambda one: (one.on, one.id))[-1:]
        if latest:
            coming = [one for one in events if attendable(context, one)]
            yield f"{folder}events/upcoming.ics", _calendar(context, coming or latest)


def _calendar(context: Context, events: list[Event]) -> str:
    name = context.catalog.site.name.in_(context.language)
    entries = (_entry(context, event) for event in sorted(events, key=lambda one: (one.on, one.id)))
    return calendar(MAKER.format(language=context.language.upper()), name, entries)


def _entry(context: Context, event: Event) -> "Entry":
    from icalendar import Event as Entry  # noqa: PLC0415 - costs a fifth of a second, which few runs need

    language, root = context.language, site_root(context.catalog.site)
    entry = Entry()
    entry.add("uid", f"event-{event.first_id}@{urlsplit(root).hostname}")
    seen = stamp(event.verified_on)
    entry.add("dtstamp", seen)
    entry.add("last-modified", seen)
    entry.add("summary", event.name.in_(language))
    entry.add("description", event.summary.in_(language))
    entry.add("url", f"{root}{language_path(language)}{context.record_address('event', event.id)}")
    entry.add("status", "CANCELLED" if event.withdrawn else "CONFIRMED")
    place = event.place.in_(language) if event.place else context.words["event_online"] if event.online else ""
    if place:
        entry.add("location", place)
    start, end = _span(event)
    entry.add("dtstart", start)
    entry.add("dtend", end)
    return entry


def _span(event: Event) -> tuple[date, date]:
    """Return start and end: whole days, the last one counted in, or moments in universal time."""
    if event.starts is None or (event.ends is None and event.last != event.on.first):
        return event.on.first, event.last + timedelta(days=1)
    # Universal time is right in every calendar, and needs no table of a zone's summers in the file.
    zone = ZoneInfo(event.time_zone.value)
    start = datetime.combine(event.on.first, time.fromisoformat(event.starts), zone)
    end = datetime.combine(event.last, time.fromisoformat(event.ends), zone) if event.ends else start + USUAL
    return start.astimezone(UTC), end.astimezone(UTC)
