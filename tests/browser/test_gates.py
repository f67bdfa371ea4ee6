"""Each kind of page, in both languages, on phone and desktop, light and dark: accessible, whole, and on its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.judging import sideways, violations
from tests.browser.watching import DESKTOP, NARROW, PHONE, watched

PAGES = (
    "",
    "why-here/",
    "how-to-set-up/",
    "projects/",
    "projects/baijiu-packaging-park/",
    "projects/mlcc-passive-components/",
    "compare/",
    "enquiry/",
    "meeting/",
    "shortlist/",
    "search/",
    "guide/",
    "costs/",
    "requirements/",
    "policies/",
    "policies/bridge-loan/",
    "policies/interest-subsidy/",
    "policies/epidemic-support/",
    "policies/calendar/",
    "policies/matcher/",
    "contacts/",
    "contacts/station-shanghai/",
    "network/",
    "sectors/electronics/",
    "chains/",
    "chains/electronics/",
    "parks/",
    "parks/jiangnan-science-park/",
    "firms/",
    "firms/shengrongda-capacitor/",
    "events/",
    "events/online-conference-2020/",
    "events/electronics-briefing-2026/",
    "results/",
    "changes/",
    "archive/",
    "notices/",
    "notices/portal-demonstration/",
    "404.html",
)
FULL = (
    "projects/",
    "projects/hostile-hall/",
    "projects/old-mill/",
    "parks/hill-park/",
    "policies/",
    "policies/every-form/",
    "policies/calendar/",
)
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
PREFIXES = pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def objections(page: Page, size: ViewportSize, scheme: str) -> Iterator[str]:
    """Yield what is wrong with a loaded page, also on the narrowest phones."""
    if scheme == "dark":
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")  # as the theme does it
    yield from violations(page)
    yield from sideways(page)
    if size is PHONE:
        page.set_viewport_size(NARROW)
        yield from (f"at {NARROW['width']}: {overflow}" for overflow in sideways(page))
        page.set_viewport_size(PHONE)


@SIZES
@PREFIXES
@SCHEMES
def test_pages(chromium: Browser, real_address: str, prefix: str, size: ViewportSize, scheme: str) -> None:
    """Axe finds nothing; no error, no failed request, none to another host; nothing to scroll sideways."""
    faults = []
    with watched(chromium, size=size) as watch:
        for name in PAGES:
            watch.page.goto(f"{real_address}{prefix}{name}")
            faults += [f"{prefix}{name} {objection}" for objection in objections(watch.page, size, scheme)]
        faults += watch.faults
    assert not faults, "\n".join(faults)


@SIZES
@PREFIXES
@SCHEMES
def test_records_with_every_field(
    chromium: Browser, full_address: str, prefix: str, size: ViewportSize, scheme: str
) -> None:
    """The same of pages whose texts try to break out."""
    faults = []
    with watched(chromium, size=size) as watch:
        for name in FULL:
            watch.page.goto(f"{full_address}{prefix}{name}")
            faults += [f"{prefix}{name} {objection}" for objection in objections(watch.page, size, scheme)]
        faults += watch.faults
    assert not faults, "\n".join(faults)
