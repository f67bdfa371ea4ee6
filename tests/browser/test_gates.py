"""Each kind of page, in both languages, on phone and desktop, light and dark: accessible, whole, and on its own."""

from collections.abc import Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from tests.browser.watching import DESKTOP, PHONE, watched

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
NARROW = {"width": 360, "height": 740}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OFFENDERS = """
[...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 5).map((one) => one.tagName + "." + one.className)
"""


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Say what axe objects to, and where; ``rules`` are those to apply, all where none is named."""
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes']][:3]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("own", ["", "en/"], ids=["zh", "en"])
def test_pages(chromium: Browser, real_address: str, own: str, size: dict[str, int], scheme: str) -> None:
    """Axe finds nothing; no error, no failed request, none to another host; nothing to scroll sideways."""
    found = []
    # Light and dark differ in colours alone, so that the dark ones need not be asked everything twice.
    rules = ("color-contrast", "link-in-text-block") if scheme == "dark" else ()
    with watched(chromium, size=size, scheme=scheme) as watch:
        for name in PAGES:
            watch.page.goto(f"{real_address}{own}{name}")
            found += [f"{own}{name} {one}" for one in violations(watch.page, rules)]
            if watch.page.evaluate(SIDEWAYS) > 0:
                found.append(f"{own}{name} scrolls sideways: {watch.page.evaluate(OFFENDERS)}")
        found += watch.faults
    assert not found, "\n".join(found)


@pytest.mark.parametrize("own", ["", "en/"], ids=["zh", "en"])
def test_nothing_scrolls_sideways_on_the_narrowest_phones(chromium: Browser, real_address: str, own: str) -> None:
    """At 360 pixels."""
    found = []
    with watched(chromium, size=NARROW) as watch:
        for name in PAGES:
            watch.page.goto(f"{real_address}{own}{name}")
            if watch.page.evaluate(SIDEWAYS) > 0:
                found.append(f"{own}{name}: {watch.page.evaluate(OFFENDERS)}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("own", ["", "en/"], ids=["zh", "en"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_records_with_every_field(chromium: Browser, full_address: str, own: str, size: dict[str, int]) -> None:
    """The same of pages whose texts try to break out."""
    found = []
    with watched(chromium, size=size) as watch:
        for name in FULL:
            watch.page.goto(f"{full_address}{own}{name}")
            found += [f"{own}{name} {one}" for one in violations(watch.page)]
            if watch.page.evaluate(SIDEWAYS) > 0:
                found.append(f"{own}{name} scrolls sideways: {watch.page.evaluate(OFFENDERS)}")
        found += watch.faults
    assert not found, "\n".join(found)
