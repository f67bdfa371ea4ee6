"""Fields of the form, drawn from the models; and values between the form, which holds words, and YAML."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from investment_portal.content.yaml_edits import same
from investment_portal.content.yaml_values import plain
from investment_portal.languages import Language, Sentence
from investment_portal.models.base import TAG_LABEL, Model, class_of, fields_of
from investment_portal.models.field_docs import (
    BOTH,
    LIST,
    OR_LIST,
    PROSE,
    WORDS,
    YES_NO,
    AllowedValues,
    FieldEntry,
    FieldGroup,
    Leaf,
    Many,
    Shape,
    entries,
    how,
    item_of,
)
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.models.site import Site
from investment_portal.models.text import Prose, Text

Field = Mapping[str, Any]
"""A field as the browser gets it: type, label, help, what is below it."""

LEFT_OUT = frozenset({"id"})
"""Keys that follow from the name of the file."""

NOT_SAID = (BOTH, PROSE, LIST, OR_LIST, YES_NO.description)
"""Help on how YAML is written, which the form shows by itself."""

EXAMPLE_FILE = "file"
"""The key of a picture's file."""


@cache
def form_of(kind: Kind, language: Language) -> Field:
    """Return the form of a kind of record: a group of fields with labels and help in a language."""
    return {
        "type": "group",
        "fields": [_field(entry, language) for entry in entries(kind.model) if entry.key not in LEFT_OUT],
    }


KEY_WITH_COLON = re.compile(r"\b([a-z]+(?:_[a-z]+)+)(: )?")
FROM_NAMES = Sentence("从名单里选", "choose from the names")
MORE_IN_SETTINGS = Sentence("设置里可增加其他选项", "the settings can add others")


def _help(entry: FieldEntry, language: Language) -> str:
    """Return the help of a field in the words of the form: lists are shown, and fields have names."""
    item = item_of(entry.syntax.shape)
    hidden = {*NOT_SAID, *(WORDS[word] for word in entry.syntax.words)}
    parts = [entry.note, *(part for part in how(entry.syntax) if part not in hidden)]
    if isinstance(item, Leaf) and item.refers_to:
        parts = [entry.note, FROM_NAMES]
    elif isinstance(item, AllowedValues) and item.more:
        parts = [entry.note, MORE_IN_SETTINGS]
    marks, end = ("「」" if language == "zh" else "“”"), "；" if language == "zh" else "; "
    said = [part.in_(language).rstrip("。.") for part in parts if part]

    def named(match: re.Match[str]) -> str:
        label = _labels().get(match[1])
        return match[0] if label is None else f"{marks[0]}{label.in_(language)}{marks[1]}{' ' if match[2] else ''}"

    return end.join(KEY_WITH_COLON.sub(named, text) for text in said)


@cache
def _labels() -> Mapping[str, Sentence]:
    """Return the label of each key, for help that names another field."""
    labels: dict[str, Sentence] = {}
    waiting: list[type[Model]] = [Site, *(kind.model for kind in KINDS.values())]
    for model in waiting:
        for entry in entries(model):
            labels.setdefault(entry.key, entry.label)
            item = item_of(entry.syntax.shape)
            waiting += [inner for inner in item.models if inner not in waiting] if isinstance(item, FieldGroup) else ()
    return labels


def _field(entry: FieldEntry, language: Language) -> Field:
    return {
        "key": entry.key,
        "label": entry.label.in_(language),
        "help": _help(entry, language),
        "required": entry.required,
        **({"default": str(entry.default)} if isinstance(entry.default, str | int) else {}),
        **_shape(entry.syntax.shape, language),
        **({"words": [[word, WORDS[word].in_(language)] for word in entry.syntax.words]} if entry.syntax.words else {}),
        **({"or_list": True} if entry.syntax.or_list else {}),
    }


def _shape(shape: Shape, language: Language) -> Field:
    if isinstance(shape, Many):
        return {"type": "list", "item": _shape(shape.item, language), "least": shape.least}
    if isinstance(shape, AllowedValues):
        options = [[value, label.in_(language) or str(value)] for value, label in shape.labels.items()]
        return {"type": "choice", "options": options, "open": shape.more is not None}
    if isinstance(shape, Leaf):
        return _leaf(shape)
    if len(shape.models) == 1:
        return _group(shape.models[0], language)
    label = TAG_LABEL.in_(language)
    return {"type": "forms", "label_of_form": label, "forms": [_form(model, language) for model in shape.models]}


def _group(model: type[Model], language: Language) -> Field:
    plain_class = class_of(model)
    if issubclass(plain_class, Text):
        return {"type": "pair", "long": issubclass(plain_class, Prose)}
    fields = [_field(entry, language) for entry in entries(model)]
    return {"type": "group", "fields": fields, "picture": {"file", "alt"} <= {field["key"] for field in fields}}


def _form(model: type[Model], language: Language) -> Field:
    """Return one of several groups; the key that tells them apart has a single allowed word."""
    config = class_of(model).__struct_config__
    fields = [_field(entry, language) for entry in entries(model) if entry.key != config.tag_field]
    return {"type": "group", "tag": [config.tag_field, config.tag], "fields": fields}


def _leaf(leaf: Leaf) -> Field:
    if leaf.refers_to:
        return {"type": "reference", "kind": leaf.refers_to}
    types = leaf.schema.get("type")
    types = types if isinstance(types, list) else [types]
    if types == ["boolean"]:
        return {"type": "yes_no"}
    if leaf.schema.get("format") == "date":
        return {"type": "date"}
    listed = any(option.get("type") == "array" for option in leaf.schema.get("anyOf", ()))
    return {
        "type": "word",
        "number": "integer" in types or "number" in types,
        "listed": listed,
    }


def shown(value: Any) -> Any:
    """Return a value of YAML as the form holds it: numbers as words, nothing left out."""
    if isinstance(value, dict):
        return {key: shown(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shown(item) for item in value]
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def typed(field: Field, value: Any, before: Any = None) -> Any:
    """Return a value of the form as YAML holds it; None where nothing was filled in.

    What is as ``before`` stays as it was, in type too.
    """
    if before is not None and same(shown(before), value):
        return before
    if isinstance(value, dict):
        return _typed_group(field, value, before)
    if isinstance(value, list):
        item = field.get("item", field)
        old = before if isinstance(before, list) else []
        items = [typed(item, inner, old[number] if number < len(old) else None) for number, inner in enumerate(value)]
        return [inner for inner in items if inner is not None] or None
    return _typed_word(field, value) if isinstance(value, str) else value


def _typed_word(field: Field, value: str) -> Any:
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None
    if field.get("listed") and "," in text:
        return [part.strip() for part in text.split(",")]
    if field.get("number"):
        return plain(text.strip())
    return text if "\n" in text else text.strip()


def _typed_group(field: Field, value: Mapping[str, Any], before: Any) -> dict[str, Any] | None:
    old = before if isinstance(before, dict) else {}
    fields = {inner["key"]: inner for inner in _fields_for(field, value)}
    group = {key: typed(fields.get(key, {}), inner, old.get(key)) for key, inner in value.items()}
    tags = {form["tag"][0] for form in field.get("forms", ())}
    group = {key: inner for key, inner in group.items() if inner is not None}
    return group if group.keys() - tags else None


def _fields_for(field: Field, value: Mapping[str, Any]) -> Sequence[Field]:
    if field.get("type") == "list":
        return _fields_for(field["item"], value)
    if "forms" in field:
        forms = [form for form in field["forms"] if value.get(form["tag"][0]) == form["tag"][1]]
        return forms[0]["fields"] if forms else ()
    fields: Sequence[Field] = field.get("fields", ())
    return fields


def label_of_key(kind: Kind, key: str) -> Sentence:
    """Return the label of a field of a kind, by its key."""
    return next((info.label for info in fields_of(kind.model).values() if info.key == key), Sentence(key, key))
