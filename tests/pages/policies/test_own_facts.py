"""Facts and types of enterprise of the settings: asked by the matcher, shown by their names, counted in sums."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from investment_portal.components import incentives
from investment_portal.domain.coverage import matrix
from investment_portal.domain.incentives.assess import assess
from investment_portal.domain.incentives.declare import declare
from investment_portal.languages import LANGUAGES
from investment_portal.models.benefit import Benefit
from investment_portal.models.convert import convert
from investment_portal.models.facts import Requirement
from investment_portal.pages.matcher.matcher import matcher
from tests.browser.watching import watched
from tests.sites import Site

ANSWERS: dict[str, Any] = {
    "sector": frozenset({"machinery"}),
    "enterprise_type": frozenset({"state_owned"}),
    "stage": frozenset({"settling"}),
    "exports": Fraction(20_000_000),
    "growth": Fraction(15, 100),
    "freight": Fraction(8000),
}


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        (
            {"fact": "freight", "at_least": 5000},
            "年货运量 5,000 吨以上",
            "annual freight: at least 5,000 tonnes",
        ),
        ({"fact": "growth", "at_least": "15 %"}, "营收增幅 15%以上", "growth of revenue: at least 15%"),
        (
            {"fact": "enterprise_type", "one_of": ["state_owned", "sme"]},
            "企业类型属于：国有企业、中小微企业",
            "enterprise type: one of State-owned enterprise, Small and medium enterprise",
        ),
    ],
)
def test_tests_name_them(full: Site, written: dict[str, Any], zh: str, en: str) -> None:
    """With the unit of the settings."""
    declared = convert(Requirement, written)
    assert tuple(incentives.test(declared, full.context(language)) for language in LANGUAGES) == (zh, en)


def test_sums_are_computed_from_them(full: Site) -> None:
    """A share of exports, a sum for each tonne."""
    given = convert(Benefit, {"form": "per_unit", "amount": "5 元", "base": "freight"})
    assert incentives.benefit(given, full.context("zh")) == "年货运量每吨补助 5\u00a0元"
    matches = {policy.id: policy for policy in assess(declare(full.catalog, full.day), ANSWERS, full.day).policies}
    amounts = [benefit.most for benefit in matches["every-form"].benefits if benefit.raw is not None]
    assert {20_000_000, 4_000_000} <= set(amounts)


def test_the_matcher_asks_for_them(full: Site) -> None:
    """Under their names, with the question below."""
    result = matcher(full.context("en"))
    asked = {item.fact: (item.label, item.sort, item.example) for item in (*result.first, *result.more)}
    assert asked["exports"] == ("Annual exports", "money", "What did you export last year?")
    assert asked["freight"] == ("Annual freight (tonnes)", "count", "")
    assert asked["growth"][:2] == ("Growth of revenue", "share")
    types = next(item for item in result.first if item.fact == "enterprise_type")
    assert types.options[-1].label == "State-owned enterprise"


def test_the_coverage_has_their_column(full: Site) -> None:
    """Beside those of the list."""
    cells = matrix(full.catalog, full.day)
    assert [policy.id for policy in cells["machinery", "state_owned"]] == ["equipment-grant"]


def test_a_reader_states_them(chromium: Browser, full_address: str) -> None:
    """A share with or without its sign, a number with its unit; the address keeps them."""
    with watched(chromium) as watch:
        page = watch.page
        page.clock.set_fixed_time(date(2026, 6, 30).isoformat() + "T08:00:00Z")
        page.goto(f"{full_address}en/policies/matcher/#growth=15&freight=8000&enterprise_type=state_owned")
        expect(page.locator("#fact-growth-note")).to_have_text("that is 15%")
        page.locator(".matcher-more").evaluate("more => { more.open = true }")
        page.locator("#fact-freight").fill("9000 tonnes")
        page.locator("#fact-growth").fill("12.5 %")
        expect(page.locator(".matcher-facts")).to_contain_text("12.5%")
        expect(page.locator(".matcher-facts")).to_contain_text("State-owned enterprise")
        assert "freight=9000" in page.evaluate("location.hash")
