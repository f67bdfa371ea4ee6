"""Times for a video meeting: by the contact's hours, without holidays and days off, right across clock changes."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.watching import DESKTOP, PHONE, watched
from tests.sites import Site

SLOTS: dict[str, Any] = {
    "times": "tue-thu 09:30-11:30",
    "days": "tue-thu",
    "minutes": 60,
    "ahead": 14,
    "off": ["2026-12-02"],
}
CONTACT: dict[str, Any] = {
    "zone": "Asia/Shanghai",
    "schedule": "mon-fri 09:00-12:00",
    "holidays": ["sample"],
    "slots": SLOTS,
}
HOLIDAYS = {"sample": {"closed": [["2026-12-08", "2026-12-08", "A holiday"]], "work": []}}


def free(modules: Page, now: str, contact: dict[str, Any]) -> list[str]:
    """Return the times that are offered at an instant, in UTC."""
    times: list[str] = modules.evaluate(
        """async ([contact, now, lists]) => {
          const { freeTimes } = await import('/enquiry/slots.js');
          return freeTimes(contact, Date.parse(now), lists).map((at) => new Date(at).toISOString().slice(0, 16));
        }""",
        [contact, now, HOLIDAYS],
    )
    return times


def test_only_days_and_times_that_are_offered(modules: Page) -> None:
    """Not today, no day off, no holiday, none beyond the days ahead; each of the length that the contact gives."""
    assert free(modules, "2026-11-30T23:00:00Z", CONTACT) == [
        "2026-12-03T01:30",
        "2026-12-03T02:30",
        "2026-12-09T01:30",
        "2026-12-09T02:30",
        "2026-12-10T01:30",
        "2026-12-10T02:30",
    ]


def test_office_hours_where_no_times_are_given(modules: Page) -> None:
    """On the days of the slots alone."""
    contact = {**CONTACT, "slots": {**SLOTS, "times": "", "days": "mon", "off": [], "ahead": 7}}
    assert free(modules, "2026-11-29T06:30:00Z", contact) == [
        "2026-11-30T01:00",
        "2026-11-30T02:00",
        "2026-11-30T03:00",
    ]


def test_the_contacts_clock_holds_across_a_clock_change(modules: Page) -> None:
    """Half past nine in Berlin is half past eight in UTC before the end of March, half past seven after."""
    contact = {**CONTACT, "zone": "Europe/Berlin", "holidays": [], "slots": {**SLOTS, "days": "mon-sun"}}
    slots = {**contact["slots"], "times": "fri,mon 09:30-10:30", "ahead": 5}
    assert free(modules, "2027-03-25T12:00:00Z", {**contact, "slots": slots}) == [
        "2027-03-26T08:30",
        "2027-03-29T07:30",
    ]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_free_times_do_not_scroll_inside(chromium: Browser, real: Site, real_address: str, size: ViewportSize) -> None:
    """However many days are shown."""
    with watched(chromium, size=size, day=real.day) as watch:
        page = watch.page
        page.goto(f"{real_address}meeting/")
        expect(page.locator(".meeting-slot").first).to_be_visible()
        more = page.locator(".meeting-more")
        if more.is_visible():
            more.click()
        assert page.evaluate(
            "[...document.querySelectorAll('.meeting-days')].every(e => e.scrollHeight <= e.offsetHeight)"
        )
