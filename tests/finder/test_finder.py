"""Words narrow the project list; the address keeps them; hostile and over-long words do no harm."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.sites import Site
from tests.visual.browsing import served


@pytest.fixture(scope="module")
def address(real: Site) -> Iterator[str]:
    """Serve the real portal."""
    with served(real.out) as where:
        yield where


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open a phone's window."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def _found(page: Page) -> list[str]:
    return page.locator(".card:visible h3").all_inner_texts()


def test_home_page_leads_to_what_was_typed(page: Page, address: str) -> None:
    """Search on the home page, arrive at the list narrowed to it."""
    page.goto(address)
    page.fill("#hero-words", "储能")
    page.press("#hero-words", "Enter")
    page.wait_for_url("**/projects/?q=*")
    assert "储能电芯及系统集成制造基地" in _found(page)
    assert all("储能" in card for card in page.locator(".card:visible").all_inner_texts())


def test_drawer_narrows_and_the_address_keeps_it(page: Page, address: str) -> None:
    """Open the drawer, type, reload: the list stays narrowed."""
    page.goto(address + "en/projects/")
    everything = len(_found(page))
    page.click(".finder-open")
    page.fill("#finder-words", "logistics")
    narrowed = _found(page)
    assert 0 < len(narrowed) < everything
    assert page.locator(".finder-said").inner_text().endswith(str(len(narrowed)))
    page.reload()
    assert _found(page) == narrowed


def test_a_group_is_one_step_away(page: Page, address: str) -> None:
    """A link in the drawer closes it and leads to its group."""
    page.goto(address + "projects/")
    page.click(".finder-open")
    page.click(".finder .jump a[href='#baijiu']")
    assert page.locator("#finder-drawer").is_hidden()
    assert page.locator("#baijiu").is_visible()


@pytest.mark.parametrize("words", ["<script>document.title='broken'</script>", "x" * 10_000, "%00\\u202e", "q=1&a=b"])
def test_hostile_words_find_nothing_and_run_nothing(page: Page, address: str, words: str) -> None:
    """Whatever stands in the address is text; the page says that nothing fits."""
    page.goto(f"{address}projects/?q={quote(words)}")
    assert _found(page) == []
    assert page.locator(".finder-said").inner_text() != ""
    assert "broken" not in page.title()


def test_without_script_every_project_is_there(chromium: Browser, address: str, real: Site) -> None:
    """The list works without JavaScript, and shows no box that would do nothing."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + "projects/")
    assert len(_found(page)) == len(real.catalog.projects)
    assert page.locator("#finder-words").is_hidden()
    context.close()
