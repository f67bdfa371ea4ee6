"""Dates as staff write them: ``2020-03-18``, and where only that is known ``2019-11`` or ``2019``."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from catalog.quantities.refusal import refusal


def parse_day(value: object) -> date:
    """Read an ISO date; a day that the calendar does not have is refused."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refusal("bad-date", f"日历上没有这一天：“{value}”。", f"No such day in the calendar: “{value}”.") from None
    raise refusal(
        "bad-date",
        f"日期应写成“2020-03-18”，实际写的是“{value}”。",
        f"A date must be written like “2020-03-18”; got “{value}”.",
    )


Day = Annotated[date, BeforeValidator(parse_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day."""


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
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
        match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
        try:
            if match is None:
                raise ValueError
            made = cls(*(int(part) for part in match.groups() if part))
            _ = made.first, made.last
        except ValueError:
            raise refusal(
                "bad-date",
                f"日期应写成“2020-03-18”“2020-03”或“2020”，实际写的是“{value}”。",
                f"A date must be written like “2020-03-18”, “2020-03” or “2020”; got “{value}”.",
            ) from None
        return made

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a model hold it as a field."""
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors."""
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
