"""What all quantities share: a number, a unit, and the text that staff typed."""

import re
from abc import abstractmethod
from decimal import Decimal
from typing import ClassVar, Self

from catalog.languages import NOTHING, Sentence
from catalog.problems.got import got
from catalog.quantities.parsed import ParsedValue, matcher
from catalog.quantities.refusal import RefusedError, refusal

NUMBER = r"(?P<number>-?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?)"
"""A decimal number, thousands optionally parted by commas; short enough that decimal arithmetic stays exact."""

COMMAS = Sentence("逗号只用来隔开千位（1,234）。", "Commas only part the thousands (1,234).")
BARE = re.compile(r"-?[0-9,.]+")
HALF_WIDTH = {0x3000: " ", **{sign: chr(sign - 0xFEE0) for sign in range(0xFF01, 0xFF5F)}}
"""Full-width signs, as Chinese input methods type them, and what they should be."""

UNIT_MISSING = Sentence("数字后面要写单位。", "Write the unit after the number.")


class Quantity(ParsedValue):
    """A number with a unit, written as text in YAML.

    A subclass names its ``pattern`` (with the group ``number``) and its ``rule``, and makes itself from a match.
    """

    __slots__ = ("typed",)

    typed: str

    pattern: ClassVar[str]
    rule: ClassVar[str] = "bad-quantity"
    wanted_zh: ClassVar[str]
    wanted_en: ClassVar[str]

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read a quantity strictly; anything else than the documented forms is refused."""
        match = matcher(cls.pattern)(value.strip()) if isinstance(value, str) else None
        if match is None:
            if isinstance(value, cls):
                return value
            raise cls.refuse(value)
        digits = match["number"]
        if digits.startswith("-"):
            typed = got(value)
            raise refusal(cls.rule, f"数量不能为负数；{typed.zh}。", f"A quantity cannot be negative; {typed.en}.")
        return cls.make(match, Decimal(digits.replace(",", "")))

    @classmethod
    def refuse(cls, value: object) -> RefusedError:
        """Say how the quantity must be written."""
        typed = got(value)
        zh, en = f"应写成{cls.wanted_zh}；{typed.zh}。", f"Must be written like {cls.wanted_en}; {typed.en}."
        return refusal(cls.rule, zh, en, cls.hint(value))

    @classmethod
    def hint(cls, value: object) -> Sentence:
        """Guess how the text can be mended."""
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return UNIT_MISSING
        if not isinstance(value, str):
            return NOTHING
        text = value.strip().translate(HALF_WIDTH)
        if BARE.fullmatch(text):
            return UNIT_MISSING
        if re.fullmatch(cls.pattern, text):
            return Sentence(f"用半角数字和符号：“{text}”。", f"Use half-width digits and signs: “{text}”.")
        if "," in text and re.fullmatch(cls.pattern, text.replace(",", "")):
            return COMMAS
        return NOTHING

    @classmethod
    @abstractmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Make the quantity from what the pattern found."""
