"""Walks through a record: every value of one type, with its key path."""

from collections.abc import Iterator
from typing import Any, TypeVar

from catalog.model.base import Model

Found = TypeVar("Found")
Path = tuple[str | int, ...]


def each(type_: type[Found], value: Any, path: Path = ()) -> Iterator[tuple[Path, Found]]:
    """Give every value of a type inside a model, its lists and its groups."""
    if isinstance(value, type_):
        yield path, value
    if isinstance(value, Model):
        for name, info in type(value).model_fields.items():
            yield from each(type_, getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, list):
        for step, one in enumerate(value):
            yield from each(type_, one, (*path, step))
