"""How long each column has stood without anything new: what the inspections of government sites ask first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.lists import NoticeKind
from catalog.model.record import Record

NEWS, OTHERS = 10, 150
"""Days after which somebody should be told: the inspections count two weeks, and six months."""

Column = tuple[Sentence, str, Sequence[Record], int]


@dataclass(frozen=True, slots=True)
class Idle:
    """A column: its newest record, how many days old that is, and after how many somebody is told."""

    column: Sentence
    kind: str
    id: str
    days: int
    limit: int

    @property
    def overdue(self) -> bool:
        """Say whether something new is due."""
        return self.days > self.limit


def idle_columns(catalog: Catalog, day: date) -> list[Idle]:
    """Give the columns that inspections look at; one without a record is in no menu and is left out."""
    notices = list(catalog.notices.values())
    columns: tuple[Column, ...] = (
        (Sentence("动态", "news"), "notice", [one for one in notices if one.kind is NoticeKind.NEWS], NEWS),
        (Sentence("公告", "notices"), "notice", [one for one in notices if one.kind is NoticeKind.NOTICE], OTHERS),
        (Sentence("政策", "incentives"), "policy", list(catalog.policies.values()), OTHERS),
    )
    found = []
    for column, kind, records, limit in columns:
        newest = max((one for one in records if not one.withdrawn), key=_age, default=None)
        if newest:
            found.append(Idle(column, kind, newest.id, (day - newest.published_on).days, limit))
    return found


def _age(record: Record) -> tuple[date, str]:
    return record.published_on, record.id
