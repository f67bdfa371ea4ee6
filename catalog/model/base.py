"""What all models share, and how a field says its name to people."""

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from catalog.languages import Sentence


class Model(BaseModel):
    """A group of fields: unknown keys are errors, values never change after reading."""

    # Validators are made when they are first needed: a build that reads one record needs few of them.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def field(zh: str, en: str, *, default: Any = ..., note: Sentence | None = None, **limits: Any) -> Any:
    """Declare a field with its label in both languages; a list or mapping as default is copied per record."""
    extra: dict[str, Any] = {"label": Sentence(zh, en)}
    if note:
        extra["note"] = note
    if isinstance(default, list | dict):
        return Field(default_factory=lambda: type(default)(default), title=zh, json_schema_extra=extra, **limits)
    return Field(default=default, title=zh, json_schema_extra=extra, **limits)


@cache
def label_of(model: type[BaseModel], name: str) -> Sentence:
    """Give the label of a model's field."""
    extra = model.model_fields[name].json_schema_extra
    label = extra["label"] if isinstance(extra, dict) else None
    if not isinstance(label, Sentence):
        raise TypeError(f"{model.__name__}.{name} has no label: declare it with field()")
    return label
