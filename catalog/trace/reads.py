"""What is being read: by the page, the rule or the output that is made at this moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

Read = tuple[str | int | tuple[object, ...] | None, ...]
"""Something read besides the fields of records, by its name: ``("@day",)``, ``("project", "*")``."""


class Source(Protocol):
    """A record as reads know it: its kind and its id."""

    kind: str
    id: str


class Reads:
    """What one computation read: of each record which fields (a bit each), and everything else by name."""

    __slots__ = ("others", "records")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.records: dict[Source, int] = {}
        self.others: set[Read] = set()

    def add(self, more: "Reads") -> None:
        """Take over what a part of the computation read."""
        self.others |= more.others
        for source, fields in more.records.items():
            self.records[source] = self.records.get(source, 0) | fields


class Now:
    """Where reads go at this moment; nowhere while nobody asks."""

    __slots__ = ("reads",)

    def __init__(self) -> None:
        """Begin with nobody asking."""
        self.reads: Reads | None = None


NOW = Now()


def note(*read: str | int | tuple[object, ...] | None) -> None:
    """Note that something was read."""
    if NOW.reads is not None:
        NOW.reads.others.add(read)


@contextmanager
def watching() -> Iterator[Reads]:
    """Collect what is read inside; an outer watch does not see it."""
    before, NOW.reads = NOW.reads, Reads()
    try:
        yield NOW.reads
    finally:
        NOW.reads = before
