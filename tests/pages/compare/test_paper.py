"""A project on paper: two pages of A4 with code, contact and day."""

import re
from datetime import UTC, date, datetime, time

import pytest
from playwright.sync_api import expect

from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.pack import pack
from tests.pages.compare.conftest import Reader
from tests.sites import Site

PRINTED = date(2026, 12, 3)
PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_pages(reader: Reader, address: str, real: Site, language: Language) -> None:
    """Of the projects with most to say."""
    page = reader().page
    longest = sorted(real.catalog.projects.values(), key=lambda record: -len(pack(record)))[:3]
    for project in longest:
        page.goto(f"{address}{language_path(language)}projects/{project.id}/")
        assert len(PAGE.findall(page.pdf(prefer_css_page_size=True))) == 2, project.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_paper_says(reader: Reader, address: str, real: Site, language: Language) -> None:
    """The way back, whom to call, when it was verified and printed; nothing that only a screen can use."""
    page = reader().page
    page.clock.set_fixed_time(datetime.combine(PRINTED, time(12), UTC))
    page.goto(f"{address}{language_path(language)}projects/mlcc-passive-components/")
    page.emulate_media(media="print")
    paper = page.locator(".project-print-note")
    expect(paper).to_contain_text(f"/{language_path(language)}projects/mlcc-passive-components/")
    expect(paper).to_contain_text("+86 830 000 0031")
    expect(paper).to_contain_text(show(PRINTED, language))
    expect(paper).to_contain_text(show(real.catalog.projects["mlcc-passive-components"].verified_on, language))
    expect(page.locator(".project-code svg")).to_be_visible()
    expect(page.locator("#conditions")).to_be_visible()
    for gone in (".project-buttons", ".portal-header", "#related", ".call-bar", ".jump"):
        expect(page.locator(gone).first).to_be_hidden()
