"""Numbers in words of each language: exact decimals, the unit chosen after rounding."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise

from investment_portal.languages import Language
from investment_portal.models.quantities import Area, Money
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
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def money(value: Money, language: Language, places: int = DECIMAL_PLACES) -> str:
    """Return a sum as text: ``12.5 亿元``, ``CNY 1.25 billion``."""
    return _money(value.amount, value.currency, language, places)


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
    metres = value.square_metres
    if unit in LAND:
        mu, hectares = plain(value.mu, 2), plain(metres / HECTARE, 2)
        return _with_conversion(language, f"{mu}{GAP}亩", f"{hectares}{GAP}公顷", f"{hectares}{GAP}ha", f"{mu}{GAP}mu")
    if unit == "英亩":
        acres, hectares = plain(number, 2), plain(metres / HECTARE, 2)
        return _with_conversion(
            language, f"{acres}{GAP}英亩", f"{hectares}{GAP}公顷", f"{acres}{GAP}acres", f"{hectares}{GAP}ha"
        )
    if unit == "平方英尺":
        feet, metres_shown = plain(number, 2), plain(metres, 2)
        zh, en = f"{metres_shown}{GAP}平方米", f"{metres_shown}{GAP}m²"
        return _with_conversion(language, f"{feet}{GAP}平方英尺", zh, f"{feet}{GAP}sq ft", en)
    if metres >= 10**6 and unit == "平方公里":
        square = plain(metres / 10**6, 2)
        return f"{square}{GAP}平方公里" if language == "zh" else f"{square}{GAP}km²"
    if language == "zh":
        large = metres >= HECTARE
        return f"{plain(metres / HECTARE if large else metres, 2)}{GAP}{'万' if large else ''}平方米"
    return f"{plain(metres, 2)}{GAP}m²"


def _with_conversion(language: Language, zh: str, other_zh: str, en: str, other_en: str) -> str:
    """Return a figure with what other readers expect beside it."""
    return f"{zh}（{other_zh}）" if language == "zh" else f"{en} ({other_en})"
