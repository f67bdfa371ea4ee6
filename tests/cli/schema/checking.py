"""Checks records against the schemas as an editor does."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from investment_portal.content.careful_yaml import parse
from investment_portal.content.text import decode, read_bytes
from investment_portal.validation.json_schema_files import SchemaFile, schema_files

FILES = {Path(file.path).name.split(".")[0]: file for file in schema_files("zh")}
VALIDATORS = {name: Draft202012Validator(schema_file.schema) for name, schema_file in FILES.items()}


def values(root: Path, file: SchemaFile) -> Iterator[tuple[str, Any]]:
    """Yield the content of every file of a portal that a schema is for."""
    for path in sorted(root.glob(file.records)):
        yield path.relative_to(root).as_posix(), as_json(parse(decode(read_bytes(path, root))).value)


def as_json(value: Any) -> Any:
    """Turn what the YAML door gives into what JSON has: decimals are numbers."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return float(value) if isinstance(value, Decimal) else value


def mistakes(name: str, value: Any) -> list[str]:
    """Return the key paths of all mistakes that a schema finds."""
    return sorted(error.json_path for error in VALIDATORS[name].iter_errors(value))
