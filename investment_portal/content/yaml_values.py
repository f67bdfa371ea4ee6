"""The values of a YAML file with their places, and what a plain word means there.

``no``, ``1:30``, ``0755`` and dates stay what was typed, as YAML 1.1 would not have it.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from investment_portal.content.text import Fault

Path = tuple[str | int, ...]


@dataclass(slots=True)
class YamlDocument:
    """One file's content: ``value``, where each key and each value stands, and faults that did not stop the reading."""

    value: Any = None
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, path: Path, *, of_key: bool = False) -> tuple[int, int]:
        """Find line and column of a key path, or of the nearest level above it that stands in the file."""
        first, second = (self.keys, self.values) if of_key else (self.values, self.keys)
        while path:
            position = first.get(path) or second.get(path)
            if position:
                return position
            # What is missing is asked for at the key of the group that it is missing from.
            path, first, second = path[:-1], self.keys, self.values
        return (1, 1)


Scalar = str | int | bool | Decimal | None

WORDS: dict[str, Scalar] = {"": None, "null": None, "~": None, "true": True, "false": False}
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,12}")
NUMBER_STARTS = frozenset("-0123456789")


def plain(text: str) -> Scalar:
    """Return the value of an unquoted word."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in NUMBER_STARTS:
        return text
    if WHOLE.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
