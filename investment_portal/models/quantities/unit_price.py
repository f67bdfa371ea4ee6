"""Prices of land and space: ``35 万元/亩``, ``12-15 元/㎡/月``, ``CNY 12 per m² per month``, ``面议``."""

import re
from functools import lru_cache
from typing import ClassVar, Self

from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.quantities.area import UNIT_OF, UNITS
from investment_portal.models.quantities.quantity import (
    SPACE,
    ParsedValue,
    ValueRefusedError,
    bare,
    matcher,
    one_of,
    refusal,
    set_once,
)
from investment_portal.models.quantities.ranges import LONGEST, SUFFIX, MoneyRange
from investment_portal.problems import got, suggested

PERIODS = {
    "天": "day", "日": "day", "day": "day",
    "月": "month", "month": "month",
    "年": "year", "year": "year", "annum": "year",
}  # fmt: skip
"""Words for the time that a rent is for."""

PER = rf"{SPACE}?(?:[/／·每]|[Pp][Ee][Rr]){SPACE}?"
UNIT, PERIOD = one_of(UNITS), one_of(PERIODS)
TAIL = rf"(?:{PER}(?:{UNIT}|{PERIOD})){{1,2}}"
PRICE = rf"(?P<sum>.+?)(?P<tail>{TAIL})?(?P<suffix>{re.sub('P<[a-z_]+>', ':', SUFFIX)})?"


class UnitPrice(ParsedValue):
    """A sum for a unit of area (``per``, a key of ``SIZES``; nothing for the whole) and for a time (``every``)."""

    __slots__ = ("typed", "sum", "per", "every")  # noqa: RUF023 - in the order in which ``__init__`` takes them

    typed: str
    sum: MoneyRange
    per: str
    every: str

    wanted_zh: ClassVar[str] = "“35 万元/亩”“12–15 元/㎡/月”或“面议”"
    wanted_en: ClassVar[str] = "“35 万元/亩”, “CNY 12 per m² per month” or “negotiable”"

    def __init__(self, typed: str, sum_: MoneyRange, per: str, every: str) -> None:
        """Hold the text and what it says."""
        set_once(self, "typed", typed)
        set_once(self, "sum", sum_)
        set_once(self, "per", per)
        set_once(self, "every", every)

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read a price; anything else than the documented forms is refused."""
        if isinstance(value, cls):
            return value
        if not isinstance(value, str) or len(value) > LONGEST:
            raise cls._refuse(value, NOTHING)
        try:
            return cls._parse(value.strip())
        except ValueRefusedError as error:
            if error.hint:
                raise
        from investment_portal.models.quantities.spelled import respelled  # noqa: PLC0415 - for what is refused alone

        raise cls._refuse(value, next(map(suggested, filter(cls._accepts, respelled(value))), NOTHING))

    @classmethod
    def _accepts(cls, text: str) -> bool:
        try:
            cls._parse(text)
        except ValueRefusedError:
            return False
        return True

    @classmethod
    @lru_cache(1024)
    def _parse(cls, text: str) -> Self:
        match = matcher(PRICE)(text)
        if match is None:
            raise cls._refuse(text, NOTHING)
        words = [bare(word) for word in re.split(PER, match["tail"] or "") if word]
        units = [UNIT_OF[word] for word in words if word in UNIT_OF]
        periods = [PERIODS[word] for word in words if word in PERIODS]
        if len(units) > 1 or len(periods) > 1:
            raise cls._refuse(text, NOTHING)
        try:
            sum_ = MoneyRange.parse(match["sum"] + (match["suffix"] or ""))
        except ValueRefusedError as error:
            tail = f"{match['tail'] or ''}”"
            hint = Sentence(error.hint.zh.replace("”", tail), error.hint.en.replace("”", tail))
            raise cls._refuse(text, hint) from None
        return cls(text, sum_, "".join(units), "".join(periods))

    @classmethod
    def _refuse(cls, value: object, hint: Sentence) -> ValueRefusedError:
        typed = got(value)
        zh, en = f"应写成{cls.wanted_zh}；{typed.zh}。", f"Must be written like {cls.wanted_en}; {typed.en}."
        return refusal("bad-quantity", zh, en, hint)

    @classmethod
    def schema_pattern(cls) -> str:
        """Return a pattern for editors; the parser looks closer."""
        return rf"(?:{MoneyRange.schema_pattern()})(?:{TAIL}(?:{SUFFIX})?)?"
