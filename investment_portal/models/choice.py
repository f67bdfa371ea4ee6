"""Allowed values: each is declared once, with its label in both languages; ``all`` stands for every one of a list."""

from enum import Enum
from typing import Literal, Self, TypeVar

from investment_portal.languages import Sentence


class Choice(str, Enum):  # noqa: UP042 - StrEnum cannot carry the labels
    """A value from a list; members are written ``NAME = "value", "中文", "English"``."""

    label: Sentence

    def __new__(cls, value: str, zh: str, en: str) -> Self:
        """Make a member that is its YAML value and knows its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Sentence(zh, en)
        return member

    def __str__(self) -> str:
        """Write it as in YAML."""
        return str(self.value)


Item = TypeVar("Item")


AllOr = Literal["all"] | list[Item]
"""``AllOr[SectorRef]``: everything, or what is listed."""
