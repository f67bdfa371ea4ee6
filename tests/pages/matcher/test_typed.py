"""Figures as people type them are read exactly, or refused with the reason; sums are written as Python writes them."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from investment_portal.formatting.numbers import money
from investment_portal.models.quantities import Money
from investment_portal.models.quantities.area import UNITS
from investment_portal.models.quantities.currencies import CURRENCIES, WORDS_AFTER, WORDS_BEFORE
from investment_portal.models.quantities.money import yuan
from investment_portal.models.quantities.scales import CHINESE, ENGLISH

READ = """async (asked) => {
  const { readFigure } = await import('/matcher/figure_input.js');
  const rates = { CNY: "1", USD: "71/10" };
  return asked.map(([text, unit, sort, whole]) => readFigure(text, unit, { sort, whole }, rates));
}"""

MONEY = [
    ("5000 万元", "wan", "50000000"),
    ("5000万元", "yuan", "50000000"),
    ("５０００　万元", "wan", "50000000"),
    ("1.2亿", "wan", "120000000"),
    ("1.2 亿元", "wan", "120000000"),
    ("5000w", "yuan", "50000000"),
    ("3千万", "wan", "30000000"),
    ("CNY 50 million", "yuan", "50000000"),
    ("50 million", "yuan", "50000000"),
    ("¥1,234,567.89", "wan", "123456789/100"),
    ("RMB 2 bn", "m", "2000000000"),
    ("USD 3 million", "m", "21300000"),
    ("300万美元", "wan", "21300000"),
    ("$3m", "wan", "21300000"),
    ("12.5", "wan", "125000"),
    ("0012.50", "yi", "1250000000"),
    ("0", "wan", "0"),
    ("3", "musd", "21300000"),
    ("5000wan", "", "50000000"),
    ("300000yuan", "", "300000"),
]
AREAS = [
    ("30 亩", "m2", "20000"),
    ("50", "mu", "100000/3"),
    ("2公顷", "mu", "20000"),
    ("3000 m²", "mu", "3000"),
    ("3,000㎡", "mu", "3000"),
    ("1.5万平方米", "mu", "15000"),
    ("2 hectares", "mu", "20000"),
]
COUNTS = [("60", "60"), ("６０人", "60"), ("1,200 jobs", "1200"), ("0", "0")]
REFUSED = [
    ("-5", "money", "negative"),
    ("−5 万元", "money", "negative"),
    ("10^30", "money", "letters"),
    ("1e30", "money", "letters"),
    ("1" + "0" * 30, "money", "large"),
    ("1000000000 亿", "money", "large"),
    ("many", "money", "letters"),
    ("五千万", "money", "letters"),
    ("<script>alert(1)</script>", "money", "letters"),
    ("12,34", "money", "comma"),
    ("1,5", "money", "comma"),
    ("5 亩", "money", "letters"),
    ("CNY 5 USD", "money", "letters"),
    ("EUR 5 million", "money", "letters"),
    (".", "money", "letters"),
    ("5 元", "area", "letters"),
    ("constructor", "area", "letters"),
    ("1.5", "count", "whole"),
    ("60 亩", "count", "letters"),
    ("9" * 10_000, "count", "large"),
]


def read(modules: Page, typed: list[Any]) -> list[dict[str, str]]:
    """Read texts in the browser."""
    return list(modules.evaluate(READ, typed))


def test_figures_are_read_as_they_are_meant(modules: Page) -> None:
    """Units typed count before those chosen; full-width digits, commas, currencies on either side."""
    cases = [(text, unit, "money", False, value) for text, unit, value in MONEY]
    cases += [(text, unit, "area", False, value) for text, unit, value in AREAS]
    cases += [(text, "", "count", True, value) for text, value in COUNTS]
    figures = read(modules, [case[:4] for case in cases])
    wrong = [
        (case[0], got)
        for case, got in zip(cases, figures, strict=True)
        if (got["value"], got["problem"]) != (case[4], "")
    ]
    assert not wrong


def test_what_cannot_be_read_says_why(modules: Page) -> None:
    """Nothing of it counts; an empty field is no mistake."""
    figures = read(modules, [(text, "wan" if sort == "money" else "mu", sort, True) for text, sort, _ in REFUSED])
    assert [figure["problem"] for figure in figures] == [problem for _, _, problem in REFUSED]
    assert not any(figure["value"] for figure in figures)
    assert [
        figure["problem"] for figure in read(modules, [("", "wan", "money", False), ("   ", "mu", "area", False)])
    ] == [
        "",
        "",
    ]


def test_what_the_address_keeps_is_read_again(modules: Page) -> None:
    """Number and token of every figure give the same value."""
    sorts = {"money": MONEY, "area": AREAS}
    typed = [(text, unit, sort, False) for sort, texts in sorts.items() for text, unit, _ in texts]
    first = read(modules, typed)
    state = [(figure["number"] + figure["token"], "", was[2], False) for figure, was in zip(first, typed, strict=True)]
    again = read(modules, state)
    assert [figure["value"] for figure in again] == [figure["value"] for figure in first]


def sums() -> list[Decimal]:
    """Make sums of money around the places where the unit changes."""
    amounts: list[Decimal] = []

    @settings(max_examples=300, database=None)
    @given(st.integers(0, 12), st.integers(-60_000, 60_000), st.sampled_from([1, 10, 99]))
    def collect(power: int, away: int, times: int) -> None:
        amounts.append(abs(Decimal(10) ** power * times + Decimal(away) / 100))

    collect()
    return amounts


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sums_are_written_as_python_writes_them(modules: Page, language: Any) -> None:
    """The unit chosen after rounding, needless zeros dropped."""
    amounts = sums()
    got = modules.evaluate(
        """async ([sums, language]) => {
          const { formatYuan } = await import('/lib/fraction_format.js');
          const { fraction } = await import('/lib/fraction.js');
          return sums.map((one) => formatYuan(fraction(one), language));
        }""",
        [[str(Fraction(amount)) for amount in amounts], language],
    )
    assert got == [money(yuan(amount), language) for amount in amounts]


def test_every_word_of_records_is_read_alike(modules: Page) -> None:
    """Each scale with each currency, and each unit of area, means in the browser what it means in a record."""
    sums = [f"3.5 {scale}{unit}" for scale in CHINESE for unit in WORDS_AFTER]
    sums += [f"{word} 3.5 {scale}" for scale in ENGLISH for word in WORDS_BEFORE]
    areas = [f"3.5 {unit}" for unit in UNITS]
    rates = {code: str(place) for place, code in enumerate(CURRENCIES, 1)}
    typed = [*([text, "money"] for text in sums), *([text, "area"] for text in areas)]
    got = modules.evaluate(
        """async ([asked, rates]) => {
          const { readFigure } = await import('/matcher/figure_input.js');
          return asked.map(([text, sort]) => readFigure(text, '', { sort }, rates).value);
        }""",
        [typed, rates],
    )
    money_of = [Money.parse(text) for text in sums]
    expected = [Fraction(sum_.amount) * int(rates[sum_.currency]) for sum_ in money_of]
    expected += [Fraction("3.5") * Fraction(*UNITS[text.removeprefix("3.5 ")]) for text in areas]
    assert [Fraction(value) if value else text for value, (text, _) in zip(got, typed, strict=True)] == expected
