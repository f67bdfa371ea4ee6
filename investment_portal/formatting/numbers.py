"""Numbers in words of each language: exact decimals, the unit chosen after rounding."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise

from investment_portal.languages import Language
from investment_portal.models.quantities import Area, Money

ZH_SCALES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"), (Decimal(1), ""))
GAP = "\u00a0"
"""Between a figure and its unit: a space at which no line may break."""
EN_SCALES = ((Decimal(10**9), f"{GAP}billion"), (Decimal(10**6), f"{GAP}million"), (Decimal(1), ""))
ZH_CURRENCIES = {"CNY": "元", "USD": "美元", "EUR": "欧元", "HKD": "港元"}
HECTARE = Decimal(10000)
DECIMAL_PLACES = 4
"""Decimal places kept: a sum in yuan typed as 亿元 with four places stays exact."""


def plain(number: Decimal | int, places: int = DECIMAL_PLACES) -> str:
    """Write a number without needless zeros, thousands parted by commas: ``1,234.5``."""
    text = f"{_rounded(Decimal(number), places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scaled(amount: Decimal, scales: tuple[tuple[Decimal, str], ...], places: int) -> tuple[str, str]:
    """Choose the unit after rounding in the next smaller one.

    99 999 999.6 is 1 亿, not 10 000 万; 507 million without decimals is 507 million, not 1 billion.
    """
    for (scale, name), (smaller, _) in pairwise(scales):
        if _rounded(amount / smaller, places) * smaller >= scale:
            return plain(amount / scale, places), name
    last, name = scales[-1]
    return plain(amount / last, places), name


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def money(value: Money, language: Language, places: int = DECIMAL_PLACES) -> str:
    """Return a sum as text: ``12.5 亿元``, ``CNY 1.25 billion``."""
    return _money(value.amount, value.currency, language, places)


@lru_cache(4096)  # the same sum stands on several pages; a decimal is found sooner than a quantity
def _money(amount: Decimal, currency: str, language: Language, places: int) -> str:
    if language == "zh":
        number, scale = _scaled(amount, ZH_SCALES, places)
        return f"{number}{GAP}{scale}{ZH_CURRENCIES[currency]}"
    number, scale = _scaled(amount, EN_SCALES, places)
    return f"{currency}{GAP}{number}{scale}"


def area(value: Area, language: Language) -> str:
    """Return an area, with what other readers expect beside it: ``300 亩（20 公顷）``, ``20 ha (300 mu)``."""
    return _area(value.number, value.unit, language)


@lru_cache(4096)
def _area(number: Decimal, unit: str, language: Language) -> str:
    value = Area("", number, unit)
    metres = value.square_metres
    if value.unit in ("亩", "mu", "公顷", "ha"):
        mu, hectares = plain(value.mu, 2), plain(metres / HECTARE, 2)
        return f"{mu}{GAP}亩（{hectares}{GAP}公顷）" if language == "zh" else f"{hectares}{GAP}ha ({mu}{GAP}mu)"
    if metres >= 10**6 and value.unit in ("平方公里", "km²"):
        square = plain(metres / 10**6, 2)
        return f"{square}{GAP}平方公里" if language == "zh" else f"{square}{GAP}km²"
    if language == "zh":
        large = metres >= HECTARE
        return f"{plain(metres / HECTARE if large else metres, 2)}{GAP}{'万' if large else ''}平方米"
    return f"{plain(metres, 2)}{GAP}m²"
