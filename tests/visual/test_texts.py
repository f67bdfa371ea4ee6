"""No text overflows its place or is cut, whether texts are twice as long or half as long."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.sites import TINY_DAY, Site, built, tiny_portal
from tests.visual.browsing import served
from tests.visual.kinds import NAMES, address_of
from tests.visual.stretching import half, stretch, twice

CHANGES = {"twice": twice, "half": half}
WIDTHS = (360, 1280)

FAULTS = Path(__file__).with_name("faults.js").read_text("utf-8")


@pytest.fixture(scope="module", params=list(CHANGES))
def stretched(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """Build and serve the tiny portal with its texts changed."""
    folder: Path = tmp_path_factory.mktemp(request.param)
    portal = tiny_portal(folder / "portal")
    stretch(portal, CHANGES[request.param])
    site = built(portal, folder / "site", TINY_DAY)
    with served(site.out) as address:
        yield site, address


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_has_its_place(stretched: tuple[Site, str], language: str, chromium: Browser) -> None:
    """Look at every kind of page, narrow and wide, for what sticks out, is cut, or outgrows its box."""
    site, address = stretched
    prefix = "" if language == "zh" else "en/"
    context = chromium.new_context()
    faults: dict[tuple[str, int], list[str]] = {}
    try:
        page = context.new_page()
        for name in NAMES:
            page.set_viewport_size({"width": WIDTHS[0], "height": 900})
            page.goto(address + prefix + address_of(site, name))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                faults |= {(name, width): faults_} if (faults_ := page.evaluate(FAULTS)) else {}
    finally:
        context.close()
    assert not faults
