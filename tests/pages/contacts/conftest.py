"""The real site, served, in the window of a reader somewhere."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.watching import DESKTOP, Watched
from tests.sites import Site
from tests.visual.browsing import served

Reader = Callable[..., Page]
NOON = "2026-11-24T02:30:00Z"
"""A Tuesday, half past ten in China."""
MIDNIGHT = "2026-11-24T16:00:00Z"


@pytest.fixture(scope="session")
def route_address(real: Site) -> Iterator[str]:
    """Serve the real portal's site."""
    with served(real.out) as address:
        yield address


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Reader]:
    """Open windows of readers: where their clock stands, how wide, with scripts or not; nothing may go wrong in one."""
    with ExitStack() as stack:
        windows: list[Watched] = []

        def opened(
            zone: str = "Asia/Shanghai", at: str = NOON, size: ViewportSize = DESKTOP, *, scripts: bool = True
        ) -> Page:
            context = chromium.new_context(
                timezone_id=zone,
                viewport={"width": size["width"], "height": size["height"]},
                java_script_enabled=scripts,
                reduced_motion="reduce",
            )
            stack.callback(context.close)
            page = context.new_page()
            page.clock.set_fixed_time(datetime.fromisoformat(at))
            windows.append(Watched(page))
            return page

        yield opened
        assert [fault for window in windows for fault in window.faults] == []
