"""An investor as the tests match one, and how they read the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Page

from investment_portal.domain.incentives.assess import Answer, assess
from investment_portal.domain.incentives.declare import declare
from tests.browser.watching import Watched, watched
from tests.sites import REAL_DAY, Site

MATCHER = "policies/matcher/"
ADDRESS = (
    "?sector=electronics&enterprise_type=sme%2Chigh_tech&stage=settling%2Cbuilding%2Cproduction&new_to_district=yes"
    "&investment=30000wan&jobs=60&equipment=2yi&hall=3000m2&rent=540001yuan&research=3000wan"
)
STATED: dict[str, Any] = {
    "sector": frozenset({"electronics"}),
    "enterprise_type": frozenset({"sme", "high_tech"}),
    "stage": frozenset({"settling", "building", "production"}),
    "new_to_district": True,
    "investment": Fraction(300_000_000),
    "jobs": Fraction(60),
    "equipment": Fraction(200_000_000),
    "hall": Fraction(3000),
    "rent": Fraction(540_001),
    "research": Fraction(30_000_000),
}
"""The investor of the address. Half of the rent is no whole yuan; equipment and research share a cap."""


def answer(real: Site, stated: dict[str, Any]) -> Answer:
    """Return Python's answer."""
    return assess(declare(real.catalog, real.day), stated, real.day)


def sums(page: Page, kind: str) -> str:
    """Return a sum as the page has it for machines, in yuan."""
    return page.locator(f".matcher-totals data[data-kind={kind}]").get_attribute("value") or ""


def in_yuan(fen: int) -> str:
    """Write fen as the page does for machines."""
    return f"{fen // 100}.{fen % 100:02}"


def group(page: Page, name: str) -> list[str]:
    """Return the policies of a group, in their order."""
    ids: list[str] = page.locator(f"[data-group={name}] .incentive").evaluate_all(
        "all => all.map(one => one.dataset.policy)"
    )
    return ids


@contextmanager
def opened(chromium: Browser, address: str, **how: Any) -> Iterator[Watched]:
    """Open a page and demand that nothing went wrong on it."""
    with watched(chromium, day=REAL_DAY, **how) as watch:
        watch.page.goto(address)
        yield watch
        # A browser asks for the icon anew when the address changes, and drops that when the page is left.
        faults = [
            fault for fault in watch.faults if not (fault.startswith("failed: ") and fault.endswith("/favicon.svg"))
        ]
        assert not faults, faults


def fragment(page: Page) -> dict[str, str]:
    """Return the facts that the address holds; asked of the page itself, since Playwright learns of changes later."""
    return dict(parse_qsl(urlsplit(page.evaluate("location.href")).fragment))
