"""A person before a form: a window of a size, in a time zone, with or without scripts."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser

from tests.browser.watching import DESKTOP, PHONE, Watched
from tests.sites import Site
from tests.visual.browsing import served


class Opening(Protocol):
    """Opens a window."""

    def __call__(self, *, phone: bool = False, **settings: Any) -> AbstractContextManager[Watched]:
        """Return a page that is watched; ``settings`` are Playwright's."""


@pytest.fixture(scope="session")
def forms(real: Site) -> Iterator[str]:
    """Serve the real portal."""
    with served(real.out) as where:
        yield where


@pytest.fixture
def window(chromium: Browser) -> Opening:
    """Open windows of one's own, in Berlin unless said otherwise."""

    @contextmanager
    def opened(*, phone: bool = False, **settings: Any) -> Iterator[Watched]:
        size: Any = PHONE if phone else DESKTOP
        options = {"viewport": size, "timezone_id": "Europe/Berlin", "reduced_motion": "reduce"} | settings
        context = chromium.new_context(**options)
        try:
            yield Watched(context.new_page())
        finally:
            context.close()

    return opened
