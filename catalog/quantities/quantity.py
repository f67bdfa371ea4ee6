"""What all quantities share: a number, a unit, and the text that staff typed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from catalog.quantities.refusal import refusal

NUMBER = r"(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
"""A decimal number, thousands optionally parted by commas."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit, written as text in YAML.

    A subclass names its ``pattern`` (with the group ``number``) and its ``rule``, and makes itself from a match.
    """

    typed: str

    pattern: ClassVar[str]
    rule: ClassVar[str] = "bad-quantity"
    wanted_zh: ClassVar[str]
    wanted_en: ClassVar[str]

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read a quantity strictly; anything else than the documented forms is refused."""
        if isinstance(value, cls):
            return value
        match = re.fullmatch(cls.pattern, value.strip()) if isinstance(value, str) else None
        if match is None:
            raise cls.refuse(value)
        number = Decimal(match["number"].replace(",", ""))
        if number < 0:
            raise refusal(cls.rule, f"数量不能为负数：“{value}”。", f"A quantity cannot be negative: “{value}”.")
        return cls.make(match, number)

    @classmethod
    def refuse(cls, value: object) -> PydanticCustomError:
        """Say how the quantity must be written."""
        return refusal(
            cls.rule,
            f"应写成{cls.wanted_zh}，实际写的是“{value}”。",
            f"Must be written like {cls.wanted_en}; got “{value}”.",
        )

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Make the quantity from what the pattern found."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a model hold the quantity as a field."""
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(lambda quantity: quantity.typed)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe the quantity to editors by the pattern that the parser itself uses."""
        return {"type": "string", "pattern": "^" + cls.pattern.replace("?P<", "?<") + "$"}
