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
    whole, _, fraction = number.partition(".")
    return f"{int(whole):,}" + (f".{fraction}" if fraction else "")


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


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("1.5 万亿元", 15 * 10**11, "CNY"),
        ("3 千万元", 3 * 10**7, "CNY"),
        ("2 百万美金", 2 * 10**6, "USD"),
        ("2 亿港币", 2 * 10**8, "HKD"),
        ("HK$200m", 2 * 10**8, "HKD"),
        ("JPY 3 billion", 3 * 10**9, "JPY"),
        ("30 亿日元", 3 * 10**9, "JPY"),
        ("GBP 1.2bn", 12 * 10**8, "GBP"),
        ("£ 500k", 500_000, "GBP"),
        ("S$3 mn", 3 * 10**6, "SGD"),
        ("300 万新加坡元", 3 * 10**6, "SGD"),
        ("KRW 2 trillion", 2 * 10**12, "KRW"),
        ("5 亿新台币", 5 * 10**8, "TWD"),
        ("usd 30 Million", 30 * 10**6, "USD"),
        ("USD 3000 万", 30 * 10**6, "USD"),
        ("人民币3亿元", 3 * 10**8, "CNY"),
        ("人民币 3 亿", 3 * 10**8, "CNY"),
        ("1.2\u00a0亿元", 120_000_000, "CNY"),
        ("1.2\u3000亿\u202f元", 120_000_000, "CNY"),
    ],
)
def test_words_that_people_write(typed: str, amount: int, currency: str) -> None:
    """Scales, currencies and signs of both languages, spaces as office programs paste them."""
    money = Money.parse(typed)
    assert (int(money.amount), money.currency) == (amount, currency)


@pytest.mark.parametrize(
    ("typed", "square_metres"),
    [
        ("2 万㎡", "20000"),
        ("2 万 m²", "20000"),
        ("20 hm²", "200000"),
        ("50 acres", "202342.82112"),
        ("1 acre", "4046.8564224"),
        ("20,000 sq ft", "1858.0608"),
        ("1.2 km2", "1200000"),
        ("500 m2", "500"),
        ("3000sqm", "3000"),
        ("1.5 万亩", "10000000"),
        ("12 Hectares", "120000"),
        ("2\u00a0公顷", "20000"),
    ],
)
def test_areas_that_people_write(typed: str, square_metres: str) -> None:
    """Land papers, surveyors and foreign brokers each have their unit."""
    assert Area.parse(typed).square_metres == Decimal(square_metres)


@given(NUMBERS, st.sampled_from(sorted(UNITS)))
def test_area_is_as_exact_as_a_decimal_can_be(number: str, unit: str) -> None:
    """Mu come back as mu; hectares and square metres are exact."""
    area = Area.parse(f"{number} {unit}")
    times, parts = UNITS[unit]
    exact = Fraction(number) * times / parts
    assert abs(Fraction(area.square_metres) - exact) <= exact / 10**26
    if parts == 1:
        assert Fraction(area.square_metres) == exact
    if area.unit == "亩":
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
        ".5 亿元", "5  万元", "USD 30 万元", "30 million", "30 million USD", "$3m", "５万元", "٣ 万元",
        "5 万元/年", "1234567890123456 元", "1.1234567 元", "人民币 3 亿美元", "USD 3 亿港元", "3 million元",
        "3 亿亿元", "", "元", "1,000,00 元", "0,123 元", 5, 5.5, True, None, ["5 元"], {"元": 5},
    ],
    Area: ["300", "300 m3", "万㎡", "300 亩地", "三百亩", "300  亩", "300亩左右", "-1 亩", 300],
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
        (Money, "12,34 万元", "小数点用“.”：是不是“12.34 万元”？"),
        (Money, "3 million", "前面要写货币，例如“CNY 3 million”。"),
        (Money, "30 million USD", "是不是“USD 30 million”？"),
        (Money, "3亿USD", "是不是“USD 3亿”？"),
        (Money, "$3m", "是不是“USD 3m”？"),
        (Money, "¥300万", "是不是“CNY 300万”？"),
        (Money, "3 million元", "是不是“CNY 3 million”？"),
        (Money, "5  万元", "是不是“5 万元”？"),
        (Money, "USD 30 万元", "货币只写一次，写在数字前面或后面。"),
        (Area, "500  m²", "是不是“500 m²”？"),
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
    sentence = caught.value.sentence.zh
    assert len(sentence) < 200
    assert sentence.isprintable()


@given(st.one_of(st.text(max_size=10), st.floats(), st.booleans(), st.none()))
def test_numbers_are_only_what_was_typed_as_numbers(value: object) -> None:
    """A text, a yes and a float are not numbers."""
    with pytest.raises(ValueRefusedError):
        parse_number(value)


@given(st.one_of(st.integers(-(10**17), 10**17), st.decimals(allow_nan=False, allow_infinity=False)))
def test_numbers_are_exact(value: int | Decimal) -> None:
    """Nothing is rounded."""
    assert parse_number(value) == value
