"""Documentation of fields, derived from the models: shapes, allowed values, words for people and for editors."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.base import Length, Model, class_of, fields_of, is_model, split_type
from investment_portal.models.choice import Choice, OpenChoice
from investment_portal.models.claim import AnyFigure
from investment_portal.models.kinds import KINDS
from investment_portal.models.office_hours import DAYS_PATTERN, Weekdays
from investment_portal.models.phone import EXTENSION, PHONE, Extension, Phone
from investment_portal.models.quantities import Area, Money, Percent, QuantityRange, UnitPrice
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.quantities.money import ONE_CURRENCY
from investment_portal.models.quantities.number import Counted, Number, Range
from investment_portal.models.quantities.quantity import EitherForm, Form, Quantity
from investment_portal.models.reference import RefTo
from investment_portal.models.text import Filled, Prose, Text
from investment_portal.value import Value


class Leaf(Value):
    """One value: how it is written, in words and as JSON Schema, and the kind of record it names, if it names one."""

    description: Sentence
    schema: Mapping[str, Any]
    refers_to: str | None = None


class AllowedValues(Value):
    """A word from a list; each with its label, where it has one. ``more`` is the form of words that settings add."""

    labels: Mapping[str, Sentence]
    more: Form | None = None


class FieldGroup(Value):
    """A group of keys; where there are several models, the key ``form`` tells them apart."""

    models: tuple[type[Model], ...]
    description: Sentence = NOTHING


class Many(Value):
    """A list."""

    item: "Shape"
    least: int = 0


Shape = Leaf | AllowedValues | FieldGroup | Many


class FieldSyntax(Value):
    """A shape, the words that may stand instead of it (``all``, ``unknown``), and whether it may stay empty.

    ``or_list`` says that a list of such groups may stand instead of one.
    """

    shape: Shape
    words: tuple[str, ...] = ()
    empty: bool = False
    or_list: bool = False


class FieldEntry(Value):
    """A field of a model: its key, its label, a note, what may be written, and whether it must be."""

    key: str
    label: Sentence
    note: Sentence
    syntax: FieldSyntax
    required: bool
    default: Any = None


GROUP_NAME = re.compile(r"\(\?P?<[a-z_]+>")

NOT_NEGATIVE = "(?!.*-)"

DAY = Leaf(
    Sentence("日期，例如 2020-03-18", "a date, as 2020-03-18"),
    {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
)
PARTIAL_DATE = Leaf(
    Sentence("日期，例如 2020-03-18、2020-03、2020-Q1 或 2020", "a date, as 2020-03-18, 2020-03, 2020-Q1 or 2020"),
    {
        "type": ["string", "integer"],
        "pattern": "^[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$",
        "minimum": 1000,
        "maximum": 2200,
    },
)
PHONE_NUMBER = Leaf(
    Sentence(
        "电话，例如 +86 830 000 0001、+86 830 000 0001 转 801、400-000-0000 或 12345",
        "a phone number, as +86 830 000 0001, +86 830 000 0001 ext. 801, 400-000-0000 or 12345",
    ),
    {"type": ["string", "integer"], "pattern": f"^{PHONE}$"},
)
WEEK = Leaf(
    Sentence("星期，例如 mon-fri、sat 或 [mon, wed, fri]", "days of the week, as mon-fri, sat or [mon, wed, fri]"),
    {
        "anyOf": [
            {"type": "string", "pattern": f"^{DAYS_PATTERN}$"},
            {"type": "array", "items": {"type": "string", "pattern": f"^{DAYS_PATTERN}$"}, "minItems": 1},
        ]
    },
)
EXTENSION_NUMBER = Leaf(
    Sentence("分机号，例如 801", "an extension, as 801"),
    {"type": ["string", "integer"], "pattern": f"^{EXTENSION}$", "minimum": 0},
)
YES_NO = Leaf(Sentence("true（是）或 false（否）", "true or false"), {"type": "boolean"})
UNIT_PRICE = Leaf(
    Sentence(f"写成{UnitPrice.wanted_zh}", f"like {UnitPrice.wanted_en}"),
    {"type": "string", "pattern": "^(?:" + GROUP_NAME.sub("(?:", UnitPrice.schema_pattern()) + ")$"},
)
DESCRIBED: Mapping[Any, Leaf] = {
    PartialDate: PARTIAL_DATE,
    date: DAY,
    bool: YES_NO,
    Phone: PHONE_NUMBER,
    Extension: EXTENSION_NUMBER,
    Weekdays: WEEK,
    UnitPrice: UNIT_PRICE,
}
"""Types whose values are written in a way of their own."""

NODE = Sentence("产业链环节，写成“产业链编号/环节编号”", "a chain node, as CHAIN/NODE")
TEXT = Sentence("文字", "text")
NOT_BLANK = r"\S"


def regex(pattern: str) -> str:
    """Write a pattern for a whole value in the regular expressions that every editor knows: no named groups."""
    return "^(?:" + GROUP_NAME.sub("(?:", pattern).replace(r"\"", '"') + ")$"


def quantity(sort: type[Quantity]) -> Leaf:
    """Describe a number with a unit."""
    ahead = NOT_NEGATIVE + (ONE_CURRENCY if issubclass(sort, Money) else "")
    pattern = "^" + ahead + regex(sort.pattern).removeprefix("^")
    return Leaf(Sentence(f"写成{sort.wanted_zh}", f"like {sort.wanted_en}"), {"type": "string", "pattern": pattern})


def quantity_range(sort: type[QuantityRange[Any]]) -> Leaf:
    """Describe a number with a unit that may have bounds."""
    type_ = ["number", "string"] if issubclass(sort.of, Counted) else "string"
    description = Sentence(f"写成{sort.wanted_zh}，也可写{sort.also_zh}", f"like {sort.wanted_en}; also {sort.also_en}")
    schema = {"type": type_, "pattern": "^(?!-)" + regex(sort.schema_pattern()).removeprefix("^")}
    return Leaf(description, {**schema, "minimum": 0} if issubclass(sort.of, Counted) else schema)


def figure() -> Leaf:
    """Describe a figure of whatever sort."""
    patterns = [quantity(sort).schema["pattern"] for sort in (Money, Area, Percent)]
    return Leaf(
        Sentence(
            "不小于 0 的数字、金额（“95.9 亿元”）、面积（“300 亩”）或百分比（“106.5 %”）",
            "a number from 0 up, a sum (“95.9 亿元”), an area (“300 亩”) or a share (“106.5 %”)",
        ),
        {"type": ["number", "string"], "minimum": 0, "pattern": "|".join(patterns)},
    )


def number(limits: Iterable[Any], *, whole: bool) -> Leaf:
    """Describe a plain number and its range."""
    schema: dict[str, Any] = {"type": "integer" if whole else "number"}
    zh, en = ("整数", "a whole number") if whole else ("数字，例如 12 或 3.5", "a number, as 12 or 3.5")
    for limit in limits:
        if not isinstance(limit, Range):
            continue
        if limit.least is not None:
            schema["minimum"], zh, en = limit.least, f"{zh}，不小于 {limit.least}", f"{en}, at least {limit.least}"
        if limit.above is not None:
            schema["exclusiveMinimum"] = limit.above
            zh, en = f"{zh}，大于 {limit.above}", f"{en}, above {limit.above}"
        if limit.most is not None:
            schema["maximum"], zh, en = limit.most, f"{zh}，不大于 {limit.most}", f"{en}, at most {limit.most}"
    return Leaf(Sentence(zh, en), schema)


def words(annotations: Iterable[Any]) -> Leaf:
    """Describe a text: free, of a fixed form, or the id of a record."""
    description, refers_to = TEXT, None
    schema: dict[str, Any] = {"type": "string"}
    for mark in annotations:
        if isinstance(mark, Form):
            description = Sentence(mark.zh, mark.en)
            schema |= {"pattern": regex(mark.pattern), "maxLength": mark.longest}
        elif isinstance(mark, RefTo):
            description, refers_to = _reference(mark.kind), mark.kind
        elif isinstance(mark, EitherForm):
            description, schema = _either(mark)
        elif isinstance(mark, Filled):
            schema |= {"minLength": 1, "pattern": NOT_BLANK, "maxLength": mark.longest}
    return Leaf(description, schema, refers_to)


def _either(mark: EitherForm) -> tuple[Sentence, dict[str, Any]]:
    """Describe a text of one of two forms."""
    leaves = [words([form]) for form in (mark.marked, mark.plain)]
    description = Sentence(
        "，或 ".join(scalar.description.zh for scalar in leaves),
        "; or ".join(scalar.description.en for scalar in leaves),
    )
    return description, {"anyOf": [dict(scalar.schema) for scalar in leaves]}


def _reference(kind: str) -> Sentence:
    if kind == "node":
        return NODE
    label, place = KINDS[kind].label, KINDS[kind].place
    article = "an" if label.en.startswith(tuple("aeiou")) else "a"
    return Sentence(f"{label.zh}的编号，见 {place}", f"the id of {article} {label.en}, see {place}")


def leaf(type_: Any, annotations: Iterable[Any]) -> Leaf:
    """Describe a single value by its type and what is marked on it; a type that nobody described is our bug."""
    if issubclass(type_, Quantity):
        return quantity(type_)
    if issubclass(type_, QuantityRange):
        return quantity_range(type_)
    if type_ is AnyFigure:
        return figure()
    if type_ in (int, Number):
        return number(annotations, whole=type_ is int)
    if type_ in DESCRIBED:
        return DESCRIBED[type_]
    if type_ is str:
        return words(annotations)
    raise TypeError(f"no words for {type_}: describe it in investment_portal/models/field_docs.py")


BOTH = Sentence("中文、英文都要写", "in Chinese and in English")
PROSE = Sentence(
    "中文、英文都要写，可分段，可用 Markdown", "in Chinese and in English; paragraphs and Markdown allowed"
)


@cache
def entries(model: type[Model]) -> tuple[FieldEntry, ...]:
    """Return the fields of a model, in its order."""
    return tuple(
        FieldEntry(
            key=info.key,
            label=info.label,
            note=info.note,
            syntax=_syntax(info.type),
            required=info.required,
            default=info.default,
        )
        for info in fields_of(model).values()
    )


def _syntax(type_: Any) -> FieldSyntax:
    """Return how a type is written."""
    type_, annotations, optional = split_type(type_)
    if get_origin(type_) not in (Union, UnionType):
        return FieldSyntax(_shape(type_, annotations), empty=optional)
    listed = [part for part in get_args(type_) if get_origin(part) is Literal]
    words = tuple(word for part in listed for word in get_args(part))
    shapes: list[Shape] = [_shape(part, ()) for part in get_args(type_) if part not in listed]
    single: list[Shape] = [part for part in shapes if not isinstance(part, Many)]
    or_list = bool(single) and len(single) < len(shapes)
    return FieldSyntax(_joined(single if or_list else shapes), words, optional, or_list)


def _joined(shapes: list[Shape]) -> Shape:
    if len(shapes) == 1:
        return shapes[0]
    groups = [shape for shape in shapes if isinstance(shape, FieldGroup)]
    if len(groups) != len(shapes):
        raise TypeError(f"no words for a mixture of {shapes}")
    return FieldGroup(tuple(model for group in groups for model in group.models))


def _shape(type_: Any, annotations: tuple[Any, ...]) -> Shape:
    if get_origin(type_) is Literal:
        return AllowedValues(dict.fromkeys(get_args(type_), NOTHING))
    if get_origin(type_) is list:
        least = next((mark.least for mark in annotations if isinstance(mark, Length)), 0)
        return Many(_syntax(get_args(type_)[0]).shape, least)
    if is_model(type_):
        plain = class_of(type_)
        description = PROSE if issubclass(plain, Prose) else BOTH if issubclass(plain, Text) else NOTHING
        return FieldGroup((type_,), description)
    opened = next((mark for mark in annotations if isinstance(mark, OpenChoice)), None)
    if opened:
        return AllowedValues({member.value: member.label for member in opened.choice}, opened)
    if issubclass(type_, Choice):
        return AllowedValues({member.value: member.label for member in type_})
    return leaf(type_, annotations)


OR_LIST = Sentence("有多项时写成列表", "a list where there are several")
LIST = Sentence("列表，每项以“- ”开头", "a list, each entry begins with “- ”")
WORDS = {
    "unknown": Sentence("不清楚时写 unknown", "unknown, where nobody knows"),
    "all": Sentence("全部写 all", "all, for every one of them"),
}
"""Words that may stand instead of a value."""


def item_of(shape: Shape) -> Shape:
    """Return what a list is a list of, or the shape itself."""
    return shape.item if isinstance(shape, Many) else shape


def how(syntax: FieldSyntax) -> Iterator[Sentence]:
    """Yield how a field is written, part by part."""
    item = item_of(syntax.shape)
    if isinstance(syntax.shape, Many):
        yield LIST
    if isinstance(item, Leaf | FieldGroup) and item.description.zh:
        yield item.description
    if syntax.or_list:
        yield OR_LIST
    if isinstance(item, AllowedValues) and item.more:
        yield Sentence(item.more.zh, item.more.en)
    yield from (WORDS[word] for word in syntax.words)


def allowed(syntax: FieldSyntax) -> Mapping[str, Sentence]:
    """Return the values of a controlled list, each with its label."""
    item = item_of(syntax.shape)
    return item.labels if isinstance(item, AllowedValues) else {}
