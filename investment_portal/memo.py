"""Functions of the catalogue whose results are computed once in a run."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar, cast

Parameters = ParamSpec("Parameters")
Returned = TypeVar("Returned")

Memory = dict[tuple[Hashable, ...], Any]
"""Results by function, scope and arguments."""

PLAIN = (str, int, date, type(None))


class MemoContext(Protocol):
    """The first argument of a memoized function: a catalogue, a dataset, or the context of a page."""

    @property
    def memory(self) -> Memory:
        """Return the results so far."""

    @property
    def scope(self) -> tuple[Hashable, ...]:
        """Return the part of the key besides the arguments: nothing, or language and depth of the page."""

    def without_page(self) -> Any:
        """Return the same ground with nothing in it that the scope does not hold."""


def memoized(function: Callable[Parameters, Returned]) -> Callable[Parameters, Returned]:
    """Remember the results of a function of a catalogue or context and of plain values and records.

    Results are shared: callers must not change them.
    """

    @wraps(function)
    def look_up(*values: Parameters.args, **_named: Parameters.kwargs) -> Returned:
        context, *arguments = values
        memory = cast("MemoContext", context).memory
        key = (function, *cast("MemoContext", context).scope, *map(_key, arguments))
        if key not in memory:
            memory[key] = cast("Any", function)(cast("MemoContext", context).without_page(), *arguments)
        return cast("Returned", memory[key])

    return look_up


def _key(value: Any) -> Hashable:
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, tuple):
        return tuple(map(_key, value))
    return type(value).__name__, value.id  # a record: there is one of an id
