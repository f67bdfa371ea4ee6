"""Areas: ``300 亩``, ``20 公顷``, ``5000 m²``, ``2 万平方米``."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from catalog.quantities.quantity import NUMBER, Quantity

MU = Decimal(10000) / 15
"""Square metres in one mu: fifteen mu make a hectare (666.67 m²)."""

UNITS = {
    "亩": MU, "mu": MU,
    "公顷": Decimal(10000), "ha": Decimal(10000),
    "平方米": Decimal(1), "㎡": Decimal(1), "m²": Decimal(1),
    "万平方米": Decimal(10000),
    "平方公里": Decimal(1000000), "km²": Decimal(1000000),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area(Quantity):
    """A surface: ``number`` of ``unit`` as typed, and the same in square metres."""

    number: Decimal
    unit: str

    pattern: ClassVar[str] = rf"{NUMBER} ?(?P<unit>{'|'.join(UNITS)})"
    wanted_zh: ClassVar[str] = "“300 亩”“20 公顷”或“5000 m²”"
    wanted_en: ClassVar[str] = "“300 亩”, “20 公顷” or “5000 m²”"

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Keep number and unit apart."""
        return cls(match.string, number, match["unit"])

    @property
    def square_metres(self) -> Decimal:
        """The area in square metres."""
        return self.number * UNITS[self.unit]

    @property
    def mu(self) -> Decimal:
        """The area in mu, the unit in which land is offered in China."""
        return self.square_metres / MU
