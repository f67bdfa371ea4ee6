"""What the models allow at a place of a record: which keys, which values, with their labels."""

from typing import Any, get_args

from pydantic import BaseModel, WrapValidator
from pydantic.fields import FieldInfo

from catalog.languages import Sentence
from catalog.model.base import label_of
from catalog.model.choice import Choice
from catalog.model.claim import maybe_unknown

Path = tuple[str | int, ...]


def keys_at(model: type[BaseModel], path: Path, value: Any) -> dict[str, Sentence]:
    """Give key -> label for the group of keys at a path inside a record."""
    return {
        (info.alias or name): label_of(one, name)
        for one in _models_at(model, path, value)
        for name, info in one.model_fields.items()
        if path or name != "id"  # the id of a record is its file's name
    }


def choices_at(model: type[BaseModel], path: Path, value: Any) -> dict[str, Sentence]:
    """Give value -> label where the value at a path is one of a controlled list."""
    field = _field_at(model, path, value)
    return {one.value: one.label for choice in _parts(field.annotation, Choice) for one in choice} if field else {}


def may_be_unknown(model: type[BaseModel], path: Path, value: Any) -> bool:
    """Say whether the word ``unknown`` may stand at a path."""
    field = _field_at(model, path, value)
    wraps = [one for one in field.metadata if isinstance(one, WrapValidator)] if field else []
    return any(one.func is maybe_unknown for one in wraps)


def _field_at(model: type[BaseModel], path: Path, value: Any) -> FieldInfo | None:
    while path and isinstance(path[-1], int):
        path = path[:-1]
    if not path:
        return None
    for one in _models_at(model, path[:-1], value):
        for name, info in one.model_fields.items():
            if path[-1] == (info.alias or name):
                return info
    return None


def _models_at(model: type[BaseModel], path: Path, value: Any) -> list[type[BaseModel]]:
    models = [model]
    for step in path:
        value = _inside(value, step)
        if isinstance(step, str):
            fields = [info for one in models for name, info in one.model_fields.items() if step == (info.alias or name)]
            models = [inner for info in fields for inner in _parts(info.annotation, BaseModel)]
    return _of_form(models, value)


def _inside(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _of_form(models: list[type[BaseModel]], value: Any) -> list[type[BaseModel]]:
    """Choose among models that a ``form`` tells apart; all of them where the form is not known."""
    form = value.get("form") if isinstance(value, dict) else None
    fitting = [
        one for one in models if "form" in one.model_fields and form in get_args(one.model_fields["form"].annotation)
    ]
    return fitting or models


def _parts(annotation: Any, wanted: type) -> list[Any]:
    """Find all classes of a sort within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, wanted):
        return [annotation]
    return [found for part in get_args(annotation) for found in _parts(part, wanted)]
