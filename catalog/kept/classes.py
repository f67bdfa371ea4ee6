"""Every class whose values can stand in a record, numbered in the order in which the models name them."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, get_type_hints

from catalog.model.base import Model
from catalog.model.kinds import KINDS
from catalog.model.site import Site
from catalog.value import Value

MODELS: dict[str, type[Model]] = {"site": Site, **{kind.name: kind.model for kind in KINDS.values()}}
"""The model of each kind of record; the settings of the portal are one more."""


@cache
def classes() -> tuple[type, ...]:
    """Give the classes: models, quantities and other small values, controlled lists."""
    found: dict[type, None] = {}
    waiting: list[Any] = list(MODELS.values())
    while waiting:
        one = waiting.pop(0)
        if one in found:
            continue
        found[one] = None
        waiting += [inner for annotation in _annotations(one) for inner in _classes_in(annotation)]
    return tuple(found)


@cache
def names(model: type[Model]) -> tuple[str, ...]:
    """Give the names of a model's fields."""
    return tuple(model.model_fields)


def _annotations(one: type) -> list[Any]:
    if issubclass(one, Model):
        return [part for info in one.model_fields.values() for part in (info.annotation, *info.metadata)]
    return list(get_type_hints(one).values()) if issubclass(one, Value) else []


def _classes_in(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        if issubclass(annotation, Model | Enum | Value):
            yield annotation
        return
    for part in getattr(annotation, "__args__", ()):
        yield from _classes_in(part)
