"""What a computation depends on, small enough to be kept: single things that can change, each by its name.

A field of a record is one thing. Where many fields of a record are read, the record is; where a field of many records
is read, that column is. A record that joins or leaves changes every column of its kind.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Protocol, cast

from catalog.trace.reads import Read, Reads

FIELDS = 6
"""Fields of one record beyond which the whole record counts."""

RECORDS = 48
"""Records of one kind beyond which a field counts as a column."""

Marks = Mapping[str, bytes]
"""The records of a kind, in order: a mark for each field's value, one behind the other."""


class Fielded(Protocol):
    """A record as reads know it, and the names of its fields in the order of their bits."""

    kind: str
    id: str
    fields: tuple[str, ...]


def atoms_of(reads: Reads) -> Iterator[Read]:
    """Give the things that a computation depends on."""
    yield from reads.others
    kinds: dict[str, list[tuple[Fielded, int]]] = {}
    for source, bits in reads.records.items():
        kinds.setdefault(source.kind, []).append((cast("Fielded", source), bits))
    for kind, read in kinds.items():
        columns = _columns(bits for _, bits in read) if len(read) > RECORDS else 0
        yield from ((kind, "", name) for name in _named(read[0][0].fields, columns))
        for source, bits in read:
            left = bits & ~columns
            if left.bit_count() > FIELDS:
                yield (kind, source.id, "*")
            else:
                yield from ((kind, source.id, name) for name in _named(source.fields, left))


def _columns(read: Iterator[int]) -> int:
    """Find the fields that were read of many records."""
    counts: dict[int, int] = {}
    for bits in read:
        counts[bits] = counts.get(bits, 0) + 1
    columns = 0
    for place in range(max(bits.bit_length() for bits in counts)):
        if sum(count for bits, count in counts.items() if bits >> place & 1) > RECORDS:
            columns |= 1 << place
    return columns


@lru_cache(4096)  # pages of a kind read the same few sets of fields
def _named(fields: tuple[str, ...], bits: int) -> tuple[str, ...]:
    return tuple(name for place, name in enumerate(fields) if bits >> place & 1)


def changes(before: Marks, now: Marks, kind: str, fields: tuple[str, ...]) -> Iterator[Read]:
    """Give the things that differ between two states of a kind of records."""
    if before == now and list(before) == list(now):
        return
    if list(before) != list(now):
        yield (kind, "*")
    moved = before.keys() ^ now.keys()
    for id_ in moved:
        yield from ((kind, id_, name) for name in ("", "*", *fields))
    columns = set(fields) if moved else set()
    for id_ in before.keys() & now.keys():
        old, new = before[id_], now[id_]
        if old != new:
            size = len(new) // len(fields)
            differ = [name for place, name in enumerate(fields) if _part(old, place, size) != _part(new, place, size)]
            columns.update(differ)
            yield from ((kind, id_, name) for name in ("*", *differ))
    yield from ((kind, "", name) for name in columns)


def _part(marks: bytes, place: int, size: int) -> bytes:
    return marks[place * size : place * size + size]
