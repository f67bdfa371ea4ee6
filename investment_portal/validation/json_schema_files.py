"""The schema files: one for each kind of record and one for the settings, with the records that each is for."""

import json
from collections.abc import Iterable
from pathlib import Path

from investment_portal.languages import Language, Sentence
from investment_portal.models.base import fields_of
from investment_portal.models.field_docs import Many, entries, regex
from investment_portal.models.json_schema import Schema, draw
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.models.project import INSTEAD, REQUIRED, Project
from investment_portal.models.reference import ID_FORM
from investment_portal.models.site import Site
from investment_portal.validation.record_files import SITE
from investment_portal.value import Value

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".schemas"
SETTINGS = Sentence("网站设置", "site settings")


class SchemaFile(Value):
    """A schema: its file, and the records of the portal (a glob) that it is for."""

    path: str
    records: str
    schema: Schema


def schema_files(language: Language) -> list[SchemaFile]:
    """Make all schemas in one language."""
    schemas = [SchemaFile(f"{FOLDER}/site.schema.json", SITE, _headed(SETTINGS, draw(Site, language), language))]
    for kind in KINDS.values():
        records = kind.place if kind.is_file else f"{kind.place}/*.yaml"
        schema = _headed(kind.label, _of_kind(kind, language), language)
        schemas.append(SchemaFile(f"{FOLDER}/{kind.name}.schema.json", records, schema))
    return schemas


def _headed(label: Sentence, schema: Schema, language: Language) -> Schema:
    return {"$schema": DRAFT, "title": label.in_(language), **schema}


def _of_kind(kind: Kind, language: Language) -> Schema:
    record = draw(kind.model, language)
    if kind.model is Project:
        record["allOf"] = _by_kind()
    if not kind.is_file:
        return record
    ids = {"pattern": regex(ID_FORM.pattern), "maxLength": ID_FORM.longest}
    return {"type": "object", "propertyNames": ids, "additionalProperties": record}


def _by_kind() -> list[Schema]:
    """Demand of each kind of project the fields that it must fill."""
    lists = {entry.key for entry in entries(Project) if isinstance(entry.syntax.shape, Many)}
    filled = {name: {"minItems": 1} if name in lists else {"not": {"type": "null"}} for name in fields_of(Project)}
    return [
        {
            "if": {"properties": {"kind": {"const": kind.value}}, "required": ["kind"]},
            "then": {
                "required": [name for name in names if name not in INSTEAD],
                "properties": {name: filled[name] for name in names},
                **_one_of_several(names),
            },
        }
        for kind, names in REQUIRED.items()
    ]


def _one_of_several(names: Iterable[str]) -> Schema:
    """Demand one of several fields where a kind may fill another in place of a required one."""
    several = [
        {"anyOf": [{"required": [other]} for other in (name, *INSTEAD[name])]} for name in names if name in INSTEAD
    ]
    return {"allOf": several} if several else {}


def as_text(schema: Schema) -> str:
    """Write a schema: equal schemas are equal bytes."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write(root: Path, files: list[SchemaFile]) -> list[str]:
    """Write the files that are new or changed and name them."""
    written = []
    for file in files:
        path, text = root / file.path, as_text(file.schema).encode()
        if not path.is_file() or path.read_bytes() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            written.append(file.path)
    return written


def connection(files: list[SchemaFile]) -> str:
    """Write the settings that tell VS Code (extension redhat.vscode-yaml) which schema belongs to which records."""
    return json.dumps({"yaml.schemas": {f"./{file.path}": f"/{file.records}" for file in files}}, indent=2)
