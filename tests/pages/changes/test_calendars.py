"""Calendars to subscribe to: linked where readers look for them, and refreshed by calendar programs."""

import pytest
import vobject  # type: ignore[import-untyped]

from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.site import site_root
from investment_portal.pages.events.shortcodes import CALENDAR
from investment_portal.pages.policies.calendar import ALL
from tests.sites import Site

BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
PAGES = {"events/": [CALENDAR], "policies/calendar/": [ALL], "changes/": [CALENDAR, ALL]}
"""Pages with the calendars that they offer."""


@BY_LANGUAGE
@pytest.mark.parametrize("page", PAGES)
def test_pages_offer_calendars(real: Site, language: Language, page: str) -> None:
    """By webcal, which opens a calendar program; the calendars' own pages show the https address and the file too."""
    root = site_root(real.catalog.site) + language_path(language)
    shown = real.pages[f"{language_path(language)}{page}index.html"]
    for path in PAGES[page]:
        assert ("a", f"webcal://{root.removeprefix('https://')}{path}") in shown.links
        assert (real.out / language_path(language) / path).is_file()
        if page != "changes/":
            assert root + path in shown.html
            assert ("a", f"{'../' * page.count('/')}{path}") in shown.links


@BY_LANGUAGE
@pytest.mark.parametrize("path", [CALENDAR, ALL])
def test_programs_fetch_them_again(real: Site, language: Language, path: str) -> None:
    """Once a day, from the address that the file names (RFC 7986); a single entry names none."""
    text = (real.out / language_path(language) / path).read_bytes().decode()
    unfolded = text.replace("\r\n ", "")
    assert f"SOURCE;VALUE=URI:{site_root(real.catalog.site)}{language_path(language)}{path}\r\n" in unfolded
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in unfolded
    assert "X-PUBLISHED-TTL:P1D\r\n" in unfolded
    assert vobject.readOne(text).vevent_list
    single = next((real.out / language_path(language)).glob("policies/*/window.ics"))
    assert b"REFRESH-INTERVAL" not in single.read_bytes()


def test_events_without_a_day_offer_none(full: Site) -> None:
    """A calendar without an entry is not allowed, and so no page leads to it."""
    for language in LANGUAGES:
        offered = "webcal:" in full.pages[f"{language_path(language)}events/index.html"].html
        assert offered == (full.out / language_path(language) / CALENDAR).is_file()
