"""The served real portal, and readers with windows of several sizes."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize

from tests.browser.watching import DESKTOP, Watched
from tests.sites import Site
from tests.visual.browsing import served

Reader = Callable[..., Watched]


@pytest.fixture(scope="session")
def address(real: Site) -> Iterator[str]:
    """Serve the real portal."""
    with served(real.out) as where:
        yield where


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Reader]:
    """Open windows of a browser of one's own, whose faults are watched; a second window shares what the first keeps."""
    contexts: list[BrowserContext] = []

    def open_(*, size: ViewportSize = DESKTOP, again: bool = False, **how: Any) -> Watched:
        if not again:
            contexts.append(
                chromium.new_context(
                    viewport={"width": size["width"], "height": size["height"]}, reduced_motion="reduce", **how
                )
            )
        return Watched(contexts[-1].new_page())

    yield open_
    for context in contexts:
        context.close()
