"""The one Chromium that all tests in a browser share: Playwright can be started only once in a process."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from investment_portal.content.theme_files import THEME
from tests.visual.browsing import ARGUMENTS, served

SCRIPTS = THEME / "scripts"

PATIENCE = 30_000
"""Milliseconds in which a page must come to what is expected: as long as Playwright waits for everything else."""

# The first has no window to draw, which halves the time of the tests.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium once."""
    program = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    assert program, "Chromium is missing: run `make test`, which installs it, or install the package chromium"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def modules(chromium: Browser) -> Iterator[Page]:
    """Return a page that can import the portal's ES modules, as ``await import('/lib/dom.js')``."""
    with served(SCRIPTS) as address:
        page = chromium.new_page()
        page.goto(address)
        yield page
        page.close()
