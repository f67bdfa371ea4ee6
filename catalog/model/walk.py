"""Walks through a record: every value of one type, with its key path."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from catalog.model.base import Model

Found = TypeVar("Found")
Path = tuple[str | int, ...]


@cache
def _keys(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Give each field of a model as (name, key in YAML)."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())


def each(type_: type[Found], value: Any, path: Path = ()) -> Iterator[tuple[Path, Found]]:
    """Give every value of a type inside a model, its lists and its groups."""
    if isinstance(value, type_):
        yield path, value
    if isinstance(value, Model):
        for name, key in _keys(type(value)):
            inner = getattr(value, name)
            if inner is not None:
                yield from each(type_, inner, (*path, key))
    elif isinstance(value, list):
        for step, one in enumerate(value):
            yield from each(type_, one, (*path, step))
