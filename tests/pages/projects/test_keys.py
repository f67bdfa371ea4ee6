"""The list without a pointer: filters, chips, order, views, empty result; nothing moves while it is read."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from investment_portal.domain.totals import available
from investment_portal.languages import LANGUAGES, Language, language_path
from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE, Watched, moved, watched
from tests.pages.projects.reading import ready, shown
from tests.sites import Site

ENOUGH = 400


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something that a selector names has the focus."""
    for _ in range(ENOUGH):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_alone(watch: Watched, real: Site, real_address: str, language: Language) -> None:
    """Choose two filters, sort, look at the table, take the filters away again: the focus is never lost."""
    page = watch.page
    ready(page, f"{real_address}{language_path(language)}projects/")
    tab_to(page, "[name=sector][value=medicine]")
    page.keyboard.press(" ")
    expect(page.locator("[name=sector][value=medicine]")).to_be_focused()
    wanted = {
        project.id
        for project in real.catalog.projects.values()
        if project.sector == "medicine" and available(project, real.day)
    }
    assert set(shown(page)) == wanted
    tab_to(page, "[data-facet=sum] > summary")
    page.keyboard.press("Enter")
    tab_to(page, "[name=sum]")
    page.keyboard.press(" ")
    assert set(shown(page)) < wanted
    expect(page.locator(".list-summary")).to_contain_text(str(len(shown(page))))
    tab_to(page, ".list-sort select")
    page.keyboard.press("ArrowDown")
    assert "sort=newest" in page.url
    tab_to(page, ".list-views [value=table]")
    page.keyboard.press("Enter")
    rows = page.locator(".list-results tbody tr").count()
    assert rows > 0
    assert page.evaluate(SIDEWAYS) <= 0
    tab_to(page, ".list-chip")
    page.keyboard.press("Enter")
    expect(page.locator(".list-chip")).to_have_count(1)
    expect(page.locator(".list-chip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".list-chip")).to_have_count(0)
    expect(page.locator(".list-summary")).to_be_focused()
    everything = sum(available(project, real.day) for project in real.catalog.projects.values())
    expect(page.locator(".list-results tbody tr")).to_have_count(min(everything, 50))


def test_the_drawer_by_keyboard(chromium: Browser, real_address: str) -> None:
    """Opens on a phone's keyboard, says how many fit, closes by Escape, and gives the focus back."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        ready(page, f"{real_address}projects/")
        page.locator(".list-open").press("Enter")
        expect(page.locator(".list-drawer")).to_be_visible()
        page.locator("[name=sector][value=baijiu]").press(" ")
        number = page.locator(".list-drawer__show").inner_text()
        page.keyboard.press("Escape")
        expect(page.locator(".list-drawer")).to_be_hidden()
        expect(page.locator(".list-open")).to_be_focused()
        expect(page.locator(".list-open")).to_contain_text("1")
        assert str(len(shown(page))) in number
        page.locator(".list-open").press("Enter")
        page.locator(".list-drawer__clear").press("Enter")
        page.locator(".list-drawer__show").press("Enter")
        expect(page.locator(".list-drawer")).to_be_hidden()
        assert page.url == f"{real_address}projects/"
        assert watch.faults == []


def test_an_empty_result_helps(watch: Watched, real: Site, real_address: str) -> None:
    """Each filter whose removal leads to projects, with how many; the whole site; a contact."""
    page = watch.page
    ready(page, f"{real_address}en/projects/?sector=medicine")
    page.goto(f"{real_address}en/projects/?sector=medicine&q=circuit")
    expect(page.locator(".list-empty")).to_be_visible()
    expect(page.locator(".list-empty")).to_contain_text(real.catalog.contacts[real.catalog.site.bureau].name.en)
    assert page.locator(".list-empty a[href*='search/?q=circuit']").count() == 1
    assert violations(page) == []
    button = page.locator(".list-empty button").first
    number = int("".join(filter(str.isdigit, button.inner_text().rpartition(":")[2])))
    button.press("Enter")
    page.wait_for_function("() => document.querySelector('.list-results [data-id]')")
    assert len(shown(page)) == number


ADDRESSES = (
    "projects/?sector=medicine&sum=10-50",
    "projects/?q=%E9%85%92&view=table&sort=sum",
    "projects/?view=map",
    "projects/?colour=red&sector=medicine",
    "search/?q=%E9%85%92",
)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves(chromium: Browser, real_address: str, language: Language, size: ViewportSize) -> None:
    """Whatever of the list an address asks for has its room before it comes."""
    with watched(chromium, size=size) as watch:
        for address in ADDRESSES:
            watch.page.goto(f"{real_address}{language_path(language)}{address}")
            watch.page.wait_for_load_state("networkidle")
            assert moved(watch.page) == 0, address
        assert watch.faults == []
