"""The prices of a park as the sheet computes with them: in yuan for a unit of an item and for a year."""

import re
from collections.abc import Iterator
from fractions import Fraction

from investment_portal.domain.costs.sheet import PriceRange
from investment_portal.models.controlled_values import Utility
from investment_portal.models.park import Park, Price

MONEY = {"元": 1, "千元": 1000, "万元": 10_000}
PER = {
    "千瓦时": Fraction(1),
    "度": Fraction(1),
    "立方米": Fraction(1),
    "吨": Fraction(1),
    "平方米": Fraction(1),
    "亩": Fraction(2000, 3),
    "公顷": Fraction(10_000),
}
"""Units of an item in those that plans are stated in: kWh, cubic metres, tonnes, square metres."""
UNITS = {
    Utility.POWER: ("千瓦时", "度"),
    Utility.WATER: ("立方米", "吨"),
    Utility.SEWAGE: ("立方米", "吨"),
    Utility.GAS: ("立方米",),
    Utility.STEAM: ("吨",),
    Utility.RENT: ("平方米",),
    Utility.LAND: ("亩", "平方米", "公顷"),
}
TIMES = {"": 1, "月": 12, "年": 1, "天": 365}
WRITTEN = re.compile(r"(元|千元|万元)/([^/·每]+?)(?:[/·](?:每)?(月|年|天))?")


def price_of(price: Price) -> Fraction | None:
    """Return a price in yuan for a unit and a year; None where its unit is not one that the item is measured in."""
    match = WRITTEN.fullmatch(
        price.unit.zh.replace(" ", "").replace("㎡", "平方米").replace("m²", "平方米").replace("m³", "立方米")
    )
    if match is None or match[2] not in UNITS[price.utility]:
        return None
    times = TIMES[match[3] or ""]
    return Fraction(price.value) * MONEY[match[1]] / PER[match[2]] * times


def prices_of(park: Park) -> Iterator[tuple[Utility, PriceRange, list[Price]]]:
    """Yield each item with the range of its prices and the records behind it; unreadable prices are left out."""
    for utility in Utility:
        read = [
            (price, value)
            for price in park.prices
            if price.utility is utility and (value := price_of(price)) is not None
        ]
        if read:
            values = [value for _, value in read]
            yield utility, PriceRange(min(values), max(values)), [price for price, _ in read]
