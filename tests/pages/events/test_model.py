"""Events whose days and hours cannot be: each has its message at its key."""

from datetime import date
from typing import Any

import pytest

from investment_portal.models.careful import MistakesError
from investment_portal.models.convert import convert
from investment_portal.models.event import Event
from investment_portal.validation.mistake_findings import findings_in

TEXT = {"zh": "活动", "en": "Event"}
GIVEN: dict[str, Any] = {
    "id": "made", "published_on": date(2026, 1, 5), "verified_on": date(2026, 1, 5),
    "name": TEXT, "kind": "visit", "summary": TEXT, "on": "2026-05-10",
}  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "key", "rule"),
    [
        ({"on": "2026-02-30"}, "on", "bad-date"),
        ({"on": "soon"}, "on", "bad-date"),
        ({"until": "2026-05-09"}, "until", "bad-date"),
        ({"on": "2026-05", "starts": "09:00"}, "on", "bad-date"),
        ({"ends": "10:00"}, "ends", "bad-date"),
        ({"starts": "10:00", "ends": "10:00"}, "ends", "bad-date"),
        ({"starts": "9:00"}, "starts", "bad-form"),
        ({"starts": "24:00"}, "starts", "bad-form"),
        ({"time_zone": "Mars"}, "time_zone", "bad-form"),
        ({"register_by": "2026-05-11"}, "register_by", "bad-date"),
        ({"register_by": "2026-13-01"}, "register_by", "bad-date"),
        ({"on": "2027-03-28", "starts": "02:30", "time_zone": "Europe/Berlin"}, "starts", "bad-date"),
        (
            {"on": "2027-03-28", "starts": "01:30", "ends": "02:30", "time_zone": "Europe/Berlin"},
            "ends",
            "bad-date",
        ),
        ({"on": "2027-03-14", "starts": "02:00", "time_zone": "America/New_York"}, "starts", "bad-date"),
        ({"former_dates": ["2026-05-10"]}, "former_dates", "bad-date"),
        ({"status": "postponed", "former_dates": ["soon"]}, ("former_dates", 0), "bad-date"),
        ({"status": "moved"}, "status", "bad-value"),
        ({"series": "made"}, "series", "bad-date"),
        ({"revision": -1}, "revision", "out-of-range"),
        ({"join_link": "register here"}, "join_link", "bad-form"),
    ],
)
def test_what_cannot_be(fields: dict[str, Any], key: str | tuple[str | int, ...], rule: str) -> None:
    """In both languages, at the key."""
    value = {**GIVEN, **fields}
    with pytest.raises(MistakesError) as caught:
        convert(Event, value)
    (finding,) = findings_in(caught.value.mistakes, "event", "made", Event, value)
    assert (finding.rule, finding.path) == (rule, key if isinstance(key, tuple) else (key,))
    assert finding.sentence.zh.endswith("。")
    assert finding.sentence.en.endswith(".")


@pytest.mark.parametrize(
    "fields",
    [
        {"starts": "09:00", "ends": "08:00", "until": "2026-05-11"},
        {"register_by": "2026-05-10"},
        {"on": "2026", "until": "2027-02"},
        {"on": "2026-05-10", "until": "2026-05-10"},
        {"on": "2027-03-28", "starts": "03:00", "time_zone": "Europe/Berlin"},
        {"on": "2027-10-31", "starts": "02:30", "time_zone": "Europe/Berlin"},
        {"on": "2027-03-28", "starts": "02:30", "time_zone": "Asia/Shanghai"},
        {"on": "2027-Q2", "status": "postponed", "former_dates": ["2026-05-10", "2026-Q4"]},
    ],
)
def test_what_can_be(fields: dict[str, Any]) -> None:
    """Several days end at any hour; registration may end with the event."""
    assert convert(Event, {**GIVEN, **fields})


@pytest.mark.parametrize(
    ("fields", "cancelled", "awaits", "upcoming", "past"),
    [
        ({}, False, False, False, True),
        ({"status": "postponed"}, False, True, True, False),
        ({"status": "postponed", "former_dates": ["2026-05-10"], "on": "2027-Q1"}, False, False, True, False),
        ({"status": "cancelled"}, True, False, False, True),
        ({"status": "moved_online"}, False, False, False, True),
    ],
)
def test_changes(fields: dict[str, Any], cancelled: bool, awaits: bool, upcoming: bool, past: bool) -> None:
    """An event that awaits its new date is to come, however long its former one is past."""
    event, day = convert(Event, {**GIVEN, **fields}), date(2026, 7, 1)
    assert (event.is_cancelled, event.awaits_date) == (cancelled, awaits)
    assert (event.upcoming(day), event.past(day)) == (upcoming, past)


def test_the_version_for_calendars_grows() -> None:
    """With every day on which the record changed or was verified, and with corrections within a day."""
    steps: list[dict[str, Any]] = [
        {},
        {"verified_on": date(2026, 2, 1)},
        {"verified_on": date(2026, 2, 1), "revision": 1},
        {"verified_on": date(2026, 2, 1), "revision": 1, "status_on": date(2026, 3, 1), "status": "postponed"},
        {"withdrawn": {"on": date(2026, 4, 1), "reason": TEXT}, "revision": 1},
    ]
    versions = [convert(Event, {**GIVEN, **step}).sequence for step in steps]
    assert versions == sorted(set(versions))
    assert convert(Event, {**GIVEN, **steps[-1]}).changed_on == date(2026, 4, 1)
