"""An investor is matched on the real portal: the sums that Python reckons, in both languages, on a phone."""

from decimal import Decimal

import pytest
from playwright.sync_api import Browser, expect

from investment_portal.domain.incentives.assess import group as group_of
from investment_portal.formatting.numbers import money
from investment_portal.languages import Language
from investment_portal.models.quantities.money import yuan
from tests.browser.watching import PHONE
from tests.pages.matcher.matching import MATCHER, STATED, answer, group, in_yuan, opened, sums
from tests.sites import Site

TYPED = {"equipment": "2亿", "hall": "3,000 m²", "rent": "CNY 540,001", "research": "30 million"}


def shown(fen: int, language: Language) -> str:
    """Write fen as pages write sums."""
    return money(yuan(Decimal(fen) / 100), language)


@pytest.mark.parametrize(("prefix", "language"), [("", "zh"), ("en/", "en")])
def test_an_investor_gets_the_sums_that_python_reckons(
    chromium: Browser, real: Site, real_address: str, prefix: str, language: Language
) -> None:
    """Filled by hand on a phone, with units as people type them: order, verdicts, sums to the fen, and their words."""
    wanted = answer(real, STATED)
    with opened(chromium, real_address + prefix + MATCHER, size=PHONE) as watch:
        page = watch.page
        assert len(group(page, "all")) == len(wanted.policies)
        page.select_option("#fact-sector", "electronics")
        for value in ("sme", "high_tech", "settling", "building", "production"):
            page.locator(f".chip input[value={value}]").check()
        page.select_option("#fact-new_to_district", "yes")
        page.fill("#fact-investment", "３００００ 万元")
        page.fill("#fact-jobs", "60")
        page.locator(".matcher-more summary").click()
        for fact, typed in {
            "equipment": "2亿",
            "hall": "3,000 m²",
            "rent": "CNY 540,001",
            "research": "30 million",
        }.items():
            page.fill(f"#fact-{fact}", typed)
        page.locator("#fact-research").blur()
        for name in ("yes", "service", "unknown", "no"):
            assert group(page, name) == [policy.id for policy in wanted.policies if group_of(policy) == name]
        assert sums(page, "grant") == in_yuan(wanted.certain.sums["grant"])
        assert sums(page, "equity") == in_yuan(wanted.certain.sums["equity"])
        expect(page.locator(".matcher-totals data[data-kind=grant]")).to_have_text(
            shown(wanted.certain.sums["grant"], language)
        )
        rent = next(policy for policy in wanted.policies if policy.id == "hall-rent-subsidy")
        assert rent.least == {"grant": 81_000_150}
        expect(page.locator("[data-policy=hall-rent-subsidy] .incentive-sum")).to_contain_text(
            shown(rent.least["grant"], language)
        )
        # The shared cap of equipment and research holds 12 million to 11.
        assert wanted.certain.sums["grant"] < sum(policy.least.get("grant", 0) for policy in wanted.policies)
        expect(page.locator(".matcher-sums")).to_contain_text(shown(1_100_000_000, language))


def test_of_two_that_exclude_each_other_one_is_counted(chromium: Browser, real_address: str) -> None:
    """The larger; the other says so."""
    query = "?sector=electronics&enterprise_type=top_500&stage=settling,building&new_to_district=yes&investment=6yi"
    with opened(chromium, real_address + MATCHER + query) as watch:
        page = watch.page
        assert sums(page, "grant") == "15000000.00"
        expect(page.locator("[data-policy=equipment-investment-grant] .incentive-left-out")).to_contain_text(
            "世界和中国500强企业落户支持"
        )
        expect(page.locator("[data-policy=top-500-settlement] .incentive-left-out")).to_have_text("")
