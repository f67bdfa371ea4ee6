"""What a form asks, each label in both languages: the brief shows one to its writer and both to its reader."""

from collections.abc import Sequence
from typing import Literal

from catalog.languages import NOTHING, Sentence
from catalog.value import Value


class Option(Value):
    """One answer to choose; ``within`` heads those that belong together."""

    value: str
    label: Sentence
    within: Sentence | None = None


class Asked(Value):
    """One field; ``reading`` is how it is drawn, ``fill`` what a browser may fill in by itself."""

    name: str
    label: Sentence
    reading: Literal["line", "text", "pick", "choice", "mail", "phone", "number"] = "line"
    options: Sequence[Option] = ()
    required: bool = False
    hint: Sentence = NOTHING
    fill: str = ""
    kept: bool = False
    """Whether it is among what the reader's own device may remember."""


class Group(Value):
    """Fields under one heading; ``special`` names a part drawn by itself: projects, proposals."""

    name: str
    title: Sentence
    asked: Sequence[Asked] = ()
    special: str = ""
    hint: Sentence = NOTHING


def chosen(*options: tuple[str, str, str]) -> tuple[Option, ...]:
    """Give options from value, Chinese and English."""
    return tuple(Option(value, Sentence(zh, en)) for value, zh, en in options)
