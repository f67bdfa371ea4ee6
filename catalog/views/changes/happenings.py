"""What happened to published records: their dates tell most of it, their history the rest."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import Enum
from heapq import nlargest

from catalog.history.history import Revision
from catalog.model.kinds import KINDS
from catalog.model.record import Record
from catalog.value import Value
from catalog.views.context import Context

HIDDEN = "origin", "source"
"""Kinds that readers see only as part of other records."""


class What(Enum):
    """What can happen to a record, in the order in which a day tells it."""

    WITHDRAWN = "withdrawn"
    REVISED = "revised"
    PUBLISHED = "published"
    VERIFIED = "verified"


class Happening(Value):
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


def happenings(context: Context, wanted: Collection[What] = tuple(What), most: int = 0) -> tuple[list[Happening], int]:
    """Give what happened by the day of the outlook, the latest first, and how much that is in all.

    Of thousands of records only the ``most`` latest happenings are put in order.
    """
    found = [one for one in _all(context) if one[0] <= context.day and one[1] in wanted]
    since = min(nlargest(most, (day for day, *_ in found)), default=context.day) if most else None
    whats, kinds = ({one: place for place, one in enumerate(group)} for group in (What, KINDS))
    shown = [Happening(*one) for one in found if since is None or one[0] >= since]
    shown.sort(key=lambda one: (whats[one.what], kinds[one.kind], one.record.id))
    shown.sort(key=lambda one: one.day, reverse=True)
    return shown[: most or None], len(found)


Told = tuple[date, What, str, Record, Revision | None]


def _all(context: Context) -> Iterator[Told]:
    for kind, records in context.catalog.records.items():
        for record in records.values():
            if isinstance(record, Record) and kind not in HIDDEN:
                yield from _of(context, kind, record)


def _of(context: Context, kind: str, record: Record) -> Iterator[Told]:
    yield record.published_on, What.PUBLISHED, kind, record, None
    if record.verified_on != record.published_on:
        yield record.verified_on, What.VERIFIED, kind, record, None
    if record.withdrawn:
        yield record.withdrawn.on, What.WITHDRAWN, kind, record, None
    for revision in context.history.of(kind, record, context.day):
        yield revision.day, What.REVISED, kind, record, revision
