"""Shares: ``106.5 %``, ``2%``."""

import re
from decimal import Decimal
from typing import ClassVar, Self

from catalog.quantities.parsed import set_once
from catalog.quantities.quantity import NUMBER, Quantity


class Percent(Quantity):
    """A share in hundredths: ``106.5 %`` has the number 106.5."""

    __slots__ = ("number",)

    number: Decimal

    pattern: ClassVar[str] = rf"{NUMBER} ?[%％]"
    wanted_zh: ClassVar[str] = "“106.5 %”"
    wanted_en: ClassVar[str] = "“106.5 %”"

    def __init__(self, typed: str, number: Decimal) -> None:
        """Hold the text and what it says."""
        set_once(self, "typed", typed)
        set_once(self, "number", number)

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Keep the number of hundredths."""
        return cls(match.string, number)
