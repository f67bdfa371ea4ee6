"""Which keys are allowed at a place of a record, with their labels."""

from typing import Any, get_args

from pydantic import BaseModel

from catalog.languages import Sentence
from catalog.model.base import label_of


def keys_at(model: type[BaseModel], path: tuple[str | int, ...]) -> dict[str, Sentence]:
    """Give key -> label for the group of keys at a path inside a record; where several groups fit, all of their keys."""
    models = [model]
    for step in path:
        if isinstance(step, int):
            continue
        models = [inner for outer in models for inner in _inner_models(outer, step)]
    return {
        (info.alias or name): label_of(one, name) for one in models for name, info in one.model_fields.items()
    }


def _inner_models(model: type[BaseModel], key: str) -> list[type[BaseModel]]:
    for name, info in model.model_fields.items():
        if key == (info.alias or name):
            return list(_models_in(info.annotation))
    return []


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
