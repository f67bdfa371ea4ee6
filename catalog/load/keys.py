"""What the models allow at a place of a record: which keys, which values, with their labels."""

from collections.abc import Iterator
from typing import Any, get_args

from catalog.languages import Sentence
from catalog.model.base import FieldInfo, Model, class_of, classes_in, fields_of, label_of, models_in, taken_apart
from catalog.model.choice import Choice
from catalog.model.claim import OrUnknown

Path = tuple[str | int, ...]


def keys_at(model: type[Model], path: Path, value: Any) -> dict[str, Sentence]:
    """Give key -> label for the group of keys at a path inside a record."""
    return {
        info.key: label_of(one, name)
        for one in _models_at(model, path, value)
        for name, info in fields_of(one).items()
        if path or name != "id"  # the id of a record is its file's name
    }


def choices_at(model: type[Model], path: Path, value: Any) -> dict[str, Sentence]:
    """Give value -> label where the value at a path is one of a controlled list."""
    field = _field_at(model, path, value)
    return {one.value: one.label for choice in _choices_in(field.type) for one in choice} if field else {}


def _choices_in(type_: Any) -> Iterator[type[Choice]]:
    return (part for part in classes_in(type_) if issubclass(class_of(part), Choice))


def may_be_unknown(model: type[Model], path: Path, value: Any) -> bool:
    """Say whether the word ``unknown`` may stand at a path."""
    field = _field_at(model, path, value)
    return field is not None and any(isinstance(mark, OrUnknown) for mark in taken_apart(field.type).marks)


def _field_at(model: type[Model], path: Path, value: Any) -> FieldInfo | None:
    while path and isinstance(path[-1], int):
        path = path[:-1]
    if not path:
        return None
    for one in _models_at(model, path[:-1], value):
        for info in fields_of(one).values():
            if path[-1] == info.key:
                return info
    return None


def _models_at(model: type[Model], path: Path, value: Any) -> list[type[Model]]:
    models = [model]
    for step in path:
        value = _inside(value, step)
        if isinstance(step, str):
            fields = [info for one in models for info in fields_of(one).values() if step == info.key]
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
    fitting = [one for one in models if "form" in fields_of(one) and form in get_args(fields_of(one)["form"].type)]
    return fitting or models
