"""The home page in the language that a reader's browser asks for: offered until declined."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.judging import violations
from tests.sites import Site
from tests.visual.browsing import served


@pytest.mark.parametrize(("locale", "address"), [("en-GB", ""), ("zh-CN", "en/")])
def test_the_other_language_is_offered_until_declined(chromium: Browser, real: Site, locale: str, address: str) -> None:
    """Opening the page stores nothing; the answer is stored, and the reader is not asked again."""
    with served(Path(real.out)) as root:
        page = chromium.new_context(locale=locale).new_page()
        page.goto(f"{root}{address}")
        offer = page.locator(".language-offer")
        expect(offer).to_be_visible()
        assert page.evaluate("Object.keys(localStorage).length") == 0
        assert violations(page) == []
        assert offer.locator("a").get_attribute("href") == page.locator("a.portal-language").evaluate(
            "link => link.href"
        )
        offer.locator("button").click()
        expect(offer).to_be_hidden()
        page.reload()
        expect(page.locator(".portal-language")).to_be_visible()
        expect(offer).to_be_hidden()
        page.context.close()


@pytest.mark.parametrize(("locale", "address"), [("zh-CN", ""), ("en-US", "en/"), ("de-DE", "en/")])
def test_a_reader_of_the_language_is_not_asked(chromium: Browser, real: Site, locale: str, address: str) -> None:
    """Nor is one whose language the site does not have."""
    with served(Path(real.out)) as root:
        page = chromium.new_context(locale=locale).new_page()
        page.goto(f"{root}{address}")
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".language-offer")).to_be_hidden()
        page.context.close()
