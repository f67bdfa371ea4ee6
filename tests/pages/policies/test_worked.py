"""Worked examples: exact sums, rounded once, limits and years after them."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.domain.incentives.worked_example import amount, passes, stated
from investment_portal.models.base import fields_of
from investment_portal.models.benefit import Benefit
from investment_portal.models.convert import convert
from investment_portal.models.facts import InvestorFact, Test
from investment_portal.models.policy import WorkedExample
from investment_portal.models.quantities import Area, Money
from investment_portal.validation.record_reader import read_portal
from tests.overlay import PORTAL
from tests.sites import Site

SITE = read_portal(PORTAL).catalog.site
"""Its dollar costs 7.1 yuan."""


def total(declared: dict[str, Any], **facts: Any) -> Decimal | None:
    """Return what a declaration comes to for facts, in yuan."""
    typed = convert(WorkedExample, facts).stated()
    sum_ = amount(convert(Benefit, declared), stated(typed, SITE), SITE)
    return sum_.total.amount if sum_ else None


@pytest.mark.parametrize(
    ("declared", "facts", "wanted"),
    [
        ({"form": "rate", "rate": "30 %", "base": "rent"}, {"rent": "54 万元"}, "162000.00"),
        ({"form": "rate", "rate": "30 %", "base": "rent", "cap": "10 万元"}, {"rent": "54 万元"}, "100000.00"),
        ({"form": "rate", "rate": "1 %", "base": "rent", "floor": "2 万元"}, {"rent": "54 万元"}, "20000.00"),
        (
            {"form": "rate", "rate": "50 %", "base": "rent", "cap": "60 万元", "years": 3},
            {"rent": "144 万元"},
            "1800000.00",
        ),
        ({"form": "rate", "rate": "0.5 %", "base": "rent"}, {"rent": "1 元"}, "0.01"),
        ({"form": "rate", "rate": "0.4 %", "base": "rent"}, {"rent": "1 元"}, "0.00"),
        ({"form": "fixed", "amount": "2 万元", "years": 2}, {}, "40000.00"),
        ({"form": "per_unit", "amount": "150 元", "base": "land"}, {"land": "1000 亩"}, "150000.00"),
        ({"form": "per_unit", "amount": "150 元", "base": "land"}, {"land": "2 公顷"}, "4500.00"),
        ({"form": "per_unit", "amount": "1500 元", "base": "graduates"}, {"graduates": 8}, "12000.00"),
        ({"form": "per_unit", "amount": "1500 元", "base": "graduates", "floor": "5 万元"}, {"graduates": 0}, "0.00"),
        ({"form": "rate", "rate": "30 %", "base": "rent"}, {"rent": "USD 54000"}, "115020"),
        (
            {"form": "fixed", "amount": "2 万元", "only_if": [{"fact": "jobs", "at_least": 10}]},
            {"jobs": 9},
            None,
        ),
        ({"form": "rate", "rate": "30 %", "base": "rent"}, {"loan": "54 万元"}, None),
        ({"form": "service", "text": {"zh": "代办", "en": "Done for you"}}, {}, None),
    ],
)
def test_sums(declared: dict[str, Any], facts: dict[str, Any], wanted: str | None) -> None:
    """By hand."""
    assert total(declared, **facts) == (None if wanted is None else Decimal(wanted))


TIERS = {
    "form": "tiers",
    "base": "equipment",
    "tiers": [{"from": "500 万元", "rate": "3 %"}, {"from": "2000 万元", "amount": "80 万元"}],
}


@pytest.mark.parametrize(
    ("equipment", "wanted"),
    [("499.999999 万元", "0.00"), ("500 万元", "150000.00"), ("1999.99 万元", "599997.00"), ("2000 万元", "800000.00")],
)
def test_the_highest_tier_reached_counts(equipment: str, wanted: str) -> None:
    """From its start on, start included."""
    assert total(TIERS, equipment=equipment) == Decimal(wanted)


@given(
    base=st.integers(0, 10**14),
    hundredths=st.decimals(0, 100, places=6),
    cap=st.none() | st.integers(0, 10**12),
    years=st.integers(1, 10),
)
def test_a_rate_is_exact(base: int, hundredths: Decimal, cap: int | None, years: int) -> None:
    """The same as in fractions, rounded half up once a year."""
    share = Fraction(base) * Fraction(hundredths) / 100
    yearly = min(share, Fraction(cap)) if cap is not None else share
    fen = int(Decimal(int(yearly * 1000)).scaleb(-1).quantize(Decimal(1), ROUND_HALF_UP)) * years
    declared = {"form": "rate", "rate": f"{hundredths:f} %", "base": "loan", "years": years}
    declared |= {"cap": f"{cap} 元"} if cap is not None else {}
    computed = total(declared, loan=f"{base} 元")
    assert computed is not None
    assert computed * 100 == fen


@pytest.mark.parametrize(
    ("test", "value", "wanted"),
    [
        ({"fact": "hall", "at_least": "1000 m²", "at_most": "2 公顷"}, Area.parse("1000 m²"), "yes"),
        ({"fact": "hall", "at_least": "1000 m²"}, Area.parse("1 亩"), "no"),
        ({"fact": "loan", "at_most": "100 万元"}, Money.parse("100.000001 万元"), "no"),
        ({"fact": "loan", "at_most": "100 万元"}, Money.parse("USD 5"), "yes"),
        ({"fact": "foreign_funded", "is": False}, False, "yes"),
        ({"fact": "sector", "one_of": ["food"]}, "machinery", "no"),
        ({"fact": "jobs", "at_least": 3}, None, "unknown"),
    ],
)
def test_tests_of_eligibility(test: dict[str, Any], value: Any, wanted: str) -> None:
    """Bounds are included; what is not stated is not known."""
    declared = convert(Test, test)
    facts = {} if value is None else {declared.tested: value}
    assert passes(declared, stated(facts, SITE), SITE) == wanted


def test_every_fact_can_be_stated() -> None:
    """A fact that a policy can ask about has its place in an example."""
    assert {fact.value for fact in InvestorFact} == fields_of(WorkedExample).keys() - {"case", "more"}


@pytest.mark.parametrize(
    ("policy", "sums"),
    [
        ("interest-subsidy", ["60 万元", "CNY 600,000"]),
        ("bridge-loan", ["640 万元", "CNY 6.4 million"]),
        ("tax-fee-cuts", ["6 万元", "CNY 60,000"]),
        ("industry-fund", ["4,000 万元", "CNY 40 million"]),
        ("epidemic-support", ["20 万元", "CNY 200,000"]),
        ("start-up-support", ["6 万元", "CNY 60,000"]),
    ],
)
def test_pages_show_what_the_example_comes_to(real: Site, policy: str, sums: list[str]) -> None:
    """In the figures of the declared support, in both languages."""
    for prefix, sum_ in zip(("", "en/"), sums, strict=True):
        html = real.pages[f"{prefix}policies/{policy}/index.html"].html.replace("\u00a0", " ")
        section = html.partition('id="example"')[2].partition("</section>")[0]
        assert f"<dd>{sum_}" in section
