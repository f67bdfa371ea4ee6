"""Reads off a model what may be written in each of its fields."""

from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from catalog.explain.leaves import leaf
from catalog.explain.shape import Choices, Entry, Group, Many, Shape, Written
from catalog.languages import NOTHING, Sentence
from catalog.model.base import Length, Model, class_of, fields_of, is_model, taken_apart
from catalog.model.choice import Choice
from catalog.model.text import Prose, Text

BOTH = Sentence("中文、英文都要写", "in Chinese and in English")
PROSE = Sentence(
    "中文、英文都要写，可分段，可用 Markdown", "in Chinese and in English; paragraphs and Markdown allowed"
)


@cache
def entries(model: type[Model]) -> tuple[Entry, ...]:
    """Give the fields of a model, in its order."""
    return tuple(
        Entry(
            key=info.key,
            label=info.label,
            note=info.note,
            written=_written(info.type),
            required=info.required,
            default=info.default,
        )
        for info in fields_of(model).values()
    )


def _written(type_: Any) -> Written:
    """Return how a type is written."""
    type_, marks, optional = taken_apart(type_)
    if get_origin(type_) not in (Union, UnionType):
        return Written(_shape(type_, marks), empty=optional)
    parts = [_shape(part, ()) for part in get_args(type_)]
    words = tuple(word for one in parts if isinstance(one, Choices) for word in one.labels)
    return Written(_joined([one for one in parts if not isinstance(one, Choices)]), words, optional)


def _joined(shapes: list[Shape]) -> Shape:
    if len(shapes) == 1:
        return shapes[0]
    groups = [one for one in shapes if isinstance(one, Group)]
    if len(groups) != len(shapes):
        raise TypeError(f"no words for a mixture of {shapes}")
    return Group(tuple(model for one in groups for model in one.models))


def _shape(type_: Any, marks: tuple[Any, ...]) -> Shape:
    if get_origin(type_) is Literal:
        return Choices(dict.fromkeys(get_args(type_), NOTHING))
    if get_origin(type_) is list:
        least = next((mark.least for mark in marks if isinstance(mark, Length)), 0)
        return Many(_written(get_args(type_)[0]).shape, least)
    if is_model(type_):
        plain = class_of(type_)
        says = PROSE if issubclass(plain, Prose) else BOTH if issubclass(plain, Text) else NOTHING
        return Group((type_,), says)
    if issubclass(type_, Choice):
        return Choices({one.value: one.label for one in type_})
    return leaf(type_, marks)
