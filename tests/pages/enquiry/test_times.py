"""Times in two zones: summer time, days that do not exist, hours of a contact."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

INSTANT = "async ([date, time, zone]) => (await import('/enquiry/time_zones.js')).instant(date, time, zone)"
ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")


@settings(max_examples=40)
@given(st.datetimes(datetime(2026, 1, 1), datetime(2031, 1, 1)), st.sampled_from(ZONES))  # noqa: DTZ001 - clocks of a zone
def test_any_time_is_the_instant_that_another_library_says(modules: Page, wall: datetime, zone: str) -> None:
    """A time that the clock shows twice is taken the first time; one that it skips is moved on."""
    wall = wall.replace(second=0, microsecond=0)
    answer = modules.evaluate(INSTANT, [f"{wall:%Y-%m-%d}", f"{wall:%H:%M}", zone])
    assert answer["at"] / 1000 == wall.replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.mark.parametrize(
    ("date", "time", "sort", "utc"),
    [
        ("2027-03-28", "01:59", "plain", "00:59"),
        ("2027-03-28", "02:30", "skipped", "01:30"),
        ("2027-03-28", "03:00", "plain", "01:00"),
        ("2027-10-31", "02:30", "twice", "00:30"),
        ("2027-10-31", "03:00", "plain", "02:00"),
    ],
)
def test_summer_time_in_berlin(modules: Page, date: str, time: str, sort: str, utc: str) -> None:
    """The hour that is not there, and the one that is there twice."""
    answer = modules.evaluate(INSTANT, [date, time, "Europe/Berlin"])
    assert answer["sort"] == sort
    assert datetime.fromtimestamp(answer["at"] / 1000, UTC).strftime("%H:%M") == utc


@pytest.mark.parametrize(
    ("date", "time"),
    [("2027-02-30", "09:00"), ("2027-13-01", "09:00"), ("", "09:00"), ("2027-02-03", ""), ("2027-02-03", "24:00"),
     ("<b>", "09:00"), ("20270-01-01", "09:00")],
)  # fmt: skip
def test_what_is_no_date_is_none(modules: Page, date: str, time: str) -> None:
    """Neither a guess nor an error."""
    assert modules.evaluate(INSTANT, [date, time, "Asia/Shanghai"]) is None


def test_hours_of_a_contact(modules: Page) -> None:
    """By its own clock and weekday, over the whole span; no hours stated, no objection."""
    got = modules.evaluate(
        """async () => {
          const { atWork, instant } = await import('/enquiry/time_zones.js');
          const desk = { zone: 'Asia/Shanghai', schedule: 'mon-fri 09:00-12:00,14:00-18:00', holidays: [] };
          const ask = (date, time, minutes, one = desk) => {
            const { at } = instant(date, time, 'Europe/Berlin');
            return atWork(one, at, at + minutes * 60000);
          };
          return [
            ask('2027-03-18', '09:30', 60),   // Thursday 16:30 there
            ask('2027-03-18', '10:30', 60),   // 17:30 to 18:30
            ask('2027-03-18', '05:30', 30),   // noon
            ask('2027-03-20', '09:30', 60),   // Saturday
            ask('2027-03-21', '23:30', 60),   // Sunday here, Monday 06:30 there
            ask('2027-03-22', '02:00', 60),   // Monday 09:00
            ask('2027-03-20', '09:30', 60, { zone: 'Asia/Shanghai', schedule: '', holidays: [] }),
            ask('2027-03-20', '09:30', 60, { ...desk, schedule: 'mon-sun 00:00-24:00' }),
          ];
        }"""
    )
    assert got == [True, False, False, False, False, True, True, True]


def test_both_ways_of_writing(modules: Page) -> None:
    """In words of the reader's language, in figures for both."""
    got = modules.evaluate(
        """async () => {
          const { inFigures: figures, formatTime } = await import('/enquiry/time_zones.js');
          const at = Date.UTC(2027, 2, 18, 8, 30);
          const words = [formatTime(at, 'Europe/Berlin', 'en'), formatTime(at, 'Asia/Shanghai', 'zh')];
          return [...words, figures(at, 'America/New_York')];
        }"""
    )
    assert got[0] == "Thu, 18 Mar 2027 09:30 (GMT+1)"
    assert got[1] == "2027年3月18日周四 16:30 (GMT+8)"
    assert got[2] == "2027-03-18 04:30 (America/New_York, GMT-4)"
