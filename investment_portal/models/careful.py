"""The careful path from plain values to records: one function for each shape of type, every mistake collected."""

from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from catalog.model.base import Model, class_of, fields_of, is_model, taken_apart
from catalog.model.choice import Choice
from catalog.quantities.dates import parse_day
from catalog.quantities.form import EitherForm, Form
from catalog.quantities.parsed import is_parsed
from catalog.quantities.refusal import RefusedError, UnfitError
from catalog.value import Value

Path = tuple[str | int, ...]


class Mistake(Value):
    """A mistake at ``path``: its kind, the value there, the limit (a number, or the allowed words), or the refusal."""

    kind: str
    path: Path
    typed: Any
    limit: Any = None
    refused: RefusedError | None = None


class MistakesError(ValueError):
    """A value that is no record, with all its mistakes."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        """Hold the mistakes."""
        super().__init__("; ".join(f"{one.path}: {one.refused or one.kind}" for one in mistakes))
        self.mistakes = mistakes


def convert_carefully(type_: Any, value: Any) -> Any:
    """Return the value of a type; raise ``MistakesError`` with every mistake."""
    mistakes: list[Mistake] = []
    converted = _read(type_, value, (), mistakes)
    if mistakes:
        raise MistakesError(mistakes)
    return converted


UNREAD = object()
"""Stands for a value with a mistake."""


def _read(type_: Any, value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    """Return the value of a type, or ``UNREAD`` where a mistake was added."""
    type_, marks, optional = taken_apart(type_)
    if value is None and optional:
        return None
    try:
        converted = _read_shape(type_, marks, value, path, mistakes)
        for check in content_checks(marks) if converted is not UNREAD else ():
            converted = check(converted)
    except UnfitError as error:
        mistakes.append(Mistake(error.kind, path, value, error.limit))
        return UNREAD
    except RefusedError as error:
        mistakes.append(Mistake("refused", (*path, error.key) if error.key else path, value, refused=error))
        return UNREAD
    return converted


def content_checks(marks: tuple[Any, ...]) -> list[Any]:
    """Return the checks among the marks of a type."""
    return [mark.check for mark in marks if hasattr(mark, "check")]


def _read_shape(type_: Any, marks: tuple[Any, ...], value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    """Return the value of a type without its marks, or ``UNREAD``; raise what refuses it as a whole."""
    if is_model(type_):
        return _read_group(type_, value, path, mistakes)
    if get_origin(type_) is list:
        return _read_list(type_, value, path, mistakes)
    if get_origin(type_) in (Union, UnionType):
        return _read_union(get_args(type_), value, path, mistakes)
    return _read_leaf(type_, marks, value)


def _read_group(model: type[Model], value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    plain = class_of(model)
    if isinstance(value, plain):
        return value
    if not isinstance(value, dict):
        raise UnfitError("group")
    fields = {info.key: info for info in fields_of(model).values()}
    missing = [key for key, info in fields.items() if info.required and key not in value]
    unknown = [key for key in value if key not in fields]
    mistakes += [Mistake("missing", (*path, key), value) for key in missing]
    mistakes += [Mistake("unknown-key", (*path, key), value[key]) for key in unknown]
    converted = {
        info.name: _read(info.type, value[key], (*path, key), mistakes) for key, info in fields.items() if key in value
    }
    if missing or unknown or UNREAD in converted.values():
        return UNREAD
    converted.pop(plain.__struct_config__.tag_field, None)
    group = plain(**converted)
    group.check()
    return group


def _read_list(type_: Any, value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    if not isinstance(value, list):
        raise UnfitError("list")
    (item,) = get_args(type_)
    converted = [_read(item, one, (*path, place), mistakes) for place, one in enumerate(value)]
    return UNREAD if UNREAD in converted else converted


def _read_union(types: tuple[Any, ...], value: Any, path: Path, mistakes: list[Mistake]) -> Any:
    """Read a word, or the list or group that may stand in its place; or one of several groups, told apart by a key."""
    words = [word for one in types if get_origin(one) is Literal for word in get_args(one)]
    if isinstance(value, str) and value in words:
        return value
    others = [one for one in types if get_origin(one) is not Literal]
    if len(others) == 1:
        if get_origin(others[0]) is list and not isinstance(value, list):
            raise UnfitError("all-or-list")
        return _read(others[0], value, path, mistakes)
    if isinstance(value, tuple(others)):
        return value
    if not isinstance(value, dict):
        raise UnfitError("group")
    models = {one.__struct_config__.tag: one for one in others}
    key = others[0].__struct_config__.tag_field
    tag = value.get(key)
    if key in value and (not isinstance(tag, str) or tag not in models):
        mistakes.append(Mistake("not-listed", (*path, key), tag, tuple(models)))
    elif key not in value:
        mistakes.append(Mistake("missing", (*path, key), value))
    else:
        return _read_group(models[tag], value, path, mistakes)
    return UNREAD


KINDS = {bool: "yes-no", int: "whole", str: "text"}
"""The kind of mistake where another type stands."""


def _read_leaf(type_: Any, marks: tuple[Any, ...], value: Any) -> Any:
    if get_origin(type_) is Literal:
        return _word(get_args(type_), value)
    if is_parsed(type_):
        return type_.parse(value)
    if issubclass(type_, Choice):
        return type_(_word(tuple(one.value for one in type_), value))
    if type_ is date:
        return parse_day(value)
    # A form refuses other types too, and names itself.
    formed = any(isinstance(mark, Form | EitherForm) for mark in marks)
    if not formed and (not isinstance(value, type_) or (type_ is int and isinstance(value, bool))):
        raise UnfitError(KINDS[type_])
    return value


def _word(words: tuple[str, ...], value: Any) -> str:
    if not isinstance(value, str) or value not in words:
        raise UnfitError("not-listed", words)
    return value
