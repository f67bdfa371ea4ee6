"""References from record to record, by id."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from catalog.model.base import Model

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$", max_length=64)]


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a field as the id of a record of one kind (``node`` marks ``CHAIN/NODE``)."""

    kind: str


def reference_kind(info: FieldInfo) -> str | None:
    """Say which kind of record a field refers to, if it refers to one (directly, or as a list)."""
    return _kind_in([*info.metadata, info.annotation])


def _kind_in(parts: Any) -> str | None:
    for part in parts:
        if isinstance(part, RefTo):
            return part.kind
        found = _kind_in([*getattr(part, "__metadata__", ()), *getattr(part, "__args__", ())])
        if found:
            return found
    return None


def references(model: Model, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Walk a record and give each reference in it as (key path, kind, id)."""
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        kind = reference_kind(info) if value is not None else None
        here = (*path, info.alias or name)
        for step, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
            there = here if step is None else (*here, step)
            if isinstance(one, Model):
                yield from references(one, there)
            elif kind and isinstance(one, str) and one != "all":
                yield there, kind, one


SectorRef = Annotated[Id, RefTo("sector")]
OriginRef = Annotated[Id, RefTo("origin")]
ParkRef = Annotated[Id, RefTo("park")]
PolicyRef = Annotated[Id, RefTo("policy")]
ProjectRef = Annotated[Id, RefTo("project")]
ContactRef = Annotated[Id, RefTo("contact")]
ChainRef = Annotated[Id, RefTo("chain")]
FirmRef = Annotated[Id, RefTo("firm")]
SourceRef = Annotated[Id, RefTo("source")]
NodeRef = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}/{ID_PATTERN}$"), RefTo("node")]
