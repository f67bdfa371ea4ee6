"""Prices of land and space as offers write them, and that what a page shows is read again as the same."""

import pytest

from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.careful import MistakesError
from investment_portal.models.convert import convert
from investment_portal.models.offer_price import OfferPrice
from investment_portal.models.quantities import UnitPrice
from investment_portal.models.quantities.quantity import ValueRefusedError

PRICES = {
    "35 万元/亩": (350_000, 350_000, "亩", ""),
    "35万元每亩": (350_000, 350_000, "亩", ""),
    "CNY 350,000 per mu": (350_000, 350_000, "亩", ""),
    "12 元/㎡/月": (12, 12, "平方米", "month"),
    "12元/平方米·月": (12, 12, "平方米", "month"),
    "12 元/月/㎡": (12, 12, "平方米", "month"),
    "12-15 元/㎡·月": (12, 15, "平方米", "month"),
    "12 元/㎡/月起": (12, None, "平方米", "month"),
    "不低于 35 万元/亩": (350_000, None, "亩", ""),
    "不超过 15 元/㎡/月": (None, 15, "平方米", "month"),
    "CNY 12 per m² per month": (12, 12, "平方米", "month"),
    "USD 3/sq ft/year": (3, 3, "平方英尺", "year"),
    "HK$ 8 per sq ft per annum": (8, 8, "平方英尺", "year"),
    "3000 万元": (30_000_000, 30_000_000, "", ""),
    "50 万元/年": (500_000, 500_000, "", "year"),
    "面议": (None, None, "", ""),
}


@pytest.mark.parametrize("typed", PRICES)
def test_prices_as_offers_write_them(typed: str) -> None:
    """Sum, unit of area and time, in either language and order."""
    price = UnitPrice.parse(typed)
    bounds = (None if item is None else int(item.amount) for item in (price.sum.low, price.sum.high))
    assert (*bounds, price.per, price.every) == PRICES[typed]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", PRICES)
def test_what_a_page_shows_is_read_as_the_same(typed: str, language: Language) -> None:
    """Nothing of a price is lost between page and record."""
    price = UnitPrice.parse(typed)
    again = UnitPrice.parse(show(price, language))
    assert again.parts[2:] == price.parts[2:]
    for bound, other in ((price.sum.low, again.sum.low), (price.sum.high, again.sum.high)):
        assert (bound and bound.parts[1:]) == (other and other.parts[1:])


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("35 万/亩", "是不是“35 万元/亩”？"),
        ("12/㎡/月", "数字后面要写单位。"),
        ("12 元/㎡/月/年", ""),
        ("12元/人", ""),
        ("待定", "尚不清楚的删去这一行；可以商谈的写“面议”。"),
        (12, ""),
    ],
)
def test_slips_are_mended(typed: object, hint: str) -> None:
    """The hint keeps unit and time."""
    with pytest.raises(ValueRefusedError) as caught:
        UnitPrice.parse(typed)
    assert caught.value.hint.zh == hint


@pytest.mark.parametrize(
    ("price", "key"),
    [({"value": "35 万元/亩", "kind": "rent"}, "value"), ({"value": "12 元/㎡/月", "kind": "sale"}, "kind")],
)
def test_a_rent_has_a_time_and_a_sale_has_none(price: dict[str, str], key: str) -> None:
    """Whoever compares offers must know which of the two a price is."""
    with pytest.raises(MistakesError) as caught:
        convert(OfferPrice, price)
    assert [mistake.path for mistake in caught.value.mistakes] == [(key,)]


@pytest.mark.parametrize(
    ("price", "zh", "en"),
    [
        ({"value": "35 万元/亩"}, "35\u00a0万元/亩（出让或出售）", "CNY\u00a0350,000 per mu (Sale)"),
        (
            {"value": "12-15 元/㎡/月", "until": "2026-11-30"},
            "12–15\u00a0元/平方米/月（出租；有效期至 2026年11月30日）",
            "CNY\u00a012–15 per m² per month (Rent; valid until 30 November 2026)",
        ),
        ({"value": "面议"}, "面议", "negotiable"),
    ],
)
def test_prices_say_what_they_are_for(price: dict[str, str], zh: str, en: str) -> None:
    """A price for a time is a rent, also where nobody wrote so."""
    result = convert(OfferPrice, price)
    assert (show(result, "zh"), show(result, "en")) == (zh, en)
