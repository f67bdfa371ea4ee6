"""Every kind of page looks as its reference picture, and nothing on it moves while it loads."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.sites import TINY_DAY, Site
from tests.visual.comparing import difference, keep, small
from tests.visual.kinds import NAMES, address_of

PICTURES = Path(__file__).parent / "pictures"
WIDTHS = {"phone": 390, "desktop": 1280}
LOADS = 3
SHIFTS = """
window.shifted = { value: 0, nodes: [] };
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    window.shifted.value += one.value;
    window.shifted.nodes.push(...one.sources.map(({ node }) => (node?.outerHTML ?? "").slice(0, 120)));
  }
}).observe({ type: "layout-shift", buffered: true });
"""


def taken(page: Page) -> Image.Image:
    """Take the whole page; JPEG costs half the time of PNG, and scaled down nobody sees the difference."""
    return small(page.screenshot(full_page=True, type="jpeg", quality=95))


@pytest.fixture(scope="module", params=[f"{language}-{width}" for language in ("zh", "en") for width in WIDTHS])
def visitor(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[str, str, Page]]:
    """Return a language, a width, and one visitor for all pages: a visitor a page would cost twice the time."""
    language, width = request.param.split("-")
    context = chromium.new_context(viewport={"width": WIDTHS[width], "height": 900}, color_scheme="light")
    page = context.new_page()
    page.add_init_script(SHIFTS)
    # Pages count the days to a date.
    page.clock.set_fixed_time(datetime.combine(TINY_DAY, time(12), UTC))
    yield language, width, page
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_looks_as_before(
    name: str, visitor: tuple[str, str, Page], tiny_address: str, full: Site, *, bless: bool
) -> None:
    """Compare the whole page with its reference, and demand a layout shift of 0; test_tokens holds the dark scheme."""
    language, width, page = visitor
    prefix = "" if language == "zh" else "en/"
    # A busy machine may paint halfway through a page's arrival: what shifts each time is the page's own doing.
    for _ in range(LOADS):
        page.goto(tiny_address + prefix + address_of(full, name))
        page.evaluate("document.fonts.ready")
        shifted = page.evaluate("new Promise((done) => setTimeout(() => done(window.shifted), 150))")
        if round(shifted["value"], 3) == 0:
            break
    # Only now: to take the whole page, the browser resizes its window, which shifts everything.
    looks = taken(page)
    page.evaluate("localStorage.clear(), sessionStorage.clear()")
    path = PICTURES / f"{name}-{language}-{width}.webp"
    if bless:
        keep(looks, path)
    assert path.is_file(), f"{path.name} is missing: look at the page, then write it with pytest --bless"
    assert difference(looks, path) == ""
    # Three decimals, as the tools write it that site owners look at; what stays below no eye can see.
    assert round(shifted["value"], 3) == 0, shifted["nodes"]
