"""Events in the life of published records, from their dates and from git."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from heapq import nlargest

from investment_portal.domain.summary import ProjectSummary
from investment_portal.history.change import Named
from investment_portal.history.history import Revision
from investment_portal.languages import Sentence
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.value import Value


class ChangeType(Enum):
    """Sorts of happenings, in their order within a day."""

    WITHDRAWN = "withdrawn"
    REVISED = "revised"
    PUBLISHED = "published"
    VERIFIED = "verified"


ACTED_ON = frozenset({"project", "policy", "park", "event", "notice"})
"""Kinds of records whose publication an investor may act on."""


class Happening(Value):
    """One thing that happened to one record on one day."""

    day: date
    type: ChangeType
    kind: str
    record: Record | ProjectSummary
    revision: Revision | None = None

    @property
    def routine(self) -> bool:
        """Return whether an investor has nothing to act on: a verification, a revision of wording."""
        if self.type is ChangeType.REVISED and self.revision and not self.revision.formerly:
            return not any(field.material for field in self.revision.fields)
        return self.type is ChangeType.VERIFIED or (self.type is ChangeType.PUBLISHED and self.kind not in ACTED_ON)

    @property
    def key(self) -> str:
        """Return its key, the same in every build."""
        return f"{self.day.isoformat()}-{self.kind}-{self.record.id}-{self.type.value}"


class Happenings(Excerpt):
    """The latest happenings, the latest first, and how many there are in all; ``since`` and ``gap`` of the history.

    ``projects`` are those that changes of other records refer to.
    """

    shown: Sequence[Happening]
    count: int
    since: date | None
    gap: Sentence | None
    projects: Mapping[str, ProjectSummary]


def happenings(data: Dataset, limit: int, wanted: Collection[ChangeType] = tuple(ChangeType)) -> Happenings:
    """Return what happened by the day."""
    return latest(data, dated_changes(data, wanted), limit)


def dated_changes(data: Dataset, wanted: Collection[ChangeType]) -> list["DatedChange"]:
    """Return every change of some types by the day, in no order."""
    return [change for change in _all(data) if change[0] <= data.today and change[1] in wanted]


def latest(data: Dataset, happened: Sequence["DatedChange"], limit: int) -> Happenings:
    """Return the latest of some changes; of thousands only these are put in order."""
    since = min(nlargest(limit, (day for day, *_ in happened)), default=data.today)
    types, kinds = ({member: place for place, member in enumerate(group)} for group in (ChangeType, KINDS))
    shown = [Happening(*values) for values in happened if values[0] >= since]
    shown.sort(key=lambda happening: (types[happening.type], kinds[happening.kind], happening.record.id))
    shown.sort(key=lambda happening: happening.day, reverse=True)
    shown, every = shown[:limit], data.index.projects
    named = {id_: every[id_] for id_ in _named(shown) if id_ in every}
    return Happenings(shown, len(happened), data.history.since, data.history.gap, named)


def _named(shown: Sequence[Happening]) -> Iterator[str]:
    """Yield the id of each project that a change or a withdrawal refers to."""
    for happening in shown:
        withdrawn = happening.record.withdrawn
        if happening.kind == "project" and withdrawn and withdrawn.successor:
            yield withdrawn.successor
        for field in happening.revision.fields if happening.revision else ():
            yield from (
                value.id
                for value in (*field.before, *field.after)
                if isinstance(value, Named) and value.kind == "project"
            )


DatedChange = tuple[date, ChangeType, str, Record | ProjectSummary, Revision | None]


def _all(data: Dataset) -> Iterator[DatedChange]:
    for kind, records in data.records():
        for record in records.values():
            if isinstance(record, Record | ProjectSummary):
                yield from _of(data, kind, record)


def _of(data: Dataset, kind: str, record: Record | ProjectSummary) -> Iterator[DatedChange]:
    yield record.published_on, ChangeType.PUBLISHED, kind, record, None
    if record.verified_on > record.published_on:
        yield record.verified_on, ChangeType.VERIFIED, kind, record, None
    if record.withdrawn:
        yield record.withdrawn.on, ChangeType.WITHDRAWN, kind, record, None
    for revision in data.history.of(kind, record, data.today):
        yield revision.day, ChangeType.REVISED, kind, record, revision
