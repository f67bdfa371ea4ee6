"""What a slot is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from catalog.views.context import Context
from catalog.views.parts import Part, Section

Value = TypeVar("Value")
Blocks = Sequence[Section | Part]


class UnknownArgument(Exception):  # noqa: N818 - a mistake in a page that staff wrote, which becomes a problem
    """A slot was asked for something that the catalogue does not hold."""

    def __init__(self, argument: str, allowed: Sequence[str]) -> None:
        """Carry what was asked for and what could be."""
        super().__init__(argument)
        self.argument = argument
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot's name as pages write it, and what fills it."""

    name: str
    fill: Callable[[Context, str], Blocks]


def found(argument: str, allowed: Mapping[str, Value]) -> Value:
    """Look an argument up."""
    if argument not in allowed:
        raise UnknownArgument(argument, sorted(allowed))
    return allowed[argument]
