"""Serialize calendar files (RFC 5545), the same bytes from the same records."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event as Entry

DAILY = timedelta(days=1)


def calendar(maker: str, name: str, entries: Iterable["Entry"], source: str = "") -> str:
    """Serialize an iCalendar with PRODID and X-WR-CALNAME.

    ``source`` is the address of a calendar to subscribe to: programs fetch it again once a day (RFC 7986).
    """
    from icalendar import Calendar  # noqa: PLC0415 - costs a fifth of a second, which few runs need

    calendar = Calendar()
    calendar.add("prodid", maker)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    if source:
        calendar.add("source", source, parameters={"VALUE": "URI"})
        calendar.add("refresh-interval", DAILY, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "P1D")
    for entry in entries:
        calendar.add_component(entry)
    text: str = calendar.to_ical().decode()
    return text


def stamp(verified: date) -> datetime:
    """Stamp an entry with the day on which its record was last looked at, not with that on which the file was made."""
    return datetime.combine(verified, time(), UTC)
