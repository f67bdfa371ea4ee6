"""How the values of records are published: as plain JSON, with its JSON Schema, and as columns of a table.

A value is published by its type, so that a new field needs no line here. ``display`` adds to figures how people read
them in each language, as pages do.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, partial
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.base import Model, class_of, fields_of, is_model, split_type
from investment_portal.models.choice import Choice
from investment_portal.models.claim import AnyFigure
from investment_portal.models.office_hours import Weekdays
from investment_portal.models.phone import Extension, Phone
from investment_portal.models.quantities import Area, Days, Money, Percent, QuantityRange, UnitPrice
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.quantities.days import NAMES
from investment_portal.models.quantities.number import Headcount, Number, WorkingDays, Years
from investment_portal.models.reference import RefTo
from investment_portal.models.text import Prose, Text

Schema = dict[str, Any]

NO_BREAK = "\u00a0"
"""A space at which lines do not break: it belongs to pages."""


class Column(NamedTuple):
    """A column of a table: the end of its name, its type in words of Table Schema, and its place in the plain value."""

    name: str
    type: str
    path: tuple[str, ...] = ()


class PublishedForm(NamedTuple):
    """How values of a type are published; a type without columns is left out of tables."""

    plain: Callable[[Any], Any]
    schema: Schema
    columns: tuple[Column, ...] = ()


HIDDEN: Mapping[str, frozenset[str]] = {
    "Project": frozenset({"featured", "land_offered"}),
    "Record": frozenset({"publish_from"}),
}
"""Fields that are not published, by the model that declares them: an editor's weight, a former key, a plan."""

PUBLISHED_NAMES: Mapping[tuple[str, str], str] = {}
"""Published names of fields whose key in YAML has changed since, by model and key."""

UNITS: Mapping[type, str] = {Percent: "%", Headcount: "persons", WorkingDays: "working days", Years: "years"}
"""Units of figures that are plain numbers; money has its currency, an area square metres, a span its own unit."""

TEXT: Schema = {
    "type": "object",
    "description": "A text in each language.",
    "properties": {language: {"type": "string"} for language in LANGUAGES},
    "required": list(LANGUAGES),
    "additionalProperties": False,
}
NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
FIGURE: Schema = {
    "type": "object",
    "description": "A figure between two bounds, equal where it is exact; a bound that is null is open, and both are "
    "null where the figure is negotiable. Money is in whole units of its currency (ISO 4217), areas are in m2.",
    "properties": {
        "min": NUMBER_OR_NULL,
        "max": NUMBER_OR_NULL,
        "unit": {"type": ["string", "null"]},
        "approximate": {"type": "boolean"},
        "display": {"$ref": "#/$defs/text"},
    },
    "required": ["min", "max", "unit", "approximate"],
    "additionalProperties": False,
}
PRICE: Schema = {
    "type": "object",
    "description": "A price for a unit (per: m2, mu, hectare …), and the time it is for (every: day, month, year).",
    "properties": {
        **FIGURE["properties"],
        "per": {"type": ["string", "null"]},
        "every": {"type": ["string", "null"]},
    },
    "required": [*FIGURE["required"], "per", "every"],
    "additionalProperties": False,
}
DEFINITIONS: Mapping[str, Schema] = {"text": TEXT, "figure": FIGURE, "price": PRICE}
"""Schemas that many fields refer to."""

FIGURE_COLUMNS = tuple(
    Column(name, type_, (name,)) for name, type_ in (("min", "number"), ("max", "number"), ("unit", "string"))
)
TEXT_COLUMNS = tuple(Column(language, "string", (language,)) for language in LANGUAGES)
CHOICE_COLUMNS = (
    Column("", "string", ("value",)),
    *(Column(language, "string", ("label", language)) for language in LANGUAGES),
)
PARTIAL = "A day, a month, a quarter or a year: 2020-03-18, 2020-03, 2020-Q1 or 2020."


@cache
def published_fields(model: type[Model], display: bool) -> Mapping[str, tuple[str, PublishedForm]]:  # noqa: FBT001 - cached by it
    """Return the published fields of a model by their published name: the attribute, and the form of its values."""
    class_: Any = class_of(model)
    hidden = {attribute for base in class_.__mro__ for attribute in HIDDEN.get(base.__name__, ())}
    return {
        PUBLISHED_NAMES.get((class_.__name__, info.key), info.key): (attribute, published_form(info.type, display))
        for attribute, info in fields_of(model).items()
        if attribute not in hidden
    }


@cache
def published_form(type_: Any, display: bool) -> PublishedForm:  # noqa: FBT001 - cached by it
    """Return how values of a type are published."""
    inner, annotations, optional = split_type(type_)
    form = _form(inner, annotations, display=display)
    if not optional:
        return form
    plain = form.plain
    return form._replace(plain=lambda value: None if value is None else plain(value), schema=_or_null(form.schema))


def _or_null(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _form(type_: Any, annotations: tuple[Any, ...], *, display: bool) -> PublishedForm:
    origin = get_origin(type_)
    if origin in (Union, UnionType):
        return _union(get_args(type_), display=display)
    if origin is list:
        return _list(published_form(get_args(type_)[0], display))
    if origin is Literal:
        return PublishedForm(_same, {"enum": list(get_args(type_))}, (Column("", "string"),))
    if is_model(type_):
        return _model(type_, display=display)
    return _value(type_, annotations, display=display)


def _value(type_: Any, annotations: tuple[Any, ...], *, display: bool) -> PublishedForm:
    """Return the form of a single value."""
    if issubclass(type_, Choice):
        return _choice(type_)
    if type_ in SIMPLE:
        reference = next((mark.kind for mark in annotations if isinstance(mark, RefTo)), None)
        note = {"description": f"The id of a record of the kind {reference}."} if reference else {}
        form = SIMPLE[type_]
        return form._replace(schema={**form.schema, **note})
    return _figure(type_, display=display)


def _same(value: Any) -> Any:
    return value


def number(value: Decimal | int) -> Decimal | int:
    """Return a number as JSON writes it: whole numbers without a point."""
    return int(value) if value == int(value) else value


def _partial_date(value: PartialDate) -> str:
    if value.quarter:
        return f"{value.year}-Q{value.quarter}"
    return "-".join([f"{value.year:04}", *(f"{part:02}" for part in (value.month, value.day) if part)])


def _simple(plain: Callable[[Any], Any], type_: str, sort: str = "", **schema: Any) -> PublishedForm:
    return PublishedForm(plain, {"type": type_, **schema}, (Column("", sort or type_),))


SIMPLE: Mapping[Any, PublishedForm] = {
    str: _simple(_same, "string"),
    Phone: _simple(_same, "string"),
    Extension: _simple(_same, "string"),
    Weekdays: _simple(_same, "string", description="Days of the week, as mon-fri or mon,wed-fri."),
    bool: _simple(_same, "boolean"),
    int: _simple(_same, "integer"),
    Number: _simple(number, "number"),
    date: _simple(date.isoformat, "string", "date", format="date"),
    PartialDate: _simple(_partial_date, "string", description=PARTIAL),
}
"""Types whose values are one plain value."""


def _union(parts: tuple[Any, ...], *, display: bool) -> PublishedForm:
    """Return the form of values of one of several types: a word, a list, or a model."""
    literals = [part for part in parts if get_origin(part) is Literal and get_args(part) != ("unknown",)]
    others = [part for part in parts if get_origin(part) is not Literal]
    forms = {part: published_form(part, display) for part in others}
    schemas = [{"enum": list(get_args(part))} for part in literals] + [form.schema for form in forms.values()]
    if len(schemas) == 1:  # the word ``unknown`` is gone once a record is read
        return next(iter(forms.values()))
    by_class = {get_origin(part) or part: form.plain for part, form in forms.items()}

    def plain(value: Any) -> Any:
        return value if isinstance(value, str) else by_class[type(value)](value)

    columns = next((form.columns for part, form in forms.items() if get_origin(part) is list and literals), ())
    return PublishedForm(plain, {"anyOf": schemas}, columns)


def _list(item: PublishedForm) -> PublishedForm:
    """Return the form of a list; a list of single values is one column, its entries joined."""
    plain = item.plain
    columns = item.columns if item.columns and not item.columns[0].name and item.columns[0].type != "number" else ()
    return PublishedForm(
        lambda values: [plain(value) for value in values],
        {"type": "array", "items": item.schema},
        tuple(column._replace(type="string") for column in columns),
    )


def _model(model: Any, *, display: bool) -> PublishedForm:
    class_ = class_of(model)
    if issubclass(class_, Text):
        columns = () if issubclass(class_, Prose) else TEXT_COLUMNS
        return PublishedForm(_text, {"$ref": "#/$defs/text"}, columns)
    fields = published_fields(model, display)
    properties = {name: form.schema for name, (_, form) in fields.items()}
    columns = tuple(
        Column("_".join(filter(None, (name, column.name))), column.type, (name, *column.path))
        for name, (_, form) in fields.items()
        for column in form.columns
    )
    schema = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    return PublishedForm(partial(published, fields), schema, columns)


def published(fields: Mapping[str, tuple[str, PublishedForm]], record: Any) -> dict[str, Any]:
    """Return fields of a record as plain values."""
    return {name: form.plain(getattr(record, attribute)) for name, (attribute, form) in fields.items()}


def _text(value: Text) -> dict[Language, str]:
    return {"zh": value.zh, "en": value.en}


def _choice(choice: type[Choice]) -> PublishedForm:
    values = {
        member: {"value": member.value, "label": {"zh": member.label.zh, "en": member.label.en}} for member in choice
    }
    label = {"$ref": "#/$defs/text"}
    schema = {
        "type": "object",
        "properties": {"value": {"enum": [member.value for member in choice]}, "label": label},
        "required": ["value", "label"],
        "additionalProperties": False,
    }
    return PublishedForm(values.__getitem__, schema, CHOICE_COLUMNS)


def _figure(type_: Any, *, display: bool) -> PublishedForm:
    """Return the form of a figure; a type that is none is our bug."""
    if type_ is not AnyFigure and not issubclass(type_, QuantityRange | Money | Area | Percent | Days | UnitPrice):
        raise TypeError(f"{type_} has no published form: say how it is published in {__name__}")
    ref, columns = "figure", FIGURE_COLUMNS
    if type_ is UnitPrice:
        ref = "price"
        columns = (*FIGURE_COLUMNS, *(Column(name, "string", (name,)) for name in ("per", "every")))
    return PublishedForm(displayed if display else figure, {"$ref": f"#/$defs/{ref}"}, columns)


def displayed(value: Any) -> dict[str, Any]:
    """Return a figure, and how people read it in each language."""
    texts = {language: show(value, language).replace(NO_BREAK, " ") for language in LANGUAGES}
    return {**figure(value), "display": texts}


def figure(value: Any) -> dict[str, Any]:
    """Return a figure as its bounds and its unit."""
    if isinstance(value, UnitPrice):
        return {**figure(value.sum), "per": value.per or None, "every": value.every or None}
    if isinstance(value, QuantityRange):
        bound = value.bound
        low, high = (None if end is None else _measure(end)[0] for end in (value.low, value.high))
        return _bounds(low, high, None if bound is None else _measure(bound)[1], about=value.about)
    size, unit = _measure(value)
    return _bounds(size, size, unit, about=False)


def _bounds(low: Any, high: Any, unit: str | None, *, about: bool) -> dict[str, Any]:
    return {"min": low, "max": high, "unit": unit, "approximate": about}


def _measure(value: Any) -> tuple[Decimal | int, str | None]:
    """Return a single figure as a number and its unit."""
    if isinstance(value, Money):
        return number(value.amount), value.currency
    if isinstance(value, Area):
        return number(round(value.square_metres, 2)), "m2"
    if isinstance(value, Days):
        return number(value.number), f"{NAMES[value.step][1]}s"
    if isinstance(value, Decimal | int):
        return number(value), None
    return number(value.number), UNITS[type(value)]
