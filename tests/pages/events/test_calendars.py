"""Calendar files, read by a parser that had no part in writing them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from msgspec import structs

from investment_portal.components.event_dates import dated, when
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.controlled_values import EventStatus
from investment_portal.models.convert import convert
from investment_portal.models.event import Event
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.outputs.event_calendars import calendars
from investment_portal.outputs.output import BuildContext
from tests.sites import Site


def entries(site: Site, path: str) -> list[Any]:
    """Read the entries of a file."""
    text = (site.out / path).read_bytes().decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = vobject.readOne(text)
    assert calendar.version.value == "2.0"
    assert calendar.prodid.value
    return list(getattr(calendar, "vevent_list", []))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dated_event_has_its_file(real: Site, full: Site, language: Language) -> None:
    """With its name in the language of the page, and the page's full address; one of a year alone has none."""
    for site in (real, full):
        for event in site.catalog.events.values():
            path = f"{language_path(language)}events/{event.id}/event.ics"
            assert (site.out / path).is_file() == dated(event)
            if dated(event):
                (entry,) = entries(site, path)
                assert entry.summary.value == event.name.in_(language)
                assert entry.url.value == f"{site.catalog.site.address}{language_path(language)}events/{event.id}/"
                assert entry.dtstamp.value == datetime.combine(event.changed_on, datetime.min.time(), UTC)


def test_both_languages_are_one_appointment(real: Site) -> None:
    """A reader who takes both has the event once."""
    names = [
        {
            entry.uid.value
            for entry in entries(real, f"{language_path(language)}events/online-conference-2020/event.ics")
        }
        for language in LANGUAGES
    ]
    assert names[0] == names[1] == {"event-online-conference-2020@invest.example.gov.cn"}


def test_whole_days_and_hours(real: Site, full: Site) -> None:
    """The last day counts in; hours are those of the event's own zone, summer time included."""
    (whole,) = entries(real, "events/online-conference-2020/event.ics")
    assert (whole.dtstart.value, whole.dtend.value) == (date(2020, 3, 18), date(2020, 3, 19))
    (briefing,) = entries(real, "events/electronics-briefing-2026/event.ics")
    assert briefing.dtstart.value == datetime(2026, 12, 10, 1, 30, tzinfo=UTC)
    assert briefing.dtend.value - briefing.dtstart.value == timedelta(hours=2)
    (fair,) = entries(full, "events/autumn-fair/event.ics")
    assert fair.dtstart.value == datetime(2026, 9, 18, 7, 0, tzinfo=UTC)
    assert fair.dtend.value == datetime(2026, 9, 20, 15, 30, tzinfo=UTC)
    assert fair.location.value == "会展中心"


@pytest.mark.parametrize(
    ("hours", "start", "end"),
    [
        ({"on": "2026-01-15", "starts": "10:00", "time_zone": "Europe/Berlin"}, "2026-01-15T09:00", "2026-01-15T10:00"),
        ({"on": "2026-07-15", "starts": "10:00", "time_zone": "Europe/Berlin"}, "2026-07-15T08:00", "2026-07-15T09:00"),
        ({"on": "2026-01-15", "starts": "23:30"}, "2026-01-15T15:30", "2026-01-15T16:30"),
        ({"on": "2026-01-15", "starts": "07:00", "ends": "08:00"}, "2026-01-14T23:00", "2026-01-15T00:00"),
        ({"on": "2026-01-15", "until": "2026-01-17", "starts": "10:00"}, "2026-01-15", "2026-01-18"),
        ({"on": "2026-02-28"}, "2026-02-28", "2026-03-01"),
    ],
)
def test_spans(full: Site, hours: dict[str, str], start: str, end: str) -> None:
    """In universal time, or in whole days where the hours of the last one are not known."""
    text = {"zh": "活动", "en": "Event"}
    event = convert(Event, {
            "id": "made", "published_on": date(2026, 1, 5), "verified_on": date(2026, 1, 5),
            "name": text, "kind": "visit", "summary": text, **hours,
        })  # fmt: skip
    build_context = BuildContext(full.data, [], {"zh": _with(full, event)}, {})
    (entry,) = vobject.readOne(dict(calendars(build_context))["events/made/event.ics"]).vevent_list
    shown = [time.value.isoformat()[: len(start)] for time in (entry.dtstart, entry.dtend)]
    assert shown == [start, end]


def _with(site: Site, event: Event) -> Any:
    context = site.context("zh")
    return replace(
        context, catalog=replace(context.catalog, records={**context.catalog.records, "event": {event.id: event}})
    )


def test_upcoming_events_together(real: Site, full: Site) -> None:
    """Those under way included, past and withdrawn ones not; a month is no appointment."""
    for language in LANGUAGES:
        prefix = language_path(language)
        names = [entry.uid.value.partition("@")[0] for entry in entries(real, f"{prefix}events/upcoming.ics")]
        assert names == ["event-electronics-briefing-2026"]
        names = [entry.uid.value.partition("@")[0] for entry in entries(full, f"{prefix}events/upcoming.ics")]
        assert names == ["event-autumn-fair"]
    # Where nothing is to come, the file still is a calendar.
    later = replace(real.context("zh"), day=date(2027, 1, 1))
    text = dict(calendars(BuildContext(real.data, [], {"zh": later}, {})))["events/upcoming.ics"]
    assert [entry.uid.value.partition("@")[0] for entry in vobject.readOne(text).vevent_list] == [
        "event-electronics-briefing-2026"
    ]


@pytest.mark.parametrize(
    ("fields", "status", "title", "place"),
    [
        ({}, "CONFIRMED", "活动", "会展中心"),
        ({"status": "postponed"}, "TENTATIVE", "延期：活动", "会展中心"),
        ({"status": "postponed", "former_dates": ["2026-01-10"]}, "CONFIRMED", "延期：活动", "会展中心"),
        ({"status": "moved_online"}, "CONFIRMED", "改为线上：活动", "线上"),
        ({"status": "cancelled"}, "CANCELLED", "已取消：活动", "会展中心"),
    ],
)
def test_changes_reach_a_calendar(full: Site, fields: dict[str, Any], status: str, title: str, place: str) -> None:
    """With a version that is higher than before, under the name of the first id."""
    text = {"zh": "活动", "en": "Event"}
    event = convert(Event, {
            "id": "made", "formerly": ["first", "second"], "published_on": date(2026, 1, 5),
            "verified_on": date(2026, 1, 5), "status_on": date(2026, 1, 7), "on": "2026-01-15", "revision": 1,
            "name": text, "kind": "visit", "summary": text, "place": {"zh": "会展中心", "en": "Hall"}, **fields,
        })  # fmt: skip
    build_context = BuildContext(full.data, [], {"zh": _with(full, event)}, {})
    (entry,) = vobject.readOne(dict(calendars(build_context))["events/made/event.ics"]).vevent_list
    assert (entry.status.value, entry.summary.value, entry.location.value) == (status, title, place)
    assert entry.uid.value.startswith("event-first@")
    assert entry.sequence.value == "3"
    assert entry.last_modified.value == entry.dtstamp.value == datetime(2026, 1, 7, tzinfo=UTC)


def test_a_cancelled_event_stays_among_those_to_come(full: Site) -> None:
    """A calendar that subscribed learns of it."""
    fair = structs.replace(full.catalog.events["autumn-fair"], status=EventStatus.CANCELLED)
    build_context = BuildContext(full.data, [], {"zh": _with(full, fair)}, {})
    (entry,) = vobject.readOne(dict(calendars(build_context))["events/upcoming.ics"]).vevent_list
    assert entry.status.value == "CANCELLED"


def test_an_hour_that_clocks_show_twice(full: Site) -> None:
    """The first is meant, in the calendar and on the page."""
    fair = full.catalog.events["autumn-fair"]
    days = {"on": PartialDate(2026, 10, 25), "until": None, "starts": "02:30", "ends": "04:00", "register_by": None}
    event = structs.replace(fair, **days)
    context = _with(full, event)
    build_context = BuildContext(full.data, [], {"zh": context}, {})
    (entry,) = vobject.readOne(dict(calendars(build_context))["events/autumn-fair/event.ics"]).vevent_list
    assert entry.dtstart.value == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert entry.dtend.value == datetime(2026, 10, 25, 3, 0, tzinfo=UTC)
    assert "指第一次" in when(context, event)
