"""Money and areas in words: exact, in the unit that fits after rounding, the same figure in both languages."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.formatting.numbers import area, money, plain
from investment_portal.languages import LANGUAGES
from investment_portal.models.quantities import Area, Money

YUAN = st.decimals(min_value=0, max_value=10**13, places=2, allow_nan=False, allow_infinity=False)
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "": 1, "trillion": 10**12, "billion": 10**9, "million": 10**6}


def read(shown: str) -> str:
    """Read a no-break space, which keeps figure and unit on one line, as a space."""
    return shown.replace("\u00a0", " ")


def read_back(text: str) -> Decimal:
    """Read a sum as a person would."""
    match = re.fullmatch(r"(?:[A-Z]{3} )?([0-9,.]+) ?(万亿|亿|万|trillion|billion|million|)(?:元|美元)?", read(text))
    assert match, text
    return Decimal(match[1].replace(",", "")) * SCALES[match[2]]


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("12.5 亿元", "12.5 亿元", "CNY 1.25 billion"),
        ("736 亿元", "736 亿元", "CNY 73.6 billion"),
        ("3500 万元", "3,500 万元", "CNY 35 million"),
        ("USD 30 million", "3,000 万美元", "USD 30 million"),
        ("99999999.6 元", "1 亿元", "CNY 100 million"),
        ("9999.99999 元", "1 万元", "CNY 10,000"),
        ("100 元", "100 元", "CNY 100"),
        ("0.5 元", "0.5 元", "CNY 0.5"),
        ("0 元", "0 元", "CNY 0"),
        ("HKD 1.5 billion", "15 亿港元", "HKD 1.5 billion"),
        ("1.5 万亿元", "1.5 万亿元", "CNY 1.5 trillion"),
        ("15003.2512 亿元", "15,003.2512 亿元", "CNY 1,500.3251 billion"),
        ("JPY 3 billion", "30 亿日元", "JPY 3 billion"),
        ("5 亿新台币", "5 亿新台币", "TWD 500 million"),
    ],
)
def test_sums(typed: str, zh: str, en: str) -> None:
    """The unit is the largest that leaves one or more."""
    value = Money.parse(typed)
    assert (read(money(value, "zh")), read(money(value, "en"))) == (zh, en)


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("300 亩", "300 亩（20 公顷）", "20 ha (300 mu)"),
        ("20 公顷", "300 亩（20 公顷）", "20 ha (300 mu)"),
        ("1 亩", "1 亩（0.07 公顷）", "0.07 ha (1 mu)"),
        ("5000 m²", "5,000 平方米", "5,000 m²"),
        ("2 万平方米", "2 万平方米", "20,000 m²"),
        ("2 平方公里", "2 平方公里", "2 km²"),
        ("20 hm²", "300 亩（20 公顷）", "20 ha (300 mu)"),
        ("1.5 万亩", "15,000 亩（1,000 公顷）", "1,000 ha (15,000 mu)"),
        ("2 万㎡", "2 万平方米", "20,000 m²"),
        ("50 acres", "50 英亩（20.23 公顷）", "50 acres (20.23 ha)"),
        ("20,000 sq ft", "20,000 平方英尺（1,858.06 平方米）", "20,000 sq ft (1,858.06 m²)"),
    ],
)
def test_areas(typed: str, zh: str, en: str) -> None:
    """Each reader finds the unit that he is used to."""
    value = Area.parse(typed)
    assert (read(area(value, "zh")), read(area(value, "en"))) == (zh, en)


@given(YUAN)
def test_the_unit_is_chosen_after_rounding(amount: Decimal) -> None:
    """No sum reads as ten thousand of a smaller unit."""
    value = Money("", amount, "CNY")
    assert not re.match(r"10,000 万", read(money(value, "zh")))
    assert not re.match(r"CNY 1,000 million", read(money(value, "en")))


@given(YUAN)
def test_both_languages_say_the_same_sum(amount: Decimal) -> None:
    """Rounding loses less than a ten-thousandth of the unit."""
    for language in LANGUAGES:
        shown = money(Money("", amount, "CNY"), language)
        unit = max(amount, Decimal(1))
        assert abs(read_back(shown) - amount) <= unit / 10_000, shown


@given(st.decimals(min_value=0, max_value=99999, places=4), st.sampled_from(["亿元", "万元", "元"]))
def test_sums_as_typed_stay_exact_in_chinese(number: Decimal, unit: str) -> None:
    """A sum with up to four decimals is shown to the last digit."""
    value = Money.parse(f"{number:f} {unit}")
    if number >= 1:
        shown = read_back(money(value, "zh"))
        assert shown == value.amount or (unit != "亿元" and abs(shown - value.amount) < value.amount / 10_000)


@given(st.decimals(min_value=0, max_value=10**12, places=4))
def test_plain_numbers_have_no_needless_zeros(number: Decimal) -> None:
    """A shown number is read back as the same number."""
    shown = plain(number)
    assert Decimal(shown.replace(",", "")) == number
    assert not (("." in shown) and shown.endswith(("0", ".")))


def test_the_unit_is_chosen_after_rounding_in_the_smaller_one() -> None:
    """Half a billion without decimals stays half a billion; what rounds up to the next unit takes it."""
    dollars = Money.parse("USD 507042253")
    assert money(dollars, "en", 0) == "USD\u00a0507\u00a0million"
    assert money(Money.parse("USD 999600000"), "en", 0) == "USD\u00a01\u00a0billion"
    assert money(Money.parse("99999999.6 元"), "zh") == "1\u00a0亿元"
