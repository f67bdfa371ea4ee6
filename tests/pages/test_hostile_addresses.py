"""Addresses that nobody typed: whatever stands in them, tools show their pages, run nothing and break nowhere."""

import random
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser.watching import watched
from tests.conftest import FUZZ

TOOLS = (
    "projects/", "policies/", "policies/matcher/", "contacts/", "network/", "search/", "guide/", "compare/",
    "shortlist/", "enquiry/", "meeting/", "changes/", "parks/", "events/",
)  # fmt: skip
"""Pages whose scripts read their address."""

PARAMETERS = """[...new Set(
    [...document.querySelectorAll("main [name], main [id]")]
    .map((element) => element.name || element.id).filter(Boolean)
)]"""
USUAL = (
    "q", "ids", "view", "sort", "sum_min", "land_max", "origin", "sector", "project", "policy", "contact", "day",
    "land",
)  # fmt: skip
VALUES = (
    "<img src=x onerror=ran=1>", '"><script>ran=1</script>', "'-ran-'", "javascript:ran=1", "__proto__", "constructor",
    "prototype,toString,hasOwnProperty", "%", "%E0%A4%A", "%00", "\u202e\u0000\ud7ff", "NaN", "-1", "1e309", "9" * 400,
    "null", "[]", "{}", "${ran=1}", "{{ran}}", ",,,,", "/../..", "//evil.example", "😀" * 50, "a" * 6000, "2026-02-30",
    "0000-00-00T99:99", "zh", "all", "",
)  # fmt: skip
NOTHING_RAN = "typeof ran === 'undefined' && Object.prototype.ran === undefined && !document.querySelector('[onerror]')"


def address(chance: random.Random, names: list[str]) -> str:
    """Return parameters and a fragment of odd names and values, now and then with broken escapes."""

    def pairs() -> str:
        chosen = chance.choices([*names, *USUAL, "__proto__", "constructor", "", "a[b]"], k=chance.randint(0, 6))
        return "&".join(f"{quote(name)}={_escaped(chance, chance.choice(VALUES))}" for name in chosen)

    return f"?{pairs()}" + (f"#{pairs()}" if chance.random() < 0.7 else "")


def _escaped(chance: random.Random, value: str) -> str:
    return value if value.startswith("%") and chance.random() < 0.8 else quote(value)


def try_addresses(chromium: Browser, site: str, tool: str) -> None:
    """Open a page at odd addresses in both languages."""
    chance = random.Random(f"{tool} {FUZZ}")  # noqa: S311 - no secret
    with watched(chromium) as watch:
        for prefix in ("", "en/"):
            watch.page.goto(f"{site}{prefix}{tool}")
            names = watch.page.evaluate(PARAMETERS)
            for _ in range(FUZZ):
                there = f"{site}{prefix}{tool}{address(chance, names)}"
                watch.page.goto("about:blank")
                watch.page.goto(there, wait_until="networkidle")
                assert watch.faults == [], there
                assert watch.page.evaluate(NOTHING_RAN), there
                assert watch.page.locator("main h1").count() == 1, there


@pytest.mark.fuzz
@pytest.mark.parametrize("tool", TOOLS)
def test_odd_addresses(chromium: Browser, full_address: str, tool: str) -> None:
    """No error, no dialog, no request elsewhere, no element of the address."""
    try_addresses(chromium, full_address, tool)


@pytest.mark.fuzz
def test_odd_addresses_of_the_cost_sheet(chromium: Browser, real_address: str) -> None:
    """The small portal has none."""
    try_addresses(chromium, real_address, "costs/")
