"""Walks through a record: every value of one type, with its key path."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from catalog.model.base import Model, fields_of, is_model

Found = TypeVar("Found")
Path = tuple[str | int, ...]


def each(type_: type[Found], value: Any, path: Path = ()) -> Iterator[tuple[Path, Found]]:
    """Give every value of a type inside a model, its lists and its groups."""
    if isinstance(value, type_):
        yield path, value
    wanted: Any = type_
    if isinstance(value, Model):
        for name, key in _fields(type(value), wanted):
            inner = getattr(value, name)
            if inner is not None:
                yield from each(type_, inner, (*path, key))
    elif isinstance(value, list):
        for step, one in enumerate(value):
            yield from each(type_, one, (*path, step))


@cache
def _fields(model: type[Model], wanted: Any) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model in which a type can stand, as (name, key in YAML); the rest need no walk."""
    return tuple(
        (name, info.key) for name, info in fields_of(model).items() if _can_hold(info.type, wanted, frozenset({model}))
    )


def _can_hold(type_: Any, wanted: type, above: frozenset[type]) -> bool:
    if isinstance(type_, TypeVar) or type_ is Any:
        return True
    if get_origin(type_) is Literal:
        return any(isinstance(word, wanted) for word in get_args(type_))
    plain = type_ if isinstance(type_, type) else get_origin(type_)
    if isinstance(plain, type) and (issubclass(plain, wanted) or issubclass(wanted, plain)):
        return True
    if is_model(type_):
        fields = [] if type_ in above else fields_of(type_).values()
        return any(_can_hold(info.type, wanted, above | {type_}) for info in fields)
    return any(_can_hold(part, wanted, above) for part in get_args(type_))
