"""Dates as staff write them: ``2020-03-18``, and where only that is known ``2019-11`` or ``2019``."""

import calendar
import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from catalog.languages import NOTHING, Sentence
from catalog.problems.got import got
from catalog.quantities.refusal import refusal
from catalog.value import Value

EARLIEST, LATEST = 1000, 2200
"""Years that a record can speak of: arithmetic with dates must not leave the calendar."""

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
LOOSE = re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})(?:[-./月]([0-9]{1,2})日?|月)?")
"""How dates are often typed instead."""

NO_SUCH_DAY = Sentence("应为日历上确有的日期", "Must be a day that the calendar has")


def parse_day(value: object) -> date:
    """Read an ISO date; a day that the calendar does not have is refused."""
    if isinstance(value, date):
        return value
    match = DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        typed = got(value)
        zh, en = f"日期应写成“2020-03-18”；{typed.zh}。", f"A date must be written like “2020-03-18”; {typed.en}."
        raise refusal("bad-date", zh, en, _mended(value, day=True))
    found = _date(*(int(part) for part in match.groups()))
    if found is None:
        raise _no_such_day(value)
    return found


def _date(year: int, month: int = 1, day: int = 1) -> date | None:
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _no_such_day(value: object) -> PydanticCustomError:
    typed = got(value)
    return refusal("bad-date", f"{NO_SUCH_DAY.zh}；{typed.zh}。", f"{NO_SUCH_DAY.en}; {typed.en}.")


def _mended(value: object, *, day: bool) -> Sentence:
    """Guess the date that was meant."""
    match = LOOSE.fullmatch(str(value))
    if match is None or (day and match[3] is None):
        return NOTHING
    parts = [int(part) for part in match.groups() if part]
    if _date(*parts) is None:
        return NOTHING
    meant = "-".join(f"{part:02}" for part in parts)
    return Sentence(f"是不是“{meant}”？", f"Did you mean “{meant}”?")


Day = Annotated[date, BeforeValidator(parse_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day."""


class PartialDate(Value):
    """A day, a month or a year: as exact as is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __lt__(self, other: "PartialDate") -> bool:
        """Sort by the first day that each can mean; of two that begin together, the more exact comes first."""
        return self._span < other._span

    def __le__(self, other: "PartialDate") -> bool:
        """Sort the same way."""
        return self._span <= other._span

    def __gt__(self, other: "PartialDate") -> bool:
        """Sort the same way."""
        return self._span > other._span

    def __ge__(self, other: "PartialDate") -> bool:
        """Sort the same way."""
        return self._span >= other._span

    @property
    def _span(self) -> tuple[date, date]:
        return self.first, self.last

    def __str__(self) -> str:
        """Write it back as ISO."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @classmethod
    def parse(cls, value: object) -> "PartialDate":
        """Read ``2020``, ``2020-03`` or ``2020-03-18``."""
        if isinstance(value, cls):
            return value
        text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
        match = PARTIAL.fullmatch(text)
        if match is None:
            typed = got(value)
            zh = f"日期应写成“2020-03-18”“2020-03”或“2020”；{typed.zh}。"
            en = f"A date must be written like “2020-03-18”, “2020-03” or “2020”; {typed.en}."
            raise refusal("bad-date", zh, en, _mended(value, day=False))
        parts = [int(part) for part in match.groups() if part]
        if _date(*parts) is None:
            raise _no_such_day(value)
        return cls(*parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a model hold it as a field."""
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors."""
        return {"type": ["string", "integer"], "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
