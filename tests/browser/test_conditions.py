"""Every kind of page, in both languages, as people use it: by keyboard, at 320 px, with wide text, in forced colours.

axe sees none of this (WCAG 2.2: 1.4.10, 1.4.12, 2.4.3, 2.4.7, 2.4.11, 2.5.8, 4.1.2). The manual lists which test holds
what (``manual/en/browsers.md``).
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.judging import sideways
from tests.sites import Site
from tests.visual.kinds import NAMES, address_of

FAULTS = Path(__file__).parents[1].joinpath("visual", "faults.js").read_text("utf-8")
PREFIXES = pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])

MOST_STOPS = 10
"""Stops of the keyboard before the content."""

STOPS = """
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
  .filter((one) => one.tabIndex >= 0 && !one.disabled && one.getClientRects().length
    && getComputedStyle(one).visibility !== "hidden" && one.id !== "main-content")
"""
BEFORE_CONTENT = f"({STOPS})().filter((one) => !one.closest('main, footer')).length"
HIDDEN_STOPS = """
[...document.querySelectorAll(".portal-menu a, .portal-menu button, .reader-settings__panel *")]
  .filter((one) => one.tabIndex >= 0 && one.getClientRects().length).length
"""
FOCUS = """
() => {
  const one = document.activeElement;
  // Drawings mark the shape; a part of a date field is the browser's own.
  if (!one || one === document.body || one.closest("svg") || !one.matches(":focus")) return "";
  const name = `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 30)}`;
  const style = getComputedStyle(one);
  const boxes = [one, one.closest("label"), one.nextElementSibling].filter(Boolean).map((box) => getComputedStyle(box));
  const marked = boxes.some((box) => box.outlineStyle !== "none" || box.boxShadow !== "none");
  if (!marked && one.tagName !== "IFRAME") return `the focus is not seen: ${name}`;
  const { left, top, right, bottom } = one.getBoundingClientRect();
  if (right < 0 || bottom < 0 || left > innerWidth || top > innerHeight) return `outside the window: ${name}`;
  const points = [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, bottom - 2]];
  const inside = (value, most) => Math.min(Math.max(value, 1), most - 1);
  const seen = points.some(([x, y]) => {
    const above = document.elementFromPoint(inside(x, innerWidth), inside(y, innerHeight));
    return above && (one.contains(above) || above.contains(one) || above.closest("label")?.contains(one));
  });
  return seen ? "" : `hidden by what sticks: ${name}`;
}
"""
ADOPT = """
css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}
"""
"""Adds a style sheet as a reader's extension does: a style element is refused by the pages' policy."""
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
SMALL = f"""
() => ({STOPS})().filter((one) => {{
  // A list beside the drawing has the same links.
  if (one.closest("svg")) return false;
  if (one.closest("p, dd, li, td, th, figcaption, .crumbs, .visually-hidden, .portal-skip") && one.tagName === "A"
      && getComputedStyle(one).display === "inline") return false;
  const box = (one.closest("label") ?? one).getBoundingClientRect();
  if (one.matches("input") && (one.labels ?? []).length && !one.closest("label"))
    return Math.max(box.height, one.labels[0].getBoundingClientRect().height) < 23.5;
  return (box.width < 23.5 || box.height < 23.5) && !one.closest(".visually-hidden") && !one.matches(".portal-skip");
}}).map((one) => `${{one.tagName}}.${{one.className}} ${{Math.round(one.getBoundingClientRect().width)}}x`
  + `${{Math.round(one.getBoundingClientRect().height)}} ${{one.textContent.trim().slice(0, 30)}}`)
"""


@pytest.fixture(scope="module")
def pages(chromium: Browser) -> Iterator[Page]:
    """Return one page for all tests of this module."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def each(page: Page, address: str, prefix: str, site: Site) -> Iterator[str]:
    """Open a page of each kind; yield its name."""
    for name in NAMES:
        page.goto(f"{address}{prefix}{address_of(site, name)}")
        yield name


@PREFIXES
def test_few_stops_before_the_content(pages: Page, full: Site, full_address: str, prefix: str) -> None:
    """On phone and desktop; what is closed cannot be reached."""
    faults = []
    for width in (390, 1280):
        pages.set_viewport_size({"width": width, "height": 844})
        for name in each(pages, full_address, prefix, full):
            stops = pages.evaluate(BEFORE_CONTENT)
            faults += [f"{name} {width}: {stops} stops"] if stops > MOST_STOPS else []
            if width < 1000 and pages.evaluate(HIDDEN_STOPS):
                faults.append(f"{name}: the closed drawer is reached")
    assert faults == []


@PREFIXES
def test_the_focus_is_seen(pages: Page, full: Site, full_address: str, prefix: str) -> None:
    """Each of the first stops has a mark, and no bar is above it (2.4.7, 2.4.11), in a low window too."""
    faults = []
    pages.set_viewport_size({"width": 390, "height": 600})
    for name in each(pages, full_address, prefix, full):
        for _ in range(30):
            pages.keyboard.press("Tab")
            fault = pages.evaluate(FOCUS)
            faults += [f"{name}: {fault}"] if fault else []
    assert faults == []


@PREFIXES
def test_nothing_scrolls_sideways_at_320_px(pages: Page, full: Site, full_address: str, prefix: str) -> None:
    """As a desktop of 1280 by 1024 shows the page at 400 % (1.4.10); what sticks leaves room for the text."""
    faults = []
    pages.set_viewport_size({"width": 320, "height": 256})
    for name in each(pages, full_address, prefix, full):
        faults += [f"{name}: {fault}" for fault in sideways(pages)]
        sticky = pages.evaluate(
            "[...document.querySelectorAll('.portal-header, .call-bar')].filter((bar) =>"
            " getComputedStyle(bar).position === 'sticky').length"
        )
        faults += [f"{name}: bars stick"] if sticky else []
    assert faults == []


@PREFIXES
def test_wide_text_has_its_place(pages: Page, full: Site, full_address: str, prefix: str) -> None:
    """With the line height, the space between letters and words of the criterion (1.4.12) no text is cut."""
    faults = {}
    pages.set_viewport_size({"width": 390, "height": 844})
    for name in each(pages, full_address, prefix, full):
        pages.evaluate(ADOPT, SPACING)
        if cut := [fault for fault in pages.evaluate(FAULTS) if not fault.startswith("larger")]:
            faults[name] = cut
    assert faults == {}


@PREFIXES
def test_targets_are_large_enough(pages: Page, full: Site, full_address: str, prefix: str) -> None:
    """At least 24 by 24 px, but for links within a text (2.5.8)."""
    faults = {}
    pages.set_viewport_size({"width": 390, "height": 844})
    for name in each(pages, full_address, prefix, full):
        if small := pages.evaluate(SMALL):
            faults[name] = small[:6]
    assert faults == {}


@PREFIXES
def test_forced_colours_leave_everything_to_be_seen(
    chromium: Browser, full: Site, full_address: str, prefix: str
) -> None:
    """Buttons have an edge, icons the colour of text."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, forced_colors="active")
    page = context.new_page()
    faults = []
    for name in each(page, full_address, prefix, full):
        faults += page.evaluate(
            """(name) => [...document.querySelectorAll(".icon-button svg")]
              .filter((icon) => icon.getClientRects().length)
              .filter((icon) => getComputedStyle(icon).fill === getComputedStyle(document.body).backgroundColor)
              .map(() => `${name}: an icon is not seen`)""",
            name,
        )
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    context.close()
    assert faults == []


def test_what_a_reader_sets_holds_for_all_pages_and_languages(chromium: Browser, full_address: str) -> None:
    """Nothing is stored before the choice; the care mode enlarges the text and keeps the width of the page."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(full_address)
    assert page.evaluate("localStorage.length") == 0
    before = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    button = page.locator(".reader-settings > button")
    button.click()
    page.get_by_role("group", name="颜色").get_by_label("高对比度").check()
    page.get_by_label("关怀模式").check()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.querySelector('.reader-settings > button')")
    assert button.get_attribute("aria-expanded") == "false"
    for address in ("en/", "projects/bottling-line/", "en/policies/"):
        page.goto(full_address + address)
        assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "contrast"
        after = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert after >= before * 1.2
        assert sideways(page) == []
    context.close()


SHEET = re.compile(rb"/Type\s*/Page\b")
MOST_SHEETS = 4
LIVE = ".contact-status, .days-left, .contact-local-hours, .portal-header, .portal-menu, .reader-settings"


@PREFIXES
def test_a_policy_is_printed_on_four_sheets(chromium: Browser, real_address: str, prefix: str) -> None:
    """With its address, without what holds at this moment only; headings stay with their text."""
    page = chromium.new_page()
    for policy in ("interest-subsidy", "bridge-loan"):
        page.goto(f"{real_address}{prefix}policies/{policy}/")
        assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) <= MOST_SHEETS, policy
        page.emulate_media(media="print")
        assert page.locator(LIVE).filter(visible=True).count() == 0
        assert f"{prefix}policies/{policy}/" in page.locator(".print-address").inner_text()
        assert page.evaluate("getComputedStyle(document.querySelector('.block h2')).breakAfter") == "avoid"
        page.emulate_media(media="null")
    page.close()
