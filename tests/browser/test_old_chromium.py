"""Every kind of page in Chromium 80, the oldest browser that pages are made for: nothing fails, and tools work."""

from collections.abc import Iterator

import pytest

from tests.old_chromium import OldChromium, old_chromium
from tests.sites import Site
from tests.visual.kinds import NAMES, address_of

SCRIPTS_RUN = "document.documentElement.classList.contains('js')"
BLACK = """
[...document.querySelectorAll("svg path, svg polygon, svg rect, svg circle")]
  .filter((shape) => !shape.closest("[data-code]") && getComputedStyle(shape).fill === "rgb(0, 0, 0)")
  .map((shape) => shape.outerHTML.slice(0, 80)).slice(0, 3)
"""
"""Shapes whose colour the browser could not read; those of QR codes are to be black."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OldChromium]:
    """Start the browser once."""
    with old_chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.mark.parametrize("size", [(390, 844), (1280, 900)], ids=["phone", "desktop"])
@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
def test_no_page_fails(browser: OldChromium, full: Site, full_address: str, prefix: str, size: tuple[int, int]) -> None:
    """Scripts start without an error, drawings have their colours, nothing scrolls sideways."""
    browser.size(*size)
    faults = {}
    for name in NAMES:
        errors = [*browser.open(full_address + prefix + address_of(full, name))]
        errors += browser.evaluate(BLACK)
        if not browser.evaluate(SCRIPTS_RUN):
            errors.append("is shown as without scripts")
        wide = browser.evaluate("document.documentElement.scrollWidth - innerWidth")
        errors += [f"scrolls sideways by {wide} px"] if wide > 0 else []
        if errors:
            faults[name] = errors
    assert faults == {}


def test_tools_work(browser: OldChromium, full_address: str) -> None:
    """The list of projects is filtered, the matcher answers, the enquiry is written, the menu opens."""
    browser.size(1280, 900)
    assert browser.open(f"{full_address}projects/") == []
    browser.evaluate("document.querySelector('.list-option:not([hidden]) input').click()")
    assert browser.evaluate("new Promise((done) => setTimeout(() => done(location.search), 300))") != ""
    assert browser.evaluate("document.querySelectorAll('.list-chips li').length") > 0
    assert browser.open(f"{full_address}policies/matcher/") == []
    browser.evaluate("document.querySelector('.matcher-form input[type=checkbox]').click()")
    assert browser.evaluate("new Promise((done) => setTimeout(() => done(location.hash.length), 500))") > 1
    browser.size(390, 844)
    assert browser.open(f"{full_address}enquiry/") == []
    browser.evaluate("document.querySelector('.menu-button').click()")
    assert browser.evaluate("document.querySelector('.portal-menu').getClientRects().length") == 1


def test_a_browser_below_the_baseline_gets_the_page_as_without_scripts(browser: OldChromium, full_address: str) -> None:
    """A script that cannot be loaded, as one that cannot be read, leaves no dead tool: the page says what to do."""
    browser.send("Network.setBlockedURLs", urls=["*/assets/scripts/*"])
    try:
        browser.open(f"{full_address}policies/matcher/")
        assert not browser.evaluate(SCRIPTS_RUN)
        assert browser.evaluate("document.querySelector('.matcher-form').getClientRects().length") == 0
    finally:
        browser.send("Network.setBlockedURLs", urls=[])
