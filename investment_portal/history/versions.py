"""Old versions of records, read by the same loader as the present ones."""

from typing import Any

from investment_portal.content.text import Unreadable
from investment_portal.content.yaml_loader import load
from investment_portal.models.base import Model, fields_of
from investment_portal.models.careful import MistakesError
from investment_portal.models.convert import convert
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.problems import Level


def read_version(kind: str, id_: str, raw: bytes | None) -> Record | None:
    """Read a former version of a file; None if the present model cannot read it."""
    record = record_of(KINDS[kind].model, id_, values_in(raw))
    return record if isinstance(record, Record) else None


def is_readable(kind: str, id_: str, raw: bytes) -> bool:
    """Return whether a file held what today's models can read: its record, or all that it lists (``id_`` is empty)."""
    values = values_in(raw)
    if id_:
        return record_of(KINDS[kind].model, id_, values) is not None
    return isinstance(values, dict) and all(
        record_of(KINDS[kind].model, str(name), value) for name, value in values.items()
    )


def values_in(raw: bytes | None) -> Any:
    """Return the plain values of a file's content; None where it is no record."""
    if raw is None:
        return None
    try:
        content = load(raw)
    except Unreadable:
        return None
    broken = any(fault.level is Level.ERROR and fault.rule != "invisible-character" for fault in content.faults)
    return None if broken else content.value


def record_of(model: type[Model], id_: str, value: Any) -> Model | None:
    """Make a record of plain values, if they are one."""
    if not isinstance(value, dict):
        return None
    values = {**value, "id": id_} if "id" in fields_of(model) else value
    try:
        return convert(model, values)
    except MistakesError:
        return None
