"""The chain map: links of a chain as a drawing and as a table, walked by keys and by finger."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from investment_portal.languages import Language
from investment_portal.models.controlled_values import LinkState
from tests.browser.watching import PHONE, watched
from tests.sites import Site

CHAIN = "electronics"
TARGET = "([...document.querySelectorAll('tr:target')].map((one) => one.id)).join()"


def goto(page: Page, address: str, language: Language) -> None:
    """Open the chain's page."""
    page.goto(f"{address}{'' if language == 'zh' else 'en/'}chains/{CHAIN}/")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_drawing_and_table_say_the_same(chromium: Browser, real: Site, real_address: str, language: Language) -> None:
    """Every link with its name; a gap leads to projects and sites; all of it without scripts as well."""
    nodes = real.catalog.chains[CHAIN].nodes
    with watched(chromium, scripts=False) as watch:
        page = watch.page
        goto(page, real_address, language)
        boxes = page.locator("svg.chain a.chain-box")
        hrefs = boxes.evaluate_all("all => all.map((one) => one.getAttribute('href').split('#')[1])")
        assert sorted(hrefs) == sorted(f"link-{node_.id}" for node_ in nodes)
        for node in nodes:
            row = page.locator(f"tr#link-{node.id}")
            expect(row.locator("th")).to_contain_text(node.name.in_(language))
            if node.state is LinkState.GAP:
                assert row.locator("a[href*='/projects/'], a[href*='/parks/']").count() > 0
        assert watch.faults == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_by_keys(chromium: Browser, real: Site, real_address: str, language: Language) -> None:
    """Tab walks the links of the drawing one by one; Enter goes to the row that tells more, and from there on."""
    count = len(real.catalog.chains[CHAIN].nodes)
    with watched(chromium) as watch:
        page = watch.page
        goto(page, real_address, language)
        page.locator(".drawing").focus()
        met = []
        for _ in range(count):
            page.keyboard.press("Tab")
            met.append(page.evaluate("document.activeElement.getAttribute('href').split('#')[1]"))
        assert len(set(met)) == count
        page.keyboard.press("Enter")
        expect(page.locator(f"tr#{met[-1]}")).to_be_in_viewport()
        assert page.evaluate(TARGET) == met[-1]
        gap = page.locator("tr:has(.badge--warn) a[href*='/projects/']").first
        gap.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/projects/"))
        expect(page.locator("main h1")).to_be_visible()
        assert watch.faults == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_by_finger(chromium: Browser, real_address: str, language: Language) -> None:
    """A tap on a phone does the same; what is drawn wider than the screen is moved within its own frame."""
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    try:
        page = context.new_page()
        goto(page, real_address, language)
        box = page.locator("svg.chain a.chain-box").last
        box.scroll_into_view_if_needed()
        wanted = (box.get_attribute("href") or "").split("#")[1]
        box.tap()
        expect(page.locator(f"tr#{wanted}")).to_be_in_viewport()
        assert page.evaluate(TARGET) == wanted
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    finally:
        context.close()
