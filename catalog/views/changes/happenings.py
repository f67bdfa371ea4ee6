"""What happened to published records: their dates tell most of it, their history the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from catalog.history.history import Revision
from catalog.model.kinds import KINDS
from catalog.model.record import Record
from catalog.views.context import Context

HIDDEN = "origin", "source"
"""Kinds that readers see only as part of other records."""


class What(Enum):
    """What can happen to a record, in the order in which a day tells it."""

    WITHDRAWN = "withdrawn"
    REVISED = "revised"
    PUBLISHED = "published"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to one record on one day."""

    day: date
    what: What
    kind: str
    record: Record
    revision: Revision | None = None

    @property
    def key(self) -> str:
        """Name it, the same at every build."""
        return f"{self.day.isoformat()}-{self.kind}-{self.record.id}-{self.what.value}"


def happenings(context: Context) -> list[Happening]:
    """Give everything that happened by the day of the outlook, the latest first."""
    order = {what: place for place, what in enumerate(What)}
    found = [one for one in _all(context) if one.day <= context.day]
    return sorted(found, key=lambda one: (-one.day.toordinal(), order[one.what], list(KINDS).index(one.kind), one.key))


def _all(context: Context) -> Iterator[Happening]:
    for kind, records in context.catalog.records.items():
        for record in records.values():
            if isinstance(record, Record) and kind not in HIDDEN:
                yield from _of(context, kind, record)


def _of(context: Context, kind: str, record: Record) -> Iterator[Happening]:
    yield Happening(record.published_on, What.PUBLISHED, kind, record)
    if record.verified_on != record.published_on:
        yield Happening(record.verified_on, What.VERIFIED, kind, record)
    if record.withdrawn:
        yield Happening(record.withdrawn.on, What.WITHDRAWN, kind, record)
    for revision in context.history.of(kind, record, context.day):
        yield Happening(revision.day, What.REVISED, kind, record, revision)
