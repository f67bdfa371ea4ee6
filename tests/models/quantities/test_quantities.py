"""Quantities are parsed strictly and kept exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.models.quantities import Area, Days, Money, Percent
from investment_portal.models.quantities.area import UNITS
from investment_portal.models.quantities.number import parse_number
from investment_portal.models.quantities.quantity import Quantity, ValueRefusedError

NUMBERS = st.decimals(min_value=0, max_value=10**14, places=6, allow_nan=False, allow_infinity=False).map(
    lambda number: f"{number:f}"
)
SCALES = {"元": 1, "万元": 10**4, "亿元": 10**8}
KINDS: tuple[type[Quantity], ...] = (Money, Area, Days, Percent)


def with_commas(number: str) -> str:
    """Part the thousands of a number."""
    whole, _, rest = number.partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


@given(NUMBERS, st.sampled_from(sorted(SCALES)), st.sampled_from(["", " "]))
def test_money_is_exact(number: str, unit: str, gap: str) -> None:
    """Every digit that was typed counts, and the text is kept."""
    typed = f"{number}{gap}{unit}"
    money = Money.parse(typed)
    assert (money.typed, money.currency) == (typed, "CNY")
    assert Fraction(money.amount) == Fraction(number) * SCALES[unit]
    assert Money.parse(f"  {typed} ") == money
    assert Money.parse(f"{with_commas(number)}{gap}{unit}").amount == money.amount


@given(NUMBERS, st.sampled_from(["USD", "EUR", "HKD", "CNY"]), st.sampled_from(["", "thousand", "million", "billion"]))
def test_money_in_english(number: str, code: str, scale: str) -> None:
    """Currency first, then the number, then its scale."""
    factor = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    money = Money.parse(f"{code} {number} {scale}".strip())
    assert (Fraction(money.amount), money.currency) == (Fraction(number) * factor, code)


@given(NUMBERS, st.sampled_from(sorted(UNITS)))
def test_area_is_as_exact_as_a_decimal_can_be(number: str, unit: str) -> None:
    """Mu come back as mu; hectares and square metres are exact."""
    area = Area.parse(f"{number} {unit}")
    times, parts = UNITS[unit]
    exact = Fraction(number) * times / parts
    assert abs(Fraction(area.square_metres) - exact) <= exact / 10**26
    if parts == 1:
        assert Fraction(area.square_metres) == exact
    else:
        assert area.mu == Decimal(number)


def test_fifteen_mu_are_a_hectare() -> None:
    """Thresholds in either unit meet."""
    for mu in (15, 30, 45, 300, 999_999):
        assert Area.parse(f"{mu * 15} 亩").square_metres == Area.parse(f"{mu} 公顷").square_metres


@pytest.mark.parametrize("kind", KINDS)
@given(
    value=st.one_of(st.text(max_size=20), st.integers(), st.booleans(), st.none(), st.lists(st.integers(), max_size=2))
)
def test_anything_is_parsed_or_refused(kind: type[Quantity], value: object) -> None:
    """No other exception than the refusal, and it says what must be in both languages."""
    try:
        kind.parse(value)
    except ValueRefusedError as error:
        refused = error.sentence
    else:
        return
    assert refused.zh.endswith("。")
    assert refused.en.endswith(".")


BAD = {
    Money: [
        "1e5 亿元", "12,34 万元", "NaN", "NaN 万元", "Infinity 元", "-0 元", "-5 万元", "+5 万元",
        "5", "5 万", "005 元", "1. 元",
        ".5 亿元", "5  万元", "USD 30 万元", "30 million", "USD30", "５万元", "٣ 万元",
        "5 万元/年", "1234567890123456 元", "1.1234567 元",
        "5 千元", "", "元", "1,000,00 元", "0,123 元", 5, 5.5, True, None, ["5 元"], {"元": 5},
    ],
    Area: ["300", "300 m2", "300 亩地", "三百亩", "300  亩", "300亩左右", "-1 亩", 300],
    Days: ["0 天", "0.5 天", "60 年", "90", "半年", "3 weeks", -1],
    Percent: ["5", "5 percent", "-1 %", "1e2 %", 5],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "typed"), [(kind, typed) for kind, all_ in BAD.items() for typed in all_])
def test_guesses_are_refused(kind: type[Quantity], typed: object) -> None:
    """Forms that are not documented are refused."""
    with pytest.raises(ValueRefusedError):
        kind.parse(typed)


@pytest.mark.parametrize(
    ("kind", "typed", "hint"),
    [
        (Money, "3500万", "是不是“3500万元”？"),
        (Money, "12.5", "数字后面要写单位。"),
        (Money, 5, "数字后面要写单位。"),
        (Money, "12，345 万元", "用半角数字和符号：“12,345 万元”。"),
        (Money, "12,34 万元", "逗号只用来隔开千位（1,234）。"),
        (Money, "3 million", "前面要写货币，例如“CNY 3 million”。"),
        (Area, "500 m2", "是不是“500 m²”？"),
        (Money, True, ""),
    ],
)
def test_hints(kind: type[Quantity], typed: object, hint: str) -> None:
    """Common slips are told apart."""
    assert kind.hint(typed).zh == hint


def test_long_values_are_cut_in_messages() -> None:
    """A message stays one short line, whatever was typed."""
    with pytest.raises(ValueRefusedError) as caught:
        Money.parse("\x1b[31m\n" + "9" * 100_000)
    said = caught.value.sentence.zh
    assert len(said) < 200
    assert said.isprintable()


@given(st.one_of(st.text(max_size=10), st.floats(), st.booleans(), st.none()))
def test_numbers_are_only_what_was_typed_as_numbers(value: object) -> None:
    """A text, a yes and a float are not numbers."""
    with pytest.raises(ValueRefusedError):
        parse_number(value)


@given(st.one_of(st.integers(-(10**17), 10**17), st.decimals(allow_nan=False, allow_infinity=False)))
def test_numbers_are_exact(value: int | Decimal) -> None:
    """Nothing is rounded."""
    assert parse_number(value) == value
