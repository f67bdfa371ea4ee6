"""Reads off a model what may be written in each of its fields."""

from collections.abc import Iterable, Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import GroupedMetadata, MinLen
from pydantic import WrapValidator
from pydantic.fields import FieldInfo

from catalog.explain.leaves import figure, leaf
from catalog.explain.shape import Choices, Entry, Group, Leaf, Many, Shape, Written
from catalog.languages import NOTHING, Sentence
from catalog.model.base import Model, label_of
from catalog.model.choice import Choice
from catalog.model.claim import maybe_unknown
from catalog.model.text import Prose, Text
from catalog.quantities import Area, Money

BOTH = Sentence("中文、英文都要写", "in Chinese and in English")
PROSE = Sentence(
    "中文、英文都要写，可分段，可用 Markdown", "in Chinese and in English; paragraphs and Markdown allowed"
)


@cache
def entries(model: type[Model]) -> tuple[Entry, ...]:
    """Give the fields of a model, in its order."""
    return tuple(
        Entry(
            key=info.alias or name,
            label=label_of(model, name),
            note=_note(info),
            written=_written(info.annotation, info.metadata),
            required=info.is_required(),
            default=info.default if info.default_factory is None and not info.is_required() else None,
        )
        for name, info in model.model_fields.items()
    )


def _note(info: FieldInfo) -> Sentence:
    extra = info.json_schema_extra
    note = extra.get("note") if isinstance(extra, dict) else None
    return note if isinstance(note, Sentence) else NOTHING


def _written(annotation: Any, marks: Iterable[Any] = ()) -> Written:
    """Take an annotation apart."""
    marks = list(_flat(marks))
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        marks += _flat(more)
    if get_origin(annotation) in (Union, UnionType):
        return _of_several([part for part in get_args(annotation) if part is not NoneType], annotation, marks)
    return Written(_shape(annotation, marks))


def _flat(marks: Iterable[Any]) -> Iterator[Any]:
    """Give the marks themselves where pydantic wraps several of them into one."""
    for mark in marks:
        if isinstance(mark, FieldInfo):
            yield from _flat(mark.metadata)
        elif isinstance(mark, GroupedMetadata):
            yield from _flat(iter(mark))
        else:
            yield mark


def _of_several(parts: list[Any], annotation: Any, marks: list[Any]) -> Written:
    """Describe a union: with nothing, with a word, of groups, or of single values."""
    empty = NoneType in get_args(annotation)
    unknown = any(isinstance(mark, WrapValidator) and mark.func is maybe_unknown for mark in marks)
    words = ["unknown"] if unknown else []
    if {Money, Area} <= set(parts):
        return Written(figure(), empty=empty)
    found = [_written(part, marks) for part in parts]
    words += [word for one in found for word in one.words]
    shapes: list[Shape] = []
    for one in (one.shape for one in found):
        if isinstance(one, Choices) and set(one.labels) == {"all"}:
            words.append("all")
        else:
            shapes.append(one)
    return Written(_joined(shapes), tuple(words), empty or any(one.empty for one in found))


def _joined(shapes: list[Shape]) -> Shape:
    if len(shapes) == 1:
        return shapes[0]
    groups = [one for one in shapes if isinstance(one, Group)]
    if len(groups) == len(shapes):
        return Group(tuple(model for one in groups for model in one.models))
    leaves = [one for one in shapes if isinstance(one, Leaf)]
    if len(leaves) != len(shapes):
        raise TypeError(f"no words for a mixture of {shapes}")
    says = Sentence("，或 ".join(one.says.zh for one in leaves), "; or ".join(one.says.en for one in leaves))
    return Leaf(says, {"anyOf": [dict(one.schema) for one in leaves]})


def _shape(type_: Any, marks: list[Any]) -> Shape:
    if get_origin(type_) is Literal:
        return Choices(dict.fromkeys(get_args(type_), NOTHING))
    if get_origin(type_) is list:
        least = next((mark.min_length for mark in marks if isinstance(mark, MinLen)), 0)
        return Many(_written(get_args(type_)[0]).shape, least)
    if isinstance(type_, type) and issubclass(type_, Choice):
        return Choices({one.value: one.label for one in type_})
    if isinstance(type_, type) and issubclass(type_, Model):
        says = PROSE if issubclass(type_, Prose) else BOTH if issubclass(type_, Text) else NOTHING
        return Group((type_,), says)
    return leaf(type_, marks)
