"""Areas: ``300 亩``, ``20 公顷``, ``5000 m²``, ``2 万㎡``, ``20 hm²``, ``50 acres``."""

import re
from decimal import Decimal
from typing import ClassVar, Self

from investment_portal.languages import Sentence
from investment_portal.models.quantities.quantity import NUMBER, SPACE, Quantity, bare, one_of, set_once
from investment_portal.problems import suggested

MU_IN_HECTARE = 15
HECTARE = 10_000
ACRE = (40_468_564_224, 10_000_000)
SQUARE_FOOT = (9_290_304, 100_000_000)

WORDS: dict[str, tuple[str, ...]] = {
    "亩": ("亩", "mu"),
    "万亩": ("万亩",),
    "公顷": ("公顷", "ha", "hm²", "hm2", "hectare", "hectares"),
    "平方米": ("平方米", "平米", "㎡", "m²", "m2", "sq m", "sqm", "square metres", "square meters"),
    "万平方米": ("万平方米", "万平米", "万㎡", "万 m²", "万 m2"),
    "平方公里": ("平方公里", "平方千米", "km²", "km2", "sq km"),
    "英亩": ("英亩", "acre", "acres"),
    "平方英尺": ("平方英尺", "sq ft", "sqft", "ft²", "ft2", "square feet"),
}
"""The words for each unit: a new one is one line here, and scripts, messages and schemas take it."""

TYPED: dict[str, tuple[str, ...]] = {
    "平方米": ("平", "square metre", "square meter"),
    "万平方米": ("万平",),
    "平方英尺": ("square foot",),
}
"""Words that visitors type besides."""

SIZES: dict[str, tuple[int, int]] = {
    "亩": (HECTARE, MU_IN_HECTARE),
    "万亩": (HECTARE * HECTARE, MU_IN_HECTARE),
    "公顷": (HECTARE, 1),
    "平方米": (1, 1),
    "万平方米": (10_000, 1),
    "平方公里": (1_000_000, 1),
    "英亩": ACRE,
    "平方英尺": SQUARE_FOOT,
}
"""Square metres in a unit, as a fraction: a mu is the fifteenth part of a hectare (666.67 m²), no finite decimal."""

TOKENS = {
    "亩": "mu", "万亩": "wanmu", "公顷": "ha", "平方米": "m2", "万平方米": "wanm2", "平方公里": "km2", "英亩": "acre",
    "平方英尺": "sqft",
}  # fmt: skip
"""How addresses of the matcher write each unit."""

UNIT_OF = {bare(word): unit for unit, words in WORDS.items() for word in words}
UNITS: dict[str, tuple[int, int]] = {word: SIZES[unit] for unit, words in WORDS.items() for word in words}


SHORT = rf"{NUMBER}{SPACE}?(?P<unit>{one_of(word for words in TYPED.values() for word in words)})"


class Area(Quantity):
    """A surface: ``number`` of ``unit`` (a key of ``SIZES``), and the same in other units."""

    __slots__ = ("number", "unit")

    number: Decimal
    unit: str

    pattern: ClassVar[str] = rf"{NUMBER}{SPACE}?(?P<unit>{one_of(UNITS)})"
    wanted_zh: ClassVar[str] = "“300 亩”“20 公顷”或“5000 m²”"
    wanted_en: ClassVar[str] = "“300 亩”, “20 公顷” or “5000 m²”"

    def __init__(self, typed: str, number: Decimal, unit: str) -> None:
        """Hold the text and what it says; the unit may be any word for it."""
        set_once(self, "typed", typed)
        set_once(self, "number", number)
        set_once(self, "unit", UNIT_OF[bare(unit)])

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Keep number and unit apart."""
        return cls(match.string, number, match["unit"])

    @classmethod
    def hint(cls, value: object) -> Sentence:
        """Notice a word that visitors may type, and that records write in full."""
        match = re.fullmatch(SHORT, value.strip()) if isinstance(value, str) else None
        unit = match and next(unit for unit, words in TYPED.items() if bare(match["unit"]) in map(bare, words))
        return suggested(f"{match['number']} {unit}") if match else super().hint(value)

    @property
    def square_metres(self) -> Decimal:
        """The area in square metres: exact wherever a decimal can be."""
        times, parts = SIZES[self.unit]
        return self.number * times / parts

    @property
    def mu(self) -> Decimal:
        """The area in mu, the unit in which land is offered in China."""
        times, parts = SIZES[self.unit]
        return self.number * times * MU_IN_HECTARE / (parts * HECTARE)

    @property
    def thirds(self) -> Decimal:
        """The area in thirds of a square metre: of these even a mu has a whole number, so that totals stay exact."""
        times, parts = SIZES[self.unit]
        return self.number * 3 * times / parts
