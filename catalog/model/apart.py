"""One record at a time: a catalogue whose visitor meets only that one, and may look up all."""

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.model.base import Model
from catalog.model.catalog import Catalog


class OneOf(Mapping[str, Any]):
    """The records of a kind, of which at most one is gone through."""

    def __init__(self, all_: Mapping[str, Any], id_: str | None) -> None:
        """Name the one."""
        self._all, self._id = all_, id_

    def __getitem__(self, id_: str) -> Any:
        """Give any record."""
        return self._all[id_]

    def __contains__(self, id_: object) -> bool:
        """Say whether a record is there."""
        return id_ in self._all

    def __iter__(self) -> Iterator[str]:
        """Go through the one."""
        return iter(() if self._id is None else (self._id,))

    def __len__(self) -> int:
        """Count what is gone through."""
        return 0 if self._id is None else 1


class Apart(Catalog):
    """A catalogue seen from one of its records; what is derived from it is derived from the whole."""

    __slots__ = ("_only", "_whole")

    _only: tuple[str, str, Model]
    _whole: Catalog

    def __init__(self, catalog: Catalog, kind: str, id_: str) -> None:
        """Look from a record, or from the settings (the one of the kind ``site``)."""
        one = {name: OneOf(records, id_ if name == kind else None) for name, records in catalog.records.items()}
        super().__init__(catalog.site, one, catalog.ids, catalog.unread)
        put = object.__setattr__
        put(self, "memory", catalog.memory)
        put(self, "_whole", catalog)
        put(self, "_only", (kind, id_, catalog.site if kind == "site" else catalog.records[kind][id_]))

    def standing(self) -> Catalog:
        """Derive from the whole."""
        return self._whole

    def everything(self) -> Iterator[tuple[str, str, Model]]:
        """Give the one."""
        yield self._only

    @property
    def whole(self) -> bool:
        """Say whether every record on disk could be read."""
        return self._whole.whole
