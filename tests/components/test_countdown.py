"""Days left and the day of printing: written in the browser; without scripts the date itself stands there."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta

import pytest
from playwright.sync_api import Browser, Page

from investment_portal.domain.windows import Applying, Validity, applying, window_on
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.policy import Policy
from tests.browser.watching import PHONE, moved, watched
from tests.sites import Site

PLACES = ".answers time.days-left"
PROJECT = "projects/mlcc-passive-components/"
ONE_DAY = timedelta(days=1)
DAY_ENDS = time(16, tzinfo=UTC)
"""When a day is over in Shanghai."""


@pytest.fixture
def policy(real: Site) -> Policy:
    """Return a policy whose window is open and ends before the policy does."""
    return next(
        policy
        for policy in real.catalog.policies.values()
        if applying(policy, real.day) is Applying.NOW
        and (window := window_on(policy, real.day))
        and window.until
        and (not policy.effective.until or window.until < policy.effective.until)
    )


@contextmanager
def opened(chromium: Browser, address: str, now: datetime, *, zone: str = "America/New_York") -> Iterator[Page]:
    """Open a page in a browser that stands in a time zone and believes that it is ``now``."""
    context = chromium.new_context(timezone_id=zone)
    try:
        page = context.new_page()
        page.clock.set_fixed_time(now)
        page.goto(address, wait_until="networkidle")
        yield page
    finally:
        context.close()


def closing(policy: Policy) -> date:
    """Return the last day of a policy's window."""
    (window,) = policy.windows
    assert window
    assert window.until
    return window.until


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("before", [30, 1, 0, -1])
def test_days_left_follow_the_calendar_of_the_portal(
    chromium: Browser, real: Site, real_address: str, policy: Policy, language: Language, before: int
) -> None:
    """Wherever the reader is; the last day lasts until midnight there, then the window is closed."""
    words, last = real.context(language).words, closing(policy)
    page_address = f"{real_address}{language_path(language)}policies/{policy.id}/"
    countdown = words.count("countdown_left", before) if before else words["countdown_last"]
    open_ = f"{show(Applying.NOW, language)}{words['separator']}{countdown}"
    expected = show(Applying.CLOSED, language) if before < 0 else open_
    day = last - timedelta(days=before)
    for now in (datetime.combine(day - ONE_DAY, DAY_ENDS), datetime.combine(day, DAY_ENDS) - timedelta(minutes=1)):
        with opened(chromium, page_address, now) as page:
            assert page.locator(PLACES).last.text_content() == expected


def test_what_has_ended_since_the_build_is_said_to_have(chromium: Browser, real_address: str, policy: Policy) -> None:
    """A portal that is not built for a while does not keep a policy in force."""
    until = policy.effective.until
    assert until
    with opened(chromium, f"{real_address}en/policies/{policy.id}/", datetime.combine(until, DAY_ENDS)) as page:
        assert page.locator(PLACES).first.text_content() == show(Validity.ENDED, "en")
    with opened(chromium, f"{real_address}en/policies/calendar/", datetime.combine(closing(policy), DAY_ENDS)) as page:
        row = page.locator("tr", has=page.locator(f"th a[href*='/{policy.id}/']"))
        assert row.locator("time.days-left").text_content() == show(Applying.CLOSED, "en")


def test_a_window_that_has_opened_since_the_build_is_said_to_be_open(
    chromium: Browser, real: Site, real_address: str
) -> None:
    """On the day on which it opens, not before."""
    later = next(
        candidate for candidate in real.catalog.policies.values() if applying(candidate, real.day) is Applying.LATER
    )
    window = window_on(later, real.day)
    assert window
    opening = datetime.combine(max(window.from_, later.effective.from_) - ONE_DAY, DAY_ENDS)
    address = f"{real_address}en/policies/{later.id}/"
    with opened(chromium, address, opening - timedelta(minutes=1)) as page:
        assert page.locator(f"{PLACES}[data-from]").text_content() == show(Applying.LATER, "en")
    with opened(chromium, address, opening) as page:
        assert str(page.locator(f"{PLACES}[data-from]").text_content()).startswith(show(Applying.NOW, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_dates_stand_there(
    chromium: Browser, real: Site, real_address: str, policy: Policy, language: Language
) -> None:
    """And nothing counts."""
    count = real.context(language).words("countdown_left", count="")
    with watched(chromium, size=PHONE, scripts=False) as watch:
        for address in (f"policies/{policy.id}/", "policies/calendar/"):
            watch.page.goto(f"{real_address}{language_path(language)}{address}")
            text = watch.page.inner_text("main")
            assert show(closing(policy), language) in text
            assert count.strip() not in text
        assert watch.faults == []


def test_every_page_with_a_place_loads_the_script(real: Site, full: Site) -> None:
    """With its words, and with the bureau's time zone."""
    for site in (real, full):
        pages = {name: page.html for name, page in site.pages.items() if 'class="days-left"' in page.html}
        assert {"policies/index.html", "policies/calendar/index.html"} <= pages.keys() or site is full
        for name, html in pages.items():
            assert re.search(r"scripts/(?:[a-z_]+~)*countdown[.~]", html), name
            words_match = re.search(r'class="countdown-words">(.*?)</script>', html)
            assert words_match, name
            assert json.loads(words_match[1])["zone"] == site.catalog.zone == "Asia/Shanghai"


@pytest.mark.parametrize(
    ("language", "day", "expected"),
    [
        ("zh", date(2026, 11, 30), "，打印于 2026年11月30日"),
        ("en", date(2026, 11, 30), ", printed on 30 November 2026"),
    ],
)
def test_a_print_bears_the_day_on_which_the_reader_prints_it(
    chromium: Browser, real_address: str, language: Language, day: date, expected: str
) -> None:
    """By the reader's clock, which in New York is half a day behind; the screen does without it."""
    evening = datetime.combine(day + ONE_DAY, time(3), UTC)
    with opened(chromium, f"{real_address}{language_path(language)}{PROJECT}", evening) as page:
        assert not page.locator(".project-print-note").is_visible()
        page.emulate_media(media="print")
        assert expected in page.inner_text(".project-print-note")
        page.clock.set_fixed_time(evening + ONE_DAY)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert expected not in page.inner_text(".project-print-note")


@pytest.mark.parametrize("address", ["policies/", "policies/calendar/", "policies/interest-subsidy/"])
def test_nothing_moves_when_the_days_are_written(chromium: Browser, real_address: str, address: str) -> None:
    """There is room for them from the beginning."""
    with watched(chromium, size=PHONE) as watch:
        for language in LANGUAGES:
            watch.page.goto(f"{real_address}{language_path(language)}{address}", wait_until="networkidle")
            assert moved(watch.page) == 0
        assert watch.faults == []
