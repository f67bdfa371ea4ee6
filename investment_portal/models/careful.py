"""The careful path from plain values to records: one function for each shape of type, every mistake collected."""

from collections.abc import Callable
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from investment_portal.models.base import Model, class_of, fields_of, is_model, split_type
from investment_portal.models.choice import Choice
from investment_portal.models.quantities.dates import parse_day
from investment_portal.models.quantities.quantity import (
    EitherForm,
    Form,
    Parsed,
    UnfitError,
    ValueRefusedError,
    is_parsed,
)
from investment_portal.value import Value

Path = tuple[str | int, ...]


class Mistake(Value):
    """A mistake at ``path``: its kind, the value there, the limit (a number, or the allowed words), or the refusal."""

    kind: str
    path: Path
    typed: Any
    limit: Any = None
    refused: ValueRefusedError | None = None


class MistakesError(ValueError):
    """A value that is no record, with all its mistakes and what could be read of it."""

    def __init__(self, mistakes: list[Mistake], readable: Any = None) -> None:
        """Hold the mistakes, and the record without what could not be read (see ``Readable``)."""
        self.readable = readable
        super().__init__("; ".join(f"{mistake.path}: {mistake.refused or mistake.kind}" for mistake in mistakes))
        self.mistakes = mistakes


def convert_carefully(type_: Any, value: Any) -> Any:
    """Return the value of a type; raise ``MistakesError`` with every mistake."""
    mistakes: list[Mistake] = []
    converted = _read(type_, value, (), mistakes)
    if mistakes:
        raise MistakesError(mistakes, converted.value if isinstance(converted, Readable) else None)
    return converted


class Readable(Value):
    """The readable part of a value with a mistake: a group or list with defaults, None or [] in place of the rest.

    A group within another must hold all that it needs, or nothing of it counts as read.
    """

    value: Any = None


UNREAD = Readable()


def _read(type_: Any, value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    """Return the value of a type, or ``Readable`` where a mistake was added."""
    type_, annotations, optional = split_type(type_)
    if value is None and optional:
        return None
    try:
        converted = _reader_of(type_, annotations)(type_, value, path, mistakes)
        if not isinstance(converted, Readable):
            for check in content_checks(annotations):
                converted = check(converted)
    except UnfitError as error:
        mistakes.append(Mistake(error.kind, path, value, error.limit))
        return UNREAD
    except ValueRefusedError as error:
        mistakes.append(Mistake("refused", (*path, error.key) if error.key else path, value, refused=error))
        return UNREAD
    return converted


@cache
def content_checks(annotations: tuple[Any, ...]) -> tuple[Callable[[Any], Any], ...]:
    """Return the checks among the marks of a type."""
    return tuple(mark.check for mark in annotations if hasattr(mark, "check"))


Reader = Callable[[Any, Any, Path, list[Mistake]], Any]
"""Returns the value of a type without its marks, or ``Readable``; raises what refuses the value as a whole."""


@cache
def _reader_of(type_: Any, annotations: tuple[Any, ...]) -> Reader:
    """Return the function for the shape of a type."""
    # A form refuses other types too, in its own words.
    formed = any(isinstance(mark, Form | EitherForm) for mark in annotations)
    shapes: list[tuple[bool, Reader]] = [
        (is_model(type_), _read_group),
        (get_origin(type_) is list, _read_list),
        (get_origin(type_) is Literal, _read_literal),
        (get_origin(type_) in (Union, UnionType), _read_union),
        (is_parsed(type_), _read_parsed),
        (isinstance(type_, type) and issubclass(type_, Choice), _read_choice),
        (type_ is date, _read_day),
        (formed, _read_anything),
    ]
    return next((reader for fits, reader in shapes if fits), _read_plain)


MOST_UNKNOWN = 2000
"""Unknown keys of a group that are reported: a file with more of them is no record, and the first ones say so."""


def _read_group(model: type[Model], value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    class_ = class_of(model)
    if isinstance(value, class_):
        return value
    if not isinstance(value, dict):
        raise UnfitError("group")
    fields = {info.key: info for info in fields_of(model).values()}
    missing = [key for key, info in fields.items() if info.required and key not in value]
    unknown = [key for key in value if key not in fields]
    mistakes += [Mistake("missing", (*path, key), value) for key in missing]
    mistakes += [Mistake("unknown-key", (*path, key), value[key]) for key in unknown[:MOST_UNKNOWN]]
    converted = {
        info.name: _read(info.type, value[key], (*path, key), mistakes) for key, info in fields.items() if key in value
    }
    converted.pop(class_.__struct_config__.tag_field, None)
    if missing or unknown or any(isinstance(read, Readable) for read in converted.values()):
        return _readable_group(model, converted, is_record=not path)
    group = class_(**converted)
    group.check()
    return group


def _readable_group(model: type[Model], converted: dict[str, Any], *, is_record: bool) -> Readable:
    """Return what could be read of a group; of a record, even where a needed field is not readable."""
    readable: dict[str, Any] = {}
    for name, info in fields_of(model).items():
        value = converted.get(name, UNREAD)
        if isinstance(value, Readable):
            value = value.value
        if value is not None:
            readable[name] = value
        elif info.required:
            if not is_record:
                return UNREAD
            readable[name] = [] if get_origin(split_type(info.type)[0]) is list else None
    readable.pop(class_of(model).__struct_config__.tag_field, None)
    return Readable(class_of(model)(**readable))


def _read_list(type_: Any, value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    if not isinstance(value, list):
        raise UnfitError("list")
    (item,) = get_args(type_)
    converted = [_read(item, entry, (*path, place), mistakes) for place, entry in enumerate(value)]
    values = [entry.value if isinstance(entry, Readable) else entry for entry in converted]
    return Readable(values) if any(isinstance(entry, Readable) for entry in converted) else values


def _read_union(type_: Any, value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    """Read a word, or the list or group in its place; one group or a list; or one of several groups by their key."""
    words = [word for part in get_args(type_) if get_origin(part) is Literal for word in get_args(part)]
    if isinstance(value, str) and value in words:
        return value
    others = [part for part in get_args(type_) if get_origin(part) is not Literal]
    lists = [part for part in others if get_origin(part) is list]
    if lists and len(others) > 1:
        return _read(lists[0] if isinstance(value, list) else others[0], value, path, mistakes)
    if len(others) > 1:
        return _read_tagged(others, value, path, mistakes)
    if get_origin(others[0]) is list and not isinstance(value, list):
        raise UnfitError("all-or-list")
    return _read(others[0], value, path, mistakes)


def _read_tagged(models: list[Any], value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    if isinstance(value, tuple(models)):
        return value
    if not isinstance(value, dict):
        raise UnfitError("group")
    by_tag = {model.__struct_config__.tag: model for model in models}
    key = models[0].__struct_config__.tag_field
    tag = value.get(key)
    if isinstance(tag, str) and tag in by_tag:
        return _read(by_tag[tag], value, path, mistakes)
    if key in value:
        mistakes.append(Mistake("not-listed", (*path, key), tag, tuple(by_tag)))
    else:
        mistakes.append(Mistake("missing", (*path, key), value))
    return UNREAD


def _read_literal(type_: Any, value: Any, _path: Path, _mistakes: list[Mistake]) -> Any:
    return _word(get_args(type_), value)


def _read_choice(type_: Any, value: Any, _path: Path, _mistakes: list[Mistake]) -> Any:
    return type_(_word(tuple(member.value for member in type_), value))


def _word(words: tuple[str, ...], value: Any) -> str:
    if not isinstance(value, str) or value not in words:
        raise UnfitError("not-listed", words)
    return value


def _read_parsed(type_: type[Parsed], value: Any, _path: Path, _mistakes: list[Mistake]) -> Any:
    return type_.parse(value)


def _read_day(_type: Any, value: Any, _path: Path, _mistakes: list[Mistake]) -> Any:
    return parse_day(value)


def _read_anything(_type: Any, value: Any, _path: Path, _mistakes: list[Mistake]) -> Any:
    return value


KINDS = {bool: "yes-no", int: "whole", str: "text"}
"""The kind of mistake where another type stands."""


def _read_plain(type_: Any, value: Any, _path: Path, _mistakes: list[Mistake]) -> Any:
    if not isinstance(value, type_) or (type_ is int and isinstance(value, bool)):
        raise UnfitError(KINDS[type_])
    return value
