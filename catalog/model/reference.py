"""References from record to record, by id."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

from catalog.model.base import FieldInfo, Model, fields_of, models_in
from catalog.quantities.form import Form
from catalog.value import Value

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID_FORM = Form(
    ID_PATTERN,
    "小写字母、数字和连字符组成的编号，例如“smart-terminal-park”",
    "an id of small letters, digits and hyphens, as “smart-terminal-park”",
    64,
)
NODE_FORM = Form(
    rf"{ID_PATTERN}/{ID_PATTERN}",
    "“产业链编号/环节编号”，例如“electronics/capacitors”",
    "CHAIN/NODE, as “electronics/capacitors”",
    129,
)
Id = Annotated[str, ID_FORM]


class RefTo(Value):
    """Marks a field as the id of a record of one kind (``node`` marks ``CHAIN/NODE``)."""

    kind: str


def reference_kind(info: FieldInfo) -> str | None:
    """Say which kind of record a field refers to, if it refers to one (directly, or as a list)."""
    return _kind_in([info.type])


def _kind_in(parts: Any) -> str | None:
    for part in parts:
        if isinstance(part, RefTo):
            return part.kind
        found = _kind_in([*getattr(part, "__metadata__", ()), *getattr(part, "__args__", ())])
        if found:
            return found
    return None


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str, str | None], ...]:
    """Give each field of a model in which a reference can stand, as (name, key in YAML, kind referred to)."""
    return tuple(
        (name, info.key, kind)
        for name, info in fields_of(model).items()
        if (kind := reference_kind(info)) or any(_fields(inner) for inner in models_in(info.type))
    )


def references(model: Model, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield each reference in a record as (key path, kind, id)."""
    for name, key, kind in _fields(type(model)):
        value = getattr(model, name)
        here = (*path, key)
        for step, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            there = here if step is None else (*here, step)
            if isinstance(item, str):
                if kind and (item != "all" or step is not None):
                    yield there, kind, item
            elif isinstance(item, Model):
                yield from references(item, there)


SectorRef = Annotated[Id, RefTo("sector")]
OriginRef = Annotated[Id, RefTo("origin")]
ParkRef = Annotated[Id, RefTo("park")]
PolicyRef = Annotated[Id, RefTo("policy")]
ProjectRef = Annotated[Id, RefTo("project")]
ContactRef = Annotated[Id, RefTo("contact")]
ChainRef = Annotated[Id, RefTo("chain")]
FirmRef = Annotated[Id, RefTo("firm")]
SourceRef = Annotated[Id, RefTo("source")]
NodeRef = Annotated[str, NODE_FORM, RefTo("node")]
