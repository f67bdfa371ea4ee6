"""Mistakes in a record with all that their message needs: the place, the allowed keys and values."""

from collections.abc import Iterator
from typing import Any, NamedTuple, Self, get_args, get_origin

from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.base import (
    FieldInfo,
    Model,
    class_of,
    classes_in,
    fields_of,
    label_of,
    models_in,
    split_type,
)
from investment_portal.models.careful import Mistake
from investment_portal.models.choice import Choice
from investment_portal.models.claim import OrUnknown
from investment_portal.models.quantities.quantity import EitherForm, Form
from investment_portal.problems import got, quoted

Path = tuple[str | int, ...]


def keys_at(model: type[Model], path: Path, value: Any) -> dict[str, Sentence]:
    """Return key -> label for the group of keys at a path inside a record."""
    return {
        info.key: label_of(nested, name)
        for nested in _models_at(model, path, value)
        for name, info in fields_of(nested).items()
        if path or name != "id"  # the id of a record is its file's name
    }


def choices_at(model: type[Model], path: Path, value: Any) -> dict[str, Sentence]:
    """Return value -> label where the value at a path is one of a controlled list."""
    field = _field_at(model, path, value)
    return {option.value: option.label for choice in _choices_in(field.type) for option in choice} if field else {}


def is_free_text(model: type[Model], path: Path, value: Any) -> bool:
    """Return whether any words may stand at a path: a text, or a word without a form of its own."""
    field = _field_at(model, path, value)
    if field is None:
        return False
    hint = split_type(field.type)
    if get_origin(hint.type) is list:
        hint = split_type(get_args(hint.type)[0])
    return hint.type is str and not any(isinstance(mark, Form | EitherForm) for mark in hint.annotations)


def type_at(model: type[Model], path: Path, value: Any) -> Any:
    """Return the type of the value at a path; nothing where no field has it."""
    field = _field_at(model, path, value)
    if field is None:
        return None
    type_, entry = field.type, path[-1]
    if isinstance(entry, str):
        return type_
    lists = [part for part in _parts(type_) if get_origin(part) is list]
    return get_args(lists[0])[0] if lists else None


def _parts(type_: Any) -> Iterator[Any]:
    """Yield a type and those that it is a union of, without their marks."""
    hint = split_type(type_)
    yield hint.type
    for part in get_args(hint.type):
        yield split_type(part).type


def takes_list(model: type[Model], path: Path, value: Any) -> bool:
    """Return whether a list may stand at a path."""
    type_ = type_at(model, path, value)
    return type_ is not None and any(get_origin(part) is list for part in _parts(type_))


def _choices_in(type_: Any) -> Iterator[type[Choice]]:
    return (part for part in classes_in(type_) if issubclass(class_of(part), Choice))


def may_be_unknown(model: type[Model], path: Path, value: Any) -> bool:
    """Return whether the word ``unknown`` may stand at a path."""
    field = _field_at(model, path, value)
    return field is not None and any(isinstance(mark, OrUnknown) for mark in split_type(field.type).annotations)


def _field_at(model: type[Model], path: Path, value: Any) -> FieldInfo | None:
    while path and isinstance(path[-1], int):
        path = path[:-1]
    if not path:
        return None
    for nested in _models_at(model, path[:-1], value):
        for info in fields_of(nested).values():
            if path[-1] == info.key:
                return info
    return None


def _models_at(model: type[Model], path: Path, value: Any) -> list[type[Model]]:
    models = [model]
    for step in path:
        value = _inside(value, step)
        if isinstance(step, str):
            fields = [info for nested in models for info in fields_of(nested).values() if step == info.key]
            models = [inner for info in fields for inner in models_in(info.type)]
    return _of_form(models, value)


def _inside(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _of_form(models: list[type[Model]], value: Any) -> list[type[Model]]:
    """Choose among models that a ``form`` tells apart; all of them where the form is not known."""
    form = value.get("form") if isinstance(value, dict) else None
    fitting = [
        model for model in models if "form" in fields_of(model) and form in get_args(fields_of(model)["form"].type)
    ]
    return fitting or models


class Message(NamedTuple):
    """A mistake, said: its rule, its sentence, its hint."""

    rule: str
    sentence: Sentence
    hint: Sentence = NOTHING


class RecordMistake(Mistake, kw_only=True):
    """A mistake in a ``record`` of a ``model``."""

    model: type[Model]
    record: Any

    @classmethod
    def of(cls, mistake: Mistake, model: type[Model], record: Any) -> Self:
        """Return a mistake with the record that it is in."""
        return cls(
            mistake.kind, mistake.path, mistake.typed, mistake.limit, mistake.refused, model=model, record=record
        )

    @property
    def name(self) -> Sentence:
        """The subject of the mistake in a sentence."""
        keys = [step for step in self.path if isinstance(step, str)]
        if not keys:
            return Sentence("记录", "The record")
        shown, last = quoted(keys[-1]), self.path[-1]
        if isinstance(last, int):
            return Sentence(f"“{shown}”的第 {last + 1} 项", f"Entry {last + 1} of “{shown}”")
        return Sentence(f"“{shown}”", f"“{shown}”")

    @property
    def got(self) -> Sentence:
        """The value that was typed."""
        return got(self.typed)

    @property
    def siblings(self) -> dict[str, Sentence]:
        """Keys that may stand in the group in which the mistake is."""
        return keys_at(self.model, self.path[:-1], self.record)

    @property
    def inner(self) -> dict[str, Sentence]:
        """Keys that may stand inside, where a group is wanted."""
        return keys_at(self.model, self.path, self.record)

    @property
    def choices(self) -> dict[str, Sentence]:
        """Values of the controlled list, if it is one."""
        return choices_at(self.model, self.path, self.record)

    @property
    def required(self) -> bool:
        """Return whether the key must be there."""
        field = _field_at(self.model, self.path, self.record)
        return field is not None and field.required

    @property
    def takes_list(self) -> bool:
        """Return whether a list may stand there."""
        return takes_list(self.model, self.path, self.record)

    @property
    def may_be_unknown(self) -> bool:
        """Return whether the word ``unknown`` would do."""
        return may_be_unknown(self.model, self.path, self.record)
