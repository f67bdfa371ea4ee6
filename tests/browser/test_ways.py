"""Ways through the site: from disk, below a sub-path, by keyboard, on a phone, without scripts."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.watching import DESKTOP, PHONE, watched
from tests.sites import Site

PROJECT = "projects/bottling-line/"


def walk(page: Page, home: str) -> None:
    """Go from the home page to a project and to the same page in the other language."""
    page.goto(home)
    page.get_by_role("link", name="灌装生产线").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("灌装生产线")
    page.locator(".portal-language").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bottling line")
    page.locator(".portal-language").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("灌装生产线")


def test_at_the_root_of_a_host(chromium: Browser, full_address: str) -> None:
    """As a portal is mostly published."""
    with watched(chromium) as watch:
        walk(watch.page, full_address)
        assert watch.faults == []


def test_below_a_sub_path(chromium: Browser, below_address: str) -> None:
    """As GitHub Pages publishes it."""
    with watched(chromium) as watch:
        walk(watch.page, below_address)
        assert watch.page.url == f"{below_address}{PROJECT}"
        assert watch.faults == []


def test_from_disk(chromium: Browser, full: Site) -> None:
    """A copy on a memory stick: every page leads to the next, nothing is missing."""
    with watched(chromium) as watch:
        walk(watch.page, (full.out / "index.html").as_uri())
        assert watch.page.url == (full.out / PROJECT / "index.html").as_uri()
        assert watch.faults == []


def test_the_first_tab_skips_to_the_content(chromium: Browser, full_address: str) -> None:
    """Visible once it has the focus."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(full_address + PROJECT)
        page.keyboard.press("Tab")
        skip = page.locator(".portal-skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("#main-content")).to_be_focused()


def test_every_tab_of_the_menu_is_reached_by_keyboard(chromium: Browser, full_address: str) -> None:
    """Those below a section too, and each is visible when it has the focus."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(full_address)
        wanted = page.locator(".portal-tabs a").evaluate_all("links => links.map((one) => one.href)")
        reached = []
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("!!document.activeElement.closest('.portal-tabs')"):
                assert page.evaluate("document.activeElement.checkVisibility({visibilityProperty: true})")
                reached.append(page.evaluate("document.activeElement.href"))
        assert len(wanted) > 5
        assert reached == wanted


def test_the_language_switch_and_the_colours_are_reached_by_keyboard(chromium: Browser, full_address: str) -> None:
    """Enter on the switch changes the language."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(full_address)
        for _ in range(10):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.portal-language')"):
                break
        expect(page.locator(".portal-language")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{full_address}en/")


@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_the_drawer_of_a_phone(chromium: Browser, full_address: str, way: str) -> None:
    """Opens, says so, leads on, and closes again."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        page.goto(full_address)
        button, drawer = page.get_by_role("button", name="打开菜单"), page.locator(".md-sidebar--primary")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(drawer).not_to_be_in_viewport()
        button.click() if way == "pointer" else button.press("Enter")
        expect(drawer).to_be_in_viewport()
        expect(button).to_have_attribute("aria-expanded", "true")
        if way == "pointer":
            page.locator(".md-overlay").click(position={"x": 380, "y": 600})
        else:
            page.keyboard.press("Escape")
            expect(button).to_be_focused()
        expect(drawer).not_to_be_in_viewport()
        expect(button).to_have_attribute("aria-expanded", "false")
        button.click()
        drawer.get_by_role("link", name="项目").first.click()
        expect(page).to_have_url(f"{full_address}projects/")
        assert watch.faults == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_without_scripts_everything_is_there(
    chromium: Browser, full: Site, full_address: str, size: ViewportSize
) -> None:
    """The content, the menu, the way to the other language."""
    with watched(chromium, size=size, scripts=False) as watch:
        page = watch.page
        for name in ("", "projects/", PROJECT, "policies/every-form/", "chains/food/"):
            page.goto(full_address + name)
            article = page.locator("article")
            expect(article).to_be_visible()
            for section in page.locator("article section h2").all():
                expect(section).to_be_visible()
            expect(page.locator(".portal-language")).to_be_visible()
        expect(page.locator(".portal-footer__map a").first).to_be_visible()
        page.locator(".portal-footer__map").get_by_role("link", name="项目").click()
        expect(page.get_by_role("link", name=full.catalog.projects["bottling-line"].name.zh).first).to_be_visible()
        assert watch.faults == []
