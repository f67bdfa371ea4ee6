"""Spans of time: ``90 天``, ``6 个月``, ``1 年``, ``90 days``."""

import re
from decimal import Decimal
from typing import ClassVar, Self

from investment_portal.models.quantities.quantity import NUMBER, Quantity, refusal, set_once
from investment_portal.problems import got

UNITS = {"天": 1, "个月": 30, "年": 365, "day": 1, "days": 1, "month": 30, "months": 30, "year": 365, "years": 365}
LONGEST = 365 * 50
NAMES = {1: ("天", "day"), 30: ("个月", "month"), 365: ("年", "year")}


class Days(Quantity):
    """A span: ``number`` of days, months (30 days) or years (365 days); ``step`` is that unit in days."""

    __slots__ = ("number", "step")

    number: Decimal
    step: int

    pattern: ClassVar[str] = rf"{NUMBER} ?(?P<unit>天|个月|年|days?|months?|years?)"
    wanted_zh: ClassVar[str] = "“90 天”“6 个月”或“1 年”"
    wanted_en: ClassVar[str] = "“90 days”, “6 months” or “1 year”"

    def __init__(self, typed: str, number: Decimal, step: int) -> None:
        """Hold the text and what it says."""
        set_once(self, "typed", typed)
        set_once(self, "number", number)
        set_once(self, "step", step)

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Keep number and unit apart."""
        if not 1 <= number * UNITS[match["unit"]] <= LONGEST:
            typed = got(match.string)
            raise refusal(
                cls.rule, f"应在 1 天到 50 年之间；{typed.zh}。", f"Must be between 1 day and 50 years; {typed.en}."
            )
        return cls(match.string, number, UNITS[match["unit"]])

    @property
    def days(self) -> int:
        """The span in whole days."""
        return int(self.number * self.step)
