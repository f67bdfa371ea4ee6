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


def test_the_menu_is_one_stop_of_the_keyboard(chromium: Browser, full_address: str) -> None:
    """Arrows lead along it, the one downwards into a section; Escape closes the section and leads back."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(full_address)
        stops = page.locator(".portal-menu > ul > li > a, .portal-menu > ul > li > button")
        assert stops.evaluate_all("all => all.filter((stop) => stop.tabIndex === 0).length") == 1
        stops.first.focus()
        names = []
        for _ in range(stops.count()):
            names.append(page.evaluate("document.activeElement.textContent"))
            page.keyboard.press("ArrowRight")
        assert names == stops.all_text_contents()
        section = page.locator(".menu-section").first
        button, links = section.locator("button"), section.locator("a")
        button.focus()
        page.keyboard.press("ArrowDown")
        expect(links.first).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "true")
        for link in links.all()[1:]:
            page.keyboard.press("Tab")
            expect(link).to_be_focused()
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(links.first).to_be_hidden()


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
        button, drawer = page.locator(".menu-button"), page.locator(".portal-menu")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(drawer).to_be_hidden()
        button.click() if way == "pointer" else button.press("Space")
        expect(drawer).to_be_in_viewport()
        expect(drawer.locator("a").first).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "true")
        if way == "pointer":
            page.mouse.click(380, 600)
        else:
            page.keyboard.press("Escape")
            expect(button).to_be_focused()
        expect(drawer).to_be_hidden()
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
        if size is PHONE:
            page.locator(".menu-button").click()
        page.locator(".portal-menu").get_by_role("link", name="项目").first.click()
        expect(page.get_by_role("link", name=full.catalog.projects["bottling-line"].name.zh).first).to_be_visible()
        assert watch.faults == []
