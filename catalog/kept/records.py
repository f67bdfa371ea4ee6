"""The records of one kind, and ids: who goes through them depends on which there are."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any

from catalog.kept.encode import MARK
from catalog.kept.tracked import handle_of
from catalog.trace.reads import note


class Records(Mapping[str, Any]):
    """The records of one kind, in order; who goes through them depends on which there are."""

    def __init__(self, kind: str) -> None:
        """Begin without any."""
        self.kind = kind
        self.own: dict[str, Any] = {}
        """The records themselves, for who notes nothing."""

    def __getitem__(self, id_: str) -> Any:
        """Give one record."""
        note(self.kind, id_, "")
        return self.own[id_]

    def __contains__(self, id_: object) -> bool:
        """Say whether a record is there."""
        note(self.kind, str(id_), "")
        return id_ in self.own

    def get(self, id_: str, default: Any = None) -> Any:
        """Give one record, if it is there."""
        note(self.kind, id_, "")
        return self.own.get(id_, default)

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        note(self.kind, "*")
        return iter(self.own)

    def __len__(self) -> int:
        """Count the records."""
        note(self.kind, "*")
        return len(self.own)

    def keys(self) -> KeysView[str]:
        """Give the ids."""
        note(self.kind, "*")
        return self.own.keys()

    def values(self) -> ValuesView[Any]:
        """Give the records."""
        note(self.kind, "*")
        return self.own.values()

    def items(self) -> ItemsView[str, Any]:
        """Give ids and records."""
        note(self.kind, "*")
        return self.own.items()


def marks_of(records: Mapping[str, Any], name: str) -> bytes:
    """Tell the records of a kind and what a field of theirs holds, without opening any."""
    told = []
    for id_, record in _own(records).items():
        handle = handle_of(record)
        if handle:
            place = handle.fields.index(name) * MARK
            told.append(id_.encode() + handle.entry.marks[place : place + MARK])
        else:
            told.append(repr((id_, getattr(record, name))).encode())
    return b"\0".join(told)


def unlike(records: Mapping[str, Any], *names: str) -> Iterator[Any]:
    """Give one record for each set of values that its fields of these names have; who notes reads notes none here."""
    seen: set[bytes] = set()
    for record in _own(records).values():
        handle = handle_of(record)
        if handle:
            places = [handle.fields.index(name) * MARK for name in names]
            told = b"".join(handle.entry.marks[place : place + MARK] for place in places)
            if told in seen:
                continue
            seen.add(told)
        yield record


def _own(records: Mapping[str, Any]) -> Mapping[str, Any]:
    return records.own if isinstance(records, Records) else records


class Ids(Mapping[str, frozenset[str]]):
    """Every id of each kind, as it stands on disk; who asks depends on which there are."""

    def __init__(self, ids: Mapping[str, frozenset[str]]) -> None:
        """Take them."""
        self._ids = ids

    def __getitem__(self, kind: str) -> frozenset[str]:
        """Give those of a kind."""
        note(kind, "@ids")
        return self._ids[kind]

    def __iter__(self) -> Iterator[str]:
        """Go through the kinds."""
        return iter(self._ids)

    def __len__(self) -> int:
        """Count the kinds."""
        return len(self._ids)
