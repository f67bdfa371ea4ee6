"""Numbers in words of each language: exact decimals, the unit chosen after rounding."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any

from investment_portal.languages import Language
from investment_portal.models.quantities import Area, AreaRange, Money, MoneyRange, QuantityRange, UnitPrice
from investment_portal.models.quantities.currencies import CURRENCIES
from investment_portal.models.quantities.scales import SHOWN

GAP = "\u00a0"
"""Between a figure and its unit: a space at which no line may break."""
ZH_SCALES = tuple((Decimal(10**power), word) for word, power in SHOWN["zh"].items())
EN_SCALES = tuple((Decimal(10**power), f"{GAP}{word}" if word else "") for word, power in SHOWN["en"].items())
HECTARE = Decimal(10000)
LAND = frozenset({"亩", "万亩", "公顷"})
"""Units of land: both are shown, whichever was typed."""
DECIMAL_PLACES = 4
"""Decimal places kept: a sum in yuan typed as 亿元 with four places stays exact."""
QUANTA = tuple(Decimal(1).scaleb(-places) for places in range(DECIMAL_PLACES + 1))
"""The smallest figure with so many decimal places."""


def plain(number: Decimal | int, places: int = DECIMAL_PLACES) -> str:
    """Write a number without needless zeros, thousands parted by commas: ``1,234.5``."""
    text = f"{_rounded(Decimal(number), places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scaled(amount: Decimal, scales: tuple[tuple[Decimal, str], ...], places: int) -> tuple[str, str]:
    """Choose the unit after rounding in the next smaller one.

    99 999 999.6 is 1 亿, not 10 000 万; 507 million without decimals is 507 million, not 1 billion. The largest unit is
    taken only where no digit is lost: 15 003.25 亿 stays as it is.
    """
    for (scale, name), (smaller, _) in pairwise(scales):
        if scale == scales[0][0] and amount % scale.scaleb(-places):
            continue
        if _rounded(amount / smaller, places) * smaller >= scale:
            return plain(amount / scale, places), name
    last, name = scales[-1]
    return plain(amount / last, places), name


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(QUANTA[places], ROUND_HALF_UP)


def three_digits(amount: Decimal) -> Decimal:
    """Return a converted sum with at most three significant figures: more would be more exact than its rate."""
    if not amount:
        return amount
    unit = Decimal(1).scaleb(max(amount.adjusted() - 2, 0))
    return (amount / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit


def money(value: Money, language: Language, places: int = DECIMAL_PLACES) -> str:
    """Return a sum as text: ``12.5 亿元``, ``CNY 1.25 billion``."""
    return _money(value.amount, value.currency, language, places)


def money_range(value: MoneyRange, language: Language, places: int = DECIMAL_PLACES) -> str:
    """Return a sum with its bounds: ``3–5 亿元``, ``CNY 300 million or more``."""
    return qualified(_bounds(value, language, places), value, language)


def _bounds(value: MoneyRange, language: Language, places: int = DECIMAL_PLACES) -> str:
    if value.low is None or value.high is None or value.low == value.high:
        return money(value.bound, language, places) if value.bound else ""
    return _joined(*(money(bound, language, places) for bound in (value.low, value.high)))


def area_range(value: AreaRange, language: Language) -> str:
    """Return an area with its bounds: ``300–500 亩（20–33.33 公顷）``."""
    if value.low is None or value.high is None or value.low == value.high:
        return qualified(area(value.bound, language) if value.bound else "", value, language)
    bounds = [area(bound, language) for bound in (value.low, value.high)]
    parts = [re.split(r"（| \(", bound.rstrip("）)")) for bound in bounds]
    if len(parts[0]) != len(parts[1]):
        return qualified(DASH.join(bounds), value, language)
    shown, *other = (_joined(low, high) for low, high in zip(*parts, strict=True))
    return qualified(_with_other(language, shown, *other), value, language)


def plain_range(value: QuantityRange[Any], language: Language, unit: str = "") -> str:
    """Return a number with its bounds: ``300–500``, ``12–15%``."""
    bounds = dict.fromkeys(plain(bound.number) for bound in (value.low, value.high) if bound)
    return qualified(DASH.join(bounds) + unit, value, language)


def unit_price(value: UnitPrice, language: Language) -> str:
    """Return a price: ``12 元/平方米/月``, ``CNY 12 per m² per month``."""
    zh = language == "zh"
    words = [UNIT_NAMES[value.per][0 if zh else 1]] if value.per else []
    words += [PERIOD_NAMES[value.every] if zh else value.every] if value.every else []
    units = "".join(f"/{word}" if zh else f" per {word}" for word in words)
    return qualified(_bounds(value.sum, language) + units, value.sum, language)


UNIT_NAMES = {
    "亩": ("亩", "mu"), "万亩": ("万亩", "10,000 mu"), "公顷": ("公顷", "ha"), "平方米": ("平方米", "m²"),
    "万平方米": ("万平方米", "10,000 m²"), "平方公里": ("平方公里", "km²"), "英亩": ("英亩", "acre"),
    "平方英尺": ("平方英尺", "sq ft"),
}  # fmt: skip
PERIOD_NAMES = {"day": "天", "month": "月", "year": "年"}
"""Names of the units of prices in Chinese and English."""

DASH = "–"
QUALIFIED: dict[Language, dict[str, str]] = {
    "zh": {"about": "约 {}", "least": "不少于 {}", "most": "不超过 {}", "negotiable": "面议"},
    "en": {"about": "about {}", "least": "{} or more", "most": "up to {}", "negotiable": "negotiable"},
}
"""Words for what is not exact."""


def qualified(figure: str, value: QuantityRange[Any], language: Language) -> str:
    """Return a figure with the word that says how exact it is."""
    words = QUALIFIED[language]
    if value.negotiable:
        return words["negotiable"]
    name = "about" if value.about else "least" if value.high is None else "most" if value.low is None else ""
    return words[name].format(figure) if name else figure


def _joined(low: str, high: str) -> str:
    """Return two figures with a dash; what both begin or end with stands once: ``CNY 300–500 million``."""
    if low == high:
        return low
    first, second = FIGURE.fullmatch(low), FIGURE.fullmatch(high)
    if first is None or second is None or first["before"] != second["before"]:
        return f"{low}{DASH}{high}"
    if first["after"] == second["after"]:
        return f"{first['before']}{first['number']}{DASH}{second['number']}{second['after']}"
    # A first figure without a word for its size would seem to have that of the second.
    return f"{low}{DASH}{second['number']}{second['after']}" if first["after"] else f"{low}{DASH}{high}"


FIGURE = re.compile(r"(?P<before>[^0-9]*)(?P<number>[0-9.,]+)(?P<after>.*)")


@lru_cache(4096)  # the same sum stands on several pages; a decimal is found sooner than a quantity
def _money(amount: Decimal, currency: str, language: Language, places: int) -> str:
    if language == "zh":
        number, scale = _scaled(amount, ZH_SCALES, places)
        return f"{number}{GAP}{scale}{CURRENCIES[currency].unit}"
    number, scale = _scaled(amount, EN_SCALES, places)
    return f"{currency}{GAP}{number}{scale}"


def area(value: Area, language: Language) -> str:
    """Return an area, with what other readers expect beside it: ``300 亩（20 公顷）``, ``20 ha (300 mu)``."""
    return _area(value.number, value.unit, language)


@lru_cache(4096)
def _area(number: Decimal, unit: str, language: Language) -> str:
    value = Area("", number, unit)
    metres, zh = value.square_metres, language == "zh"
    mu, hectares, shown = plain(value.mu, 2), plain(metres / HECTARE, 2), plain(number, 2)
    if unit in LAND:
        figures = (f"{mu}{GAP}亩", f"{hectares}{GAP}公顷") if zh else (f"{hectares}{GAP}ha", f"{mu}{GAP}mu")
        return _with_other(language, *figures)
    if unit == "英亩":
        figures = (f"{shown}{GAP}英亩", f"{hectares}{GAP}公顷") if zh else (f"{shown}{GAP}acres", f"{hectares}{GAP}ha")
        return _with_other(language, *figures)
    if unit == "平方英尺":
        feet = f"{shown}{GAP}{'平方英尺' if zh else 'sq ft'}"
        return _with_other(language, feet, f"{plain(metres, 2)}{GAP}{'平方米' if zh else 'm²'}")
    if metres >= 10**6 and unit == "平方公里":
        return f"{plain(metres / 10**6, 2)}{GAP}{'平方公里' if zh else 'km²'}"
    if zh:
        large = metres >= HECTARE
        return f"{plain(metres / HECTARE if large else metres, 2)}{GAP}{'万' if large else ''}平方米"
    return f"{plain(metres, 2)}{GAP}m²"


def _with_other(language: Language, figure: str, other: str = "") -> str:
    """Return a figure with what other readers expect beside it."""
    if not other:
        return figure
    return f"{figure}（{other}）" if language == "zh" else f"{figure} ({other})"
