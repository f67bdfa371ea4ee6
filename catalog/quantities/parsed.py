"""Types whose values a function of ours parses from what staff typed."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cache
from re import Match
from re import compile as compile_
from typing import Any, ClassVar


class Parsed(ABC):
    """A type of values that are parsed by :meth:`parse`, which msgspec calls for types that it does not know."""

    __slots__ = ()

    @classmethod
    @abstractmethod
    def parse(cls, value: object) -> Any:
        """Return the value for what was typed; raise ``RefusedError`` where it is none."""


def is_parsed(type_: Any) -> bool:
    """Return whether a type is parsed; the types that one stands for are not."""
    return isinstance(type_, type) and Parsed in type_.__mro__


def stands_for(*types: type) -> Callable[[type[Parsed]], type[Parsed]]:
    """Register other types whose values count as instances of a type that is parsed."""

    def register(parsed: type[Parsed]) -> type[Parsed]:
        for type_ in types:
            parsed.register(type_)
        return parsed

    return register


set_once = object.__setattr__
"""Sets an attribute of a value that is being made, as dataclasses that never change do."""


class ParsedValue(Parsed):
    """A parsed value: its attributes (``__slots__``) never change, equal attributes make equal values."""

    __slots__ = ()

    names: ClassVar[tuple[str, ...]] = ()
    """The attributes, in the order in which ``__init__`` takes them."""

    def __init_subclass__(cls) -> None:
        """Join the attributes of the base and of the class."""
        cls.names = (*cls.names, *cls.__dict__.get("__slots__", ()))

    @property
    def parts(self) -> tuple[Any, ...]:
        """The attributes' values."""
        return tuple([getattr(self, name) for name in self.names])

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change."""
        raise AttributeError(f"{name} of {self!r} never changes")

    def __eq__(self, other: object) -> bool:
        """Compare type and attributes."""
        return isinstance(other, ParsedValue) and type(self) is type(other) and self.parts == other.parts

    def __hash__(self) -> int:
        """Hash type and attributes."""
        return hash((type(self), self.parts))

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy the value, also to another process, by its type and attributes."""
        return type(self), self.parts

    def __repr__(self) -> str:
        """Write type and attributes."""
        return f"{type(self).__name__}{self.parts}"


@cache
def matcher(pattern: str, flags: int = 0) -> Callable[[str], Match[str] | None]:
    """Return the function that matches a pattern, compiled once, with a whole text."""
    return compile_(pattern, flags).fullmatch
