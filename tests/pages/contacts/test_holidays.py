"""Public holidays and make-up working days: the browser opens and closes contacts as Python does."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page

from investment_portal.domain.office_hours import declared_holidays, holiday_lists, spans_on
from investment_portal.formatting.words import theme_words
from investment_portal.languages import Language
from investment_portal.models.contact import Contact
from investment_portal.models.convert import convert
from investment_portal.models.holidays import Holiday
from investment_portal.models.office_hours import Hours
from investment_portal.pages.contacts.routes import schedule
from tests.sites import Site

FROM, DAYS = date(2026, 9, 20), 30

HOURS = (
    [{"days": "mon-fri", "open": ["09:00-12:00", "14:00-18:00"]}],
    [{"days": "mon-sat", "open": ["08:00-16:00"]}, {"days": "sun", "open": ["10:00-12:00"]}],
    [{"days": "tue,thu", "open": ["22:00-06:00"]}],
    [{"days": "sat-sun", "open": ["10:00-16:00"]}],
    [{"days": "mon-sun", "open": ["00:00-24:00"]}],
)


def openings(site: Site, hours: list[Hours], zone: str) -> list[list[float]]:
    """Return the openings that begin after midnight of the first day, adjacent ones joined, as instants."""
    lists, where = list(site.catalog.records["holidays"].values()), ZoneInfo(zone)
    joined: list[list[float]] = []
    for step in range(-1, DAYS + 1):
        day = FROM + timedelta(days=step)
        midnight = datetime.combine(day, time())
        for start, end in spans_on(hours, lists, day):
            span = [
                (midnight + timedelta(minutes=minutes)).replace(tzinfo=where).timestamp() * 1000
                for minutes in (start, end)
            ]
            if joined and span[0] <= joined[-1][1]:
                joined[-1][1] = max(joined[-1][1], span[1])
            else:
                joined.append(span)
    first = datetime.combine(FROM, time(), where).timestamp() * 1000
    return [opening for opening in joined if opening[1] > first and opening[0] < first + DAYS * 86_400_000]


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Berlin"])
@pytest.mark.parametrize("hours", HOURS)
def test_the_browser_agrees(modules: Page, full: Site, hours: list[dict[str, Any]], zone: str) -> None:
    """Over a month with a holiday of a week and two make-up working days."""
    converted = [convert(Hours, hour) for hour in hours]
    contact = _contact(full, hours=converted)
    in_browser = modules.evaluate(
        """async ([hours, zone, from, days, lists]) => {
          const { joinHolidays, openings, readHours } = await import('/contacts/office_hours.js');
          const holidays = joinHolidays(lists, Object.keys(lists));
          return openings(readHours(hours), zone, from, days, holidays).map(({ start, end }) => [start, end]);
        }""",
        [
            schedule(contact),
            zone,
            datetime.combine(FROM, time(), ZoneInfo(zone)).timestamp() * 1000,
            DAYS,
            declared_holidays(full.catalog, FROM, "zh"),
        ],
    )
    assert in_browser == openings(full, converted, zone)


def _contact(site: Site, **fields: Any) -> Contact:
    return replace(site.catalog.contacts["bureau"], **fields)


@pytest.mark.parametrize(
    ("at", "language", "text", "open_"),
    [
        ("2026-10-01T10:00", "zh", "秋收节休假，10月8日 9:00上班", False),
        ("2026-10-01T10:00", "en", "Closed for Harvest days; opens 8 October 09:00", False),
        ("2026-10-07T20:00", "zh", "秋收节休假，周四 9:00上班", False),
        ("2026-10-10T10:00", "zh", "正在办公，12:00 结束", True),
        ("2026-09-30T10:00", "zh", "正在办公，12:00 结束", True),
        ("2026-09-26T10:00", "en", "Closed; opens Sunday 09:00", False),
    ],
)
def test_what_a_reader_is_told(modules: Page, full: Site, at: str, language: Language, text: str, open_: bool) -> None:
    """On National Day, on its last evening, on the Saturday and before the Sunday that are worked instead."""
    words = {
        name.removeprefix("contact_status_"): word
        for name, word in theme_words(language).items()
        if name.startswith("contact_status_")
    }
    status = modules.evaluate(
        """async ([now, words, lists]) => {
          const { formatStatus } = await import('/contacts/status.js');
          const { joinHolidays } = await import('/contacts/office_hours.js');
          const [zone, holidays] = ['Asia/Shanghai', joinHolidays(lists, ['sample'])];
          return formatStatus('mon-fri 09:00-12:00,14:00-18:00', zone, zone, now, words, holidays);
        }""",
        [
            datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000,
            words,
            declared_holidays(full.catalog, FROM, language),
        ],
    )
    assert status == [text, open_]


def test_which_lists_a_contact_keeps(full: Site) -> None:
    """That of the portal in the portal's zone, unless it never closes or says otherwise."""
    site = replace(full.catalog.site, holidays="sample")
    always = [convert(Hours, {"days": "mon-sun", "open": ["00:00-24:00"]})]
    assert holiday_lists(_contact(full), site) == ["sample"]
    assert holiday_lists(_contact(full), full.catalog.site) == []
    assert holiday_lists(_contact(full, holidays=[]), site) == []
    assert holiday_lists(_contact(full, time_zone="Europe/Berlin"), site) == []
    assert holiday_lists(_contact(full, time_zone="Europe/Berlin", holidays=["other"]), site) == ["other"]
    assert holiday_lists(_contact(full, hours=always), site) == []


def test_a_make_up_day_has_the_hours_of_a_working_day(full: Site) -> None:
    """Of the first one that has any; a desk of weekends keeps its own."""
    lists = list(full.catalog.records["holidays"].values())
    made_up = date(2026, 10, 10)
    wanted = ([(540, 720), (840, 1080)], [(480, 960)], [(1320, 1800)], [(600, 960)], [(0, 1440)])
    for hours, spans in zip(HOURS, wanted, strict=True):
        assert spans_on([convert(Hours, hour) for hour in hours], lists, made_up) == spans
        assert spans_on([convert(Hours, hour) for hour in hours], lists, date(2026, 10, 6)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"from": date(2026, 10, 1), "until": date(2026, 9, 30)},
        {"from": date(2026, 10, 1), "until": date(2027, 10, 7)},
        {"from": date(2026, 10, 1), "until": date(2026, 10, 7), "work_on": [date(2026, 10, 7)]},
    ],
)
def test_holidays_that_cannot_be(fields: dict[str, Any]) -> None:
    """Their days run forward, are few, and are not worked."""
    with pytest.raises(ValueError, match=r"2026|at most"):
        convert(Holiday, {"name": {"zh": "节", "en": "Feast"}, **fields})


def test_scripts_get_this_year_and_later(full: Site) -> None:
    """Past years are left out."""
    assert len(declared_holidays(full.catalog, date(2026, 12, 31), "en")["sample"]["closed"]) == 2
    assert declared_holidays(full.catalog, date(2027, 1, 1), "en")["sample"] == {
        "closed": [["2027-01-01", "2027-01-01", "New Year"]],
        "work": [],
    }
