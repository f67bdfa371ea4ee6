"""The request for a meeting as a person writes it."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.pages.enquiry.conftest import Opening
from tests.sites import Site


def propose(page: Page, number: int, date: str, time: str) -> None:
    """Propose a time."""
    page.fill(f"#enquiry-date-{number}", date)
    page.fill(f"#enquiry-time-{number}", time)


def status(page: Page, number: int) -> str:
    """Return what stands beside a proposal."""
    return page.locator(".proposal-status").nth(number - 1).inner_text()


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
def test_from_an_event_to_a_calendar_file(window: Opening, forms: str, real: Site, tmp_path: Path, phone: bool) -> None:
    """Times in both clocks, also where summer time begins in between; the file says the same in UTC."""
    with window(phone=phone) as watch:
        page = watch.page
        page.goto(f"{forms}en/events/online-conference-2020/")
        page.locator("a[href*='meeting/?event=']").first.click()
        expect(page.locator(".enquiry-event")).to_contain_text(real.catalog.events["online-conference-2020"].name.en)
        propose(page, 1, "2027-03-26", "09:30")
        propose(page, 2, "2027-03-29", "09:30")
        assert re.search(r"Your time: .*09:30 \(GMT\+1\); the contact’s time: .*16:30 \(GMT\+8\)$", status(page, 1))
        assert re.search(r"Your time: .*09:30 \(GMT\+2\); the contact’s time: .*15:30 \(GMT\+8\)$", status(page, 2))
        page.fill("#enquiry-person", "Anna Muster")
        page.fill("#enquiry-mail", "anna@example.org")
        page.click(".enquiry-form [type=submit]")
        expect(page.locator("#enquiry-done")).to_be_focused()
        text = page.locator(".enquiry-text").inner_text()
        assert "2027-03-29 09:30 (Europe/Berlin, GMT+2) = 2027-03-29 15:30 (Asia/Shanghai, GMT+8), 60 min" in text
        number = page.locator(".enquiry-reference").inner_text()
        assert re.fullmatch(r"M(-[1-9A-Z]{4}){2}", number)
        with page.expect_download() as downloading:
            page.click("[data-action=calendar]")
        downloading.value.save_as(tmp_path / "meeting.ics")
        calendar = Calendar.from_ical((tmp_path / "meeting.ics").read_bytes())
        events = calendar.walk("VEVENT")
        assert [event.decoded("DTSTART") for event in events] == [
            datetime(2027, 3, 26, 8, 30, tzinfo=UTC),
            datetime(2027, 3, 29, 7, 30, tzinfo=UTC),
        ]
        assert all(number in str(event["SUMMARY"]) and str(event["DESCRIPTION"]) == text for event in events)
        assert events[0]["ORGANIZER"] == "mailto:anna@example.org"
        assert watch.faults == []


def test_times_of_the_contact(window: Opening, forms: str) -> None:
    """A visitor who thinks in the contact's time says so; outside its hours the page says that."""
    with window(timezone_id="America/New_York") as watch:
        page = watch.page
        page.goto(f"{forms}meeting/")
        page.select_option("#enquiry-clock", "desk")
        propose(page, 1, "2027-07-14", "15:00")
        assert "2027年7月14日周三 03:00 (GMT-4)" in status(page, 1)
        assert "2027年7月14日周三 15:00 (GMT+8)" in status(page, 1)
        propose(page, 1, "2027-07-17", "15:00")
        assert status(page, 1).endswith("不在窗口办公时间内，可能需要另约。")
        assert watch.faults == []


def test_a_reader_in_the_same_zone_sees_one_time(window: Opening, forms: str) -> None:
    """Nothing to convert."""
    with window(timezone_id="Asia/Shanghai") as watch:
        watch.page.goto(f"{forms}meeting/")
        propose(watch.page, 1, "2027-07-14", "15:00")
        assert status(watch.page, 1) == "2027年7月14日周三 15:00 (GMT+8)"


def test_times_that_are_none(window: Opening, forms: str) -> None:
    """None at all, half of one, one that has passed, one that the clock skips."""
    with window(phone=True) as watch:
        page = watch.page
        page.goto(f"{forms}en/meeting/")
        page.fill("#enquiry-person", "Anna")
        page.fill("#enquiry-phone", "+49 30 0000 0000")
        fault = page.locator("#enquiry-proposal-1-error")
        page.click(".enquiry-form [type=submit]")
        expect(fault).to_have_text("Propose at least one time.")
        expect(page.locator("#enquiry-date-1")).to_be_focused()
        page.fill("#enquiry-date-1", "2027-03-28")
        expect(fault).to_contain_text("both a date and a time")
        page.fill("#enquiry-time-1", "02:30")
        expect(fault).to_be_hidden()
        assert "Clocks go forward" in status(page, 1)
        propose(page, 1, "2020-03-18", "09:00")
        expect(fault).to_contain_text("has passed")
        expect(page.locator(".enquiry-panel")).to_be_hidden()
        propose(page, 1, "2027-10-31", "02:30")
        assert "Clocks go back" in status(page, 1)
        expect(page.locator(".enquiry-panel")).to_be_visible()
        assert watch.faults == []


@pytest.mark.parametrize("address", ["?event=nothing&desk=nobody&project=none", "?event=<b>&desk=&project="])
def test_what_the_address_names_in_vain(window: Opening, forms: str, address: str) -> None:
    """Said, left out, and the bureau stands in."""
    with window() as watch:
        page = watch.page
        page.goto(f"{forms}en/meeting/{address}")
        expect(page.locator(".enquiry-recipient-card")).to_contain_text("event that is not listed")
        expect(page.locator(".enquiry-recipient-card .contact-name a")).to_have_attribute("href", "../contacts/bureau/")
        assert watch.faults == []
