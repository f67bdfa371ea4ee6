"""Records as they were read, packed into one file, each told by the digest of the file that it stood in.

The pack only grows, and its index is replaced in one step: a build killed at any moment leaves an index whose every
entry is whole. Each entry is checked against its sum before it is used.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from catalog.kept.box import close_box, open_box
from catalog.kept.store import Store


class Content(NamedTuple):
    """One record as it is packed: short fields, long fields, and a mark of eight bytes for each field's value."""

    id: str
    short: bytes
    long: bytes
    marks: bytes


class Entry(NamedTuple):
    """Where a record is in the pack, its long fields right behind its short ones, and the sums of both."""

    id: str
    offset: int
    short: int
    long: int
    sums: tuple[int, int]
    marks: bytes


class Pack:
    """The pack of one portal, for one build; ``writer`` tells the code that made its entries."""

    def __init__(self, folder: Path, writer: bytes) -> None:
        """Open it; a pack that is missing, or an index that other code wrote, is an empty one."""
        self._writer = writer
        self._index_path = folder / "records.index"
        self._index: dict[str, tuple[str, list[Entry]]] = open_box(self._index_path, writer) or {}
        self._used: dict[str, tuple[str, list[Entry]]] = {}
        self._store = Store(folder / "records.pack", anew=not self._index)
        self.parsed = 0
        """Bytes of files that had to be parsed, since they were not in the pack."""

    def find(self, name: str, digest: str) -> list[Entry] | None:
        """Give what a file held when it had these bytes."""
        known, entries = self._index.get(name, ("", []))
        if not known or known != digest:
            return None
        found = [Entry(*one) for one in entries]
        self._used[name] = (digest, found)
        return found

    def put(self, name: str, digest: str, records: Sequence[Content]) -> list[Entry]:
        """Add what a file holds; without a digest for this build alone."""
        entries = []
        for one in records:
            short, long = self._store.put(one.short), self._store.put(one.long)
            entries.append(Entry(one.id, short.offset, short.length, long.length, (short.sum, long.sum), one.marks))
        if digest:
            self._used[name] = (digest, entries)
        return entries

    def short(self, entry: Entry) -> bytes:
        """Give the short fields of a record."""
        return self._store.load(entry.offset, entry.short, entry.sums[0])

    def long(self, entry: Entry) -> bytes:
        """Give the long fields of a record."""
        return self._store.load(entry.offset + entry.short, entry.long, entry.sums[1])

    def flush(self) -> bool:
        """Write what was added, so that other processes can load it; say whether the disk took it."""
        return self._store.flush()

    def keep(self) -> None:
        """Leave the index for the next build; files that are gone leave it."""
        if not self.flush() or self._used == self._index:
            return
        needed = sum(one.short + one.long for _, entries in self._used.values() for one in entries)
        if self._store.outgrown(needed):
            self._index_path.unlink(missing_ok=True)  # the next build packs anew
            return
        plain = {name: (digest, [tuple(one) for one in entries]) for name, (digest, entries) in self._used.items()}
        close_box(self._index_path, self._writer, plain)

    def close(self) -> None:
        """Let the file go."""
        self._store.close()
