"""Render a model as a JSON Schema, with titles and descriptions in one language.

Groups are written where they are used rather than shared by ``$ref``: editors show the title of the field only so.
"""

from collections.abc import Iterator
from typing import Any

from investment_portal.languages import Language, Sentence
from investment_portal.models.base import Model
from investment_portal.models.field_docs import (
    WORDS,
    AllowedValues,
    FieldEntry,
    FieldGroup,
    FieldSyntax,
    Leaf,
    Many,
    Shape,
    entries,
    how,
    item_of,
    regex,
)

Schema = dict[str, Any]


def draw(model: type[Model], language: Language) -> Schema:
    """Draw the schema of a group of keys: known keys only, the required ones there (``id`` follows from the file)."""
    fields = entries(model)
    required = [field.key for field in fields if field.required and field.key != "id"]
    return {
        "type": "object",
        "properties": {field.key: _property(field, language) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _property(entry: FieldEntry, language: Language) -> Schema:
    description = "\n".join(_lines(entry, language))
    return {
        "title": entry.label.in_(language),
        **({"description": description} if description else {}),
        **_field_schema(entry.syntax, language),
        **({"default": entry.default} if isinstance(entry.default, str | int) else {}),
    }


def _lines(entry: FieldEntry, language: Language) -> Iterator[str]:
    """Yield what may be written; below it the allowed values, or the keys of the group, with their labels."""
    if entry.note.in_(language):
        yield entry.note.in_(language)
    parts = [sentence.in_(language) for sentence in how(entry.syntax)]
    if parts:
        yield ("；" if language == "zh" else "; ").join(parts)
    for word, label in _words(item_of(entry.syntax.shape)):
        yield f"{word}  {label.in_(language)}".rstrip()


def _words(shape: Shape) -> Iterator[tuple[str, Sentence]]:
    """Yield the words that may be typed here: values of a list, or keys where these need saying."""
    if isinstance(shape, AllowedValues):
        yield from shape.labels.items()
    elif isinstance(shape, FieldGroup) and len(shape.models) == 1 and not shape.description.zh:
        yield from ((entry.key, entry.label) for entry in entries(shape.models[0]))


def _field_schema(syntax: FieldSyntax, language: Language) -> Schema:
    schema = _shape(syntax.shape, language)
    if syntax.or_list:
        schema = {"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1}]}
    if syntax.empty:
        schema = _or_nothing(schema)
    if syntax.words:
        words = [{"const": word, "description": WORDS[word].in_(language)} for word in syntax.words]
        return {"anyOf": [*words, schema]}
    return schema


def _or_nothing(schema: Schema) -> Schema:
    """Allow a key without a value, as reading does where the field may be left out."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*types, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _shape(shape: Shape, language: Language) -> Schema:
    if isinstance(shape, Leaf):
        return dict(shape.schema)
    if isinstance(shape, AllowedValues):
        labels = [label.in_(language) for label in shape.labels.values()]
        listed = {"enum": list(shape.labels), **({"enumDescriptions": labels} if any(labels) else {})}
        if shape.more is None:
            return listed
        selected = {"type": "string", "pattern": regex(shape.more.pattern), "maxLength": shape.more.longest}
        return {"anyOf": [listed, selected]}
    if isinstance(shape, Many):
        least = {"minItems": shape.least} if shape.least else {}
        return {"type": "array", "items": _shape(shape.item, language), **least}
    if len(shape.models) == 1:
        return draw(shape.models[0], language)
    return {"anyOf": [draw(model, language) for model in shape.models]}
