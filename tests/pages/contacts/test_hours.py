"""Opening hours computed anew with Python's calendar of time zones: the same to the minute."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from investment_portal.models.office_hours import weekday_numbers

HOURS = "mon-fri 09:00-12:00,14:00-18:00;sat-sun 10:00-24:00"
NIGHTS = "mon-sat 00:00-06:00,22:00-24:00"
SHIFTS = "mon,wed-thu 08:00-16:00;tue,sun 22:30-06:15"
ZONES = ("Asia/Shanghai", "Asia/Hong_Kong", "Europe/Berlin", "America/New_York")
UTC = ZoneInfo("UTC")
CHANGES = (
    datetime(2026, 3, 8, tzinfo=UTC),  # New York goes forward
    datetime(2026, 3, 29, tzinfo=UTC),  # Berlin goes forward
    datetime(2026, 10, 25, tzinfo=UTC),  # Berlin goes back
    datetime(2026, 11, 1, tzinfo=UTC),  # New York goes back
    datetime(2026, 12, 31, tzinfo=UTC),
)
"""Days around which clocks change, and a change of the year."""


def is_open(hours: str, zone: str, at: datetime) -> bool:
    """Reckon it by the clock on the wall there."""
    there = at.astimezone(ZoneInfo(zone))
    clock = there.strftime("%H:%M")
    for part in hours.split(";"):
        days, spans = part.split(" ")
        for span in spans.split(","):
            start, end = span.split("-")
            today, yesterday = ((there.weekday() - back) % 7 in weekday_numbers(days) for back in (0, 1))
            if today and start <= clock < (end if end > start else "24:00"):
                return True
            if yesterday and end < start and clock < end:
                return True
    return False


def ask(modules: Page, hours: str, zone: str, instants: list[datetime]) -> list[Any]:
    """Return from the portal's module, for each instant, whether a contact is open and when that changes."""
    answers: list[Any] = modules.evaluate(
        """async ([hours, zone, instants]) => {
          const { readHours, state } = await import('/contacts/office_hours.js');
          const rules = readHours(hours);
          return instants.map((at) => state(rules, zone, at)).map(({ open, at }) => [open, at]);
        }""",
        [hours, zone, [instant.timestamp() * 1000 for instant in instants]],
    )
    return answers


@pytest.mark.parametrize("hours", [HOURS, NIGHTS, SHIFTS])
@pytest.mark.parametrize("zone", ZONES)
def test_open_and_until_when(modules: Page, hours: str, zone: str) -> None:
    """Around every change of the clock, every 37 minutes for three days: open or not, and what comes next."""
    instants = [
        around + timedelta(days=-1, minutes=37 * step) for around in CHANGES for step in range(3 * 24 * 60 // 37)
    ]
    for at, (open_, until) in zip(instants, ask(modules, hours, zone, instants), strict=True):
        assert open_ == is_open(hours, zone, at), (zone, at)
        change = datetime.fromtimestamp(until / 1000, UTC)
        assert change > at
        assert is_open(hours, zone, change) != open_, (zone, at, change)
        before = change - timedelta(minutes=1)
        assert is_open(hours, zone, before) == open_ or before < at, (zone, at, change)


def test_day_and_night(modules: Page) -> None:
    """Hours that never end are told as such, not as ending at midnight."""
    always = modules.evaluate(
        """async () => {
          const { readHours, state } = await import('/contacts/office_hours.js');
          return state(readHours('mon-sun 00:00-24:00'), 'Asia/Shanghai', Date.UTC(2026, 10, 24, 12)).always;
        }"""
    )
    assert always is True


def test_hours_written_otherwise_are_left_out(modules: Page) -> None:
    """A page from elsewhere breaks nothing."""
    results = modules.evaluate(
        """async () => {
          const { readHours, state, isZone } = await import('/contacts/office_hours.js');
          const odd = ['', 'x', 'mon-fri', 'mon-fri 9-12', 'toString 09:00-12:00', 'mon-xyz 09:00-12:00', ';;',
            'mon-fri 09:00-12:00,late'];
          const read = odd.map((one) => readHours(one).length);
          return [read, state([], 'Asia/Shanghai', 0), isZone('Mars/Base'), isZone(undefined)];
        }"""
    )
    assert results == [[0, 0, 0, 0, 0, 0, 0, 1], None, False, False]


@pytest.mark.parametrize(
    ("reader", "at", "rows"),
    [
        ("Europe/Berlin", "2026-11-24", [[[1, 2, 3, 4, 5], [["02:00", "05:00"], ["07:00", "11:00"]]]]),
        ("Europe/Berlin", "2026-07-01", [[[1, 2, 3, 4, 5], [["03:00", "06:00"], ["08:00", "12:00"]]]]),
        # The evening before, since New York is half a day behind.
        (
            "America/New_York",
            "2026-11-24",
            [
                [[1, 2, 3, 4], [["01:00", "05:00"], ["20:00", "23:00"]]],
                [[5], [["01:00", "05:00"]]],
                [[0], [["20:00", "23:00"]]],
            ],
        ),
    ],
)
def test_the_week_on_the_readers_clock(modules: Page, reader: str, at: str, rows: list[Any]) -> None:
    """Winter and summer, the day before and the same day."""
    week = modules.evaluate(
        """async ([reader, at]) => {
          const { readHours, week } = await import('/contacts/office_hours.js');
          const rules = readHours('mon-fri 09:00-12:00,14:00-18:00');
          const days = week(rules, 'Asia/Shanghai', reader, Date.parse(`${at}T12:00:00Z`));
          return days.map(({ days, open }) => [days, open]);
        }""",
        [reader, at],
    )
    assert week == rows
