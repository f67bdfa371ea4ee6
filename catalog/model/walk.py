"""Walks through a record: every value of one type, with its key path."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from catalog.model.base import Model

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
    """Give the fields of a model in which a type can stand, as (name, key in YAML); the rest need no walk."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if _can_hold(info.annotation, wanted, frozenset({model}))
    )


def _can_hold(annotation: Any, wanted: type, above: frozenset[type]) -> bool:
    if get_origin(annotation) is Annotated:
        return _can_hold(get_args(annotation)[0], wanted, above)
    if isinstance(annotation, TypeVar) or annotation is Any:
        return True
    if isinstance(annotation, type) and (issubclass(annotation, wanted) or issubclass(wanted, annotation)):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Model):
        fields = [] if annotation in above else annotation.model_fields.values()
        return any(_can_hold(info.annotation, wanted, above | {annotation}) for info in fields)
    if get_origin(annotation) is Literal:
        return any(isinstance(word, wanted) for word in get_args(annotation))
    return any(_can_hold(part, wanted, above) for part in get_args(annotation))
