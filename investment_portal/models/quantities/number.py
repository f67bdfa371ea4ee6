"""Plain numbers and percentages; only what was typed as a number counts."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Self

from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.quantities.quantity import (
    NUMBER,
    SPACE,
    UNIT_MISSING,
    Parsed,
    Quantity,
    UnfitError,
    one_of,
    refusal,
    set_once,
    stands_for,
)
from investment_portal.problems import got
from investment_portal.value import Value


def parse_number(value: object) -> Decimal:
    """Take a whole number or a decimal as it was typed."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    typed = got(value)
    hint = UNQUOTE if isinstance(value, str) and NUMERAL.fullmatch(value) else NOTHING
    raise refusal(
        "bad-type", f"应为数字，例如 12 或 3.5；{typed.zh}。", f"Must be a number, as 12 or 3.5; {typed.en}.", hint
    )


NUMERAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
UNQUOTE = Sentence("去掉引号。", "Delete the quotes.")

if TYPE_CHECKING:
    Number = Decimal
else:

    @stands_for(Decimal)
    class Number(Parsed):
        """A number with or without decimals: msgspec itself would also take a text for one."""

        parse = staticmethod(parse_number)


Whole = int
"""A whole number."""


class Range(Value):
    """Demands that a number lies within limits."""

    above: int | None = None
    least: int | None = None
    most: int | None = None

    def check(self, value: int | Decimal) -> int | Decimal:
        """Return a number within the limits."""
        if self.above is not None and value <= self.above:
            raise UnfitError("above", self.above)
        if self.least is not None and value < self.least:
            raise UnfitError("at-least", self.least)
        if self.most is not None and value > self.most:
            raise UnfitError("at-most", self.most)
        return value


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


PEOPLE = ("人", "名", "个", "个岗位", "jobs", "people", "persons", "posts")
"""Words that may follow a number of people."""
WORKDAY_WORDS = ("个工作日", "工作日", "天", "working days", "working day", "days", "day")
"""Words that may follow a number of working days."""
DECIMALS = r"(?:\.[0-9]{1,6})?)"


class Counted(Quantity):
    """A number without a unit, or with the word that it counts."""

    __slots__ = ("number",)

    number: Decimal

    def __init__(self, typed: str, number: Decimal) -> None:
        """Hold the text and what it says."""
        set_once(self, "typed", typed)
        set_once(self, "number", number)

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Keep the number."""
        return cls(match.string, number)

    @classmethod
    def hint(cls, value: object) -> Sentence:
        """Guess how the text can be mended; it needs no unit."""
        hint = super().hint(value)
        return NOTHING if hint is UNIT_MISSING else hint


class Headcount(Counted):
    """A number of people, whole."""

    __slots__ = ()

    pattern: ClassVar[str] = rf"{NUMBER.removesuffix(DECIMALS)}){SPACE}?(?:{one_of(PEOPLE)})?"
    wanted_zh: ClassVar[str] = "整数“300”"
    wanted_en: ClassVar[str] = "a whole number, as “300”"


class WorkingDays(Counted):
    """A number of working days, whole."""

    __slots__ = ()

    pattern: ClassVar[str] = rf"{NUMBER.removesuffix(DECIMALS)}){SPACE}?(?:{one_of(WORKDAY_WORDS)})?"
    wanted_zh: ClassVar[str] = "整数“15”"
    wanted_en: ClassVar[str] = "a whole number, as “15”"


class Years(Counted):
    """A number of years."""

    __slots__ = ()

    pattern: ClassVar[str] = rf"{NUMBER}{SPACE}?(?:{one_of(('年', 'year', 'years'))})?"
    wanted_zh: ClassVar[str] = "数字“5.5”"
    wanted_en: ClassVar[str] = "a number, as “5.5”"
