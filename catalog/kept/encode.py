"""A record as bytes and back: equal values are equal bytes, each field stands by itself and can be read alone."""

import hashlib
import marshal
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from catalog.kept.box import PLAIN
from catalog.kept.classes import classes, names
from catalog.kept.pack import Content
from catalog.model.base import Model
from catalog.value import Value

SHORT = 128
"""Bytes up to which a field is a short one: what lists are sorted and grouped by is read without the long texts."""

MARK = 8
"""Bytes that tell one value of a field from another."""

DECIMAL, DATE, CHOICE, SMALL, GROUP, TUPLE, MAPPING, OTHER = range(8)
"""What a tuple in the plain form begins with."""

AS_IS = frozenset({str, int, bool, type(None)})


def encode(id_: str, record: Model) -> Content:
    """Pack a record."""
    encoders = _encoders()
    values = [marshal.dumps(_plain(getattr(record, name), encoders), PLAIN) for name in names(type(record))]
    short = [value if len(value) <= SHORT else None for value in values]
    long = {place: value for place, value in enumerate(values) if len(value) > SHORT}
    marks = b"".join(_mark(value) for value in values)
    return Content(id_, marshal.dumps([*short, _given(record)], PLAIN), marshal.dumps(long, PLAIN), marks)


def short_parts(short: bytes) -> list[Any]:
    """Take short fields apart: the bytes of each field (none where it is long), then which were given (a bit each)."""
    parts: list[Any] = marshal.loads(short)  # noqa: S302 - its sum was checked
    return parts


def long_parts(long: bytes) -> dict[int, bytes]:
    """Take long fields apart: the bytes of each, by its place."""
    parts: dict[int, bytes] = marshal.loads(long)  # noqa: S302 - its sum was checked
    return parts


def decode(part: bytes) -> Any:
    """Give the value of a field."""
    return _value(marshal.loads(part))  # noqa: S302 - its sum was checked


def _given(model: Model) -> int:
    given = model.model_fields_set
    return sum(1 << place for place, name in enumerate(names(type(model))) if name in given)


_short: dict[bytes, bytes] = {}


def _mark(value: bytes) -> bytes:
    known = _short.get(value)
    if known is None:
        known = hashlib.blake2b(value, digest_size=MARK).digest()
        if len(value) < 2 * MARK:  # nothing, yes, no, a word: the same few again and again
            _short[value] = known
    return known


def _plain(value: Any, encoders: dict[type, Callable[[Any], Any]]) -> Any:
    kind = type(value)
    if kind in AS_IS:
        return value
    if kind is list:
        return [_plain(one, encoders) for one in value]
    encoder = encoders.get(kind)
    return encoder(value) if encoder else (OTHER, pickle.dumps(value))


@cache
def _encoders() -> dict[type, Callable[[Any], Any]]:
    found: dict[type, Callable[[Any], Any]] = {
        Decimal: lambda value: (DECIMAL, str(value)),
        date: lambda value: (DATE, value.toordinal()),
        tuple: lambda value: (TUPLE, [_plain(one, found) for one in value]),
        dict: lambda value: (MAPPING, [[_plain(key, found), _plain(one, found)] for key, one in value.items()]),
    }
    for number, one in enumerate(classes()):
        if issubclass(one, Enum):
            found[one] = _choices(number)
        elif issubclass(one, Model):
            found[one] = _groups(number, names(one), found)
        elif issubclass(one, Value):
            found[one] = _smalls(number, one.__struct_fields__, found)
    return found


def _choices(number: int) -> Callable[[Any], Any]:
    return lambda value: (CHOICE, number, value.value)


def _groups(number: int, own: tuple[str, ...], encoders: dict[type, Callable[[Any], Any]]) -> Callable[[Any], Any]:
    return lambda value: (GROUP, number, [_plain(getattr(value, name), encoders) for name in own], _given(value))


def _smalls(number: int, own: tuple[str, ...], encoders: dict[type, Callable[[Any], Any]]) -> Callable[[Any], Any]:
    return lambda value: (SMALL, number, [_plain(getattr(value, name), encoders) for name in own])


def _value(plain: Any) -> Any:
    kind = type(plain)
    if kind is tuple:
        return DECODERS[plain[0]](*plain[1:])
    if kind is list:
        return [one if type(one) in AS_IS else _value(one) for one in plain]
    return plain


def _group(number: int, values: list[Any], given: int) -> Model:
    """Make a group of fields as the validator would, which has seen these values already."""
    model, own = _class(number)
    inside = {name: value if type(value) in AS_IS else _value(value) for name, value in zip(own, values, strict=True)}
    return construct(model, inside, set(_among(number, given)))


@cache
def _class(number: int) -> tuple[type[Model], tuple[str, ...]]:
    model: type[Model] = classes()[number]
    return model, names(model)


@cache
def _among(number: int, given: int) -> frozenset[str]:
    return frozenset(name for place, name in enumerate(_class(number)[1]) if given >> place & 1)


def construct(model: type[Model], values: dict[str, Any], given: set[str]) -> Model:
    """Make a group of fields out of values that were validated once."""
    made: Model = object.__new__(model)
    put = object.__setattr__
    put(made, "__dict__", values)
    put(made, "__pydantic_fields_set__", given)
    put(made, "__pydantic_extra__", None)
    put(made, "__pydantic_private__", None)
    return made


DECODERS: tuple[Callable[..., Any], ...] = (
    Decimal,
    date.fromordinal,
    lambda number, value: classes()[number](value),
    lambda number, values: classes()[number](*(_value(one) for one in values)),
    _group,
    lambda values: tuple(_value(one) for one in values),
    lambda pairs: {_value(key): _value(one) for key, one in pairs},
    pickle.loads,
)
"""How each tuple of the plain form becomes a value, by the number that it begins with."""
