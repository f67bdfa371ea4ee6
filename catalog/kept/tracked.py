"""Records whose every field is decoded when it is first read, and whose every reading is noted.

A tracked record is of a class below its model, so that it is a model in every respect; what it adds is how it comes by
its values. Whoever takes all of a record at once (to dump, compare or copy it) reads all of it.
"""

from collections import deque
from collections.abc import Callable
from functools import cache
from typing import Any

from catalog.kept.classes import MODELS, names
from catalog.kept.encode import construct, decode, long_parts, short_parts
from catalog.kept.pack import Entry, Pack
from catalog.model.base import Model
from catalog.trace.reads import NOW

HANDLE = ""
"""Where a tracked record keeps its handle among its values: no field has this name."""

REAL: Callable[[Any], dict[str, Any]] = Model.__mro__[1].__dict__["__dict__"].__get__
"""The dictionary that an object really has: tracked records show another, which holds all their fields."""


class Handle:
    """What a tracked record is read through."""

    __slots__ = ("_long", "_pack", "_short", "_values", "entry", "id", "kind")

    def __init__(self, kind: str, entry: Entry, pack: Pack, values: dict[str, Any]) -> None:
        """Know where the record is packed, and where its decoded values go."""
        self.kind, self.id, self.entry = kind, entry.id, entry
        self._pack, self._values = pack, values
        self._short: list[Any] | None = None
        self._long: dict[int, bytes] | None = None

    def part(self, place: int) -> Any:
        """Give the bytes of a field, or which fields were given."""
        if self._short is None:
            self._short = short_parts(self._pack.short(self.entry))
            OPENED.append(self)
            if len(OPENED) > MOST_OPENED:
                OPENED.popleft().forget()
        found = self._short[place]
        if found is not None:
            return found
        if self._long is None:
            self._long = long_parts(self._pack.long(self.entry))
        return self._long[place]

    def forget(self) -> None:
        """Let its fields go, decoded or not; who reads them again decodes them again."""
        self._short = self._long = None
        self._values.clear()
        self._values[HANDLE] = self

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the record's fields."""
        return names(MODELS[self.kind])


MOST_OPENED = 128
OPENED: deque[Handle] = deque()
"""Records whose fields are in memory, the first opened first: there is no room for those of ten thousand."""


def track(kind: str, entry: Entry, pack: Pack) -> Model:
    """Give the tracked record of an entry."""
    made: Model = object.__new__(_class(kind))
    values = REAL(made)
    values[HANDLE] = Handle(kind, entry, pack, values)
    return made


def handle_of(record: Model) -> Handle | None:
    """Give the handle of a record, if it is tracked."""
    found: Handle | None = REAL(record).get(HANDLE)
    return found


@cache
def _class(kind: str) -> type[Model]:
    model = MODELS[kind]
    inside: dict[str, Any] = {name: _field(name, place) for place, name in enumerate(names(model))}
    inside |= {
        "__slots__": (),
        "__module__": model.__module__,
        "__doc__": model.__doc__,
        "__dict__": property(_everything),
        "__pydantic_fields_set__": property(_given),
        "__pydantic_extra__": None,
        "__pydantic_private__": None,
        "__eq__": _equal,
        "__hash__": lambda record: hash((REAL(record)[HANDLE].kind, REAL(record)[HANDLE].id)),
        "__repr__": lambda record: f"<{REAL(record)[HANDLE].kind} {REAL(record)[HANDLE].id}>",
        "__copy__": _copy,
        "__deepcopy__": lambda record, _memo=None: _copy(record),
        "__reduce_ex__": lambda record, _protocol: (construct, (model, _everything(record), _given(record))),
        "traced": property(lambda record: REAL(record)[HANDLE]),
    }
    # Not through the model's metaclass: the fields, the validator and the serializer are those of the model.
    made: type[Model] = type.__new__(type(model), model.__name__, (model,), inside)
    return made


def _field(name: str, place: int) -> property:
    bit = 1 << place

    def read(record: Model) -> Any:
        values = REAL(record)
        reads = NOW.reads
        if reads is not None:
            fields = reads.records
            handle = values[HANDLE]
            fields[handle] = fields.get(handle, 0) | bit
        try:
            return values[name]
        except KeyError:
            value = values[name] = decode(values[HANDLE].part(place))
            return value

    return property(read)


def _everything(record: Model) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names(MODELS[REAL(record)[HANDLE].kind])}


def _given(record: Model) -> set[str]:
    handle = REAL(record)[HANDLE]
    fields = names(MODELS[handle.kind])
    given = handle.part(len(fields))
    return {name for place, name in enumerate(fields) if given >> place & 1}


def _equal(one: Model, other: object) -> bool:
    if one is other:
        return True
    own, their = handle_of(one), handle_of(other) if isinstance(other, Model) else None
    if own and their and (own.kind, own.id) != (their.kind, their.id):
        return False  # whatever is in them: no field of theirs is read
    return isinstance(other, Model) and _model(one) is _model(other) and _everything(one) == other.__dict__


def _model(record: Model) -> type[Model]:
    handle = handle_of(record)
    return MODELS[handle.kind] if handle else type(record)


def _copy(record: Model) -> Model:
    """Make a plain record of the same values, which may then be changed by who copies it."""
    return construct(_model(record), _everything(record), _given(record))
