"""Areas: ``300 亩``, ``20 公顷``, ``5000 m²``, ``2 万平方米``."""

import re
from decimal import Decimal
from typing import ClassVar, Self

from investment_portal.languages import Sentence
from investment_portal.models.quantities.quantity import NUMBER, Quantity, set_once

MU_IN_HECTARE = 15
HECTARE = 10_000

UNITS: dict[str, tuple[int, int]] = {
    "亩": (HECTARE, MU_IN_HECTARE),
    "mu": (HECTARE, MU_IN_HECTARE),
    "公顷": (HECTARE, 1),
    "ha": (HECTARE, 1),
    "平方米": (1, 1),
    "㎡": (1, 1),
    "m²": (1, 1),
    "万平方米": (10_000, 1),
    "平方公里": (1_000_000, 1),
    "km²": (1_000_000, 1),
}
"""Square metres in a unit, as a fraction: a mu is the fifteenth part of a hectare (666.67 m²), no finite decimal."""


class Area(Quantity):
    """A surface: ``number`` of ``unit`` as typed, and the same in square metres."""

    __slots__ = ("number", "unit")

    number: Decimal
    unit: str

    pattern: ClassVar[str] = rf"{NUMBER} ?(?P<unit>{'|'.join(UNITS)})"
    wanted_zh: ClassVar[str] = "“300 亩”“20 公顷”或“5000 m²”"
    wanted_en: ClassVar[str] = "“300 亩”, “20 公顷” or “5000 m²”"

    def __init__(self, typed: str, number: Decimal, unit: str) -> None:
        """Hold the text and what it says."""
        set_once(self, "typed", typed)
        set_once(self, "number", number)
        set_once(self, "unit", unit)

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Keep number and unit apart."""
        return cls(match.string, number, match["unit"])

    @classmethod
    def hint(cls, value: object) -> Sentence:
        """Notice a square written as a plain 2."""
        squared = value.strip().replace("m2", "m²") if isinstance(value, str) else ""
        if re.fullmatch(cls.pattern, squared):
            return Sentence(f"是不是“{squared}”？", f"Did you mean “{squared}”?")
        return super().hint(value)

    @property
    def square_metres(self) -> Decimal:
        """The area in square metres: exact wherever a decimal can be."""
        times, parts = UNITS[self.unit]
        return self.number * times / parts

    @property
    def mu(self) -> Decimal:
        """The area in mu, the unit in which land is offered in China."""
        times, parts = UNITS[self.unit]
        return self.number * times * MU_IN_HECTARE / (parts * HECTARE)

    @property
    def thirds(self) -> Decimal:
        """The area in thirds of a square metre: of these even a mu has a whole number, so that totals stay exact."""
        times, parts = UNITS[self.unit]
        return self.number * (3 * times // parts)
