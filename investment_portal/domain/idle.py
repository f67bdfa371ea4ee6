"""How long each column has had nothing new; inspections of government sites count these days."""

from collections.abc import Iterator
from datetime import date

from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import NoticeKind
from investment_portal.models.record import Record
from investment_portal.value import Value

NEWS, SELDOM = 10, 150
"""Days after which to warn: news counts as stale after two weeks, notices and policies after six months."""


class IdleColumn(Value):
    """A column: its kind, its name, after how many days to warn, and which of the kind's records it shows."""

    kind: str
    name: Sentence
    days: int
    notice: NoticeKind | None = None

    def newest(self, catalog: Catalog) -> Record | None:
        """Return the record that was published last; withdrawn ones do not count."""
        records = [record for record in catalog.records[self.kind].values() if not record.withdrawn]
        shown: list[Record] = [record for record in records if self.notice is None or record.kind is self.notice]
        return max(shown, key=lambda item: (item.published_on, item.id), default=None)


COLUMNS = (
    IdleColumn("notice", NoticeKind.NEWS.label, NEWS, NoticeKind.NEWS),
    IdleColumn("notice", NoticeKind.NOTICE.label, SELDOM, NoticeKind.NOTICE),
    IdleColumn("policy", Sentence("政策", "Policies"), SELDOM),
    IdleColumn("event", Sentence("招商活动", "Events"), SELDOM),
)


def idle_days(catalog: Catalog, day: date) -> Iterator[tuple[IdleColumn, Record, int]]:
    """Yield each column that has a record with its newest one, and how many days old that is."""
    for column in COLUMNS:
        newest = column.newest(catalog)
        if newest:
            yield column, newest, (day - newest.published_on).days
