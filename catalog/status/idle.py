"""Columns in which nothing new has appeared for too long: an inspection counts them against the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.model.lists import NoticeKind
from catalog.model.record import Record
from catalog.problems import Problem
from catalog.problems.finding import Finding
from catalog.problems.problem import Level
from catalog.status.concern import Concern

NEWS, SELDOM = 10, 150
"""Days after which to warn: news counts as stale after two weeks, notices and policies after six months."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its kind, its name, which of the kind's records it shows, and after how many days to warn."""

    kind: str
    name: Sentence
    days: int
    notice: NoticeKind | None = None


COLUMNS = (
    _Column("notice", NoticeKind.NEWS.label, NEWS, NoticeKind.NEWS),
    _Column("notice", NoticeKind.NOTICE.label, SELDOM, NoticeKind.NOTICE),
    _Column("policy", Sentence("政策", "Policies"), SELDOM),
)


def look(portal: Portal, day: date) -> Iterator[Finding | Problem]:
    """Give the columns that are idle or empty."""
    for column in COLUMNS:
        records = _records(portal.catalog, column)
        if not records:
            said = Sentence(f"“{column.name.zh}”栏目没有内容。", f"There is nothing under “{column.name.en}”.")
            hint = Sentence(
                "发布一条，或从菜单里去掉该栏目。", "Publish something, or take the column out of the menu."
            )
            yield Problem(KINDS[column.kind].place, 0, 0, "idle", "", said, hint, Level.WARNING)
            continue
        latest = max(records, key=lambda record: (record.published_on, record.id))
        idle = (day - latest.published_on).days
        if idle > column.days:
            said = Sentence(
                f"“{column.name.zh}”栏目已 {idle} 天没有新内容，超过 {column.days} 天。",
                f"Nothing new under “{column.name.en}” for {idle} days, more than {column.days}.",
            )
            hint = Sentence("发布新的内容；不要改旧内容的日期。", "Publish something new; do not change old dates.")
            yield Finding("idle", column.kind, latest.id, ("published_on",), said, hint)


def _records(catalog: Catalog, column: _Column) -> list[Record]:
    found = [one for one in catalog.records[column.kind].values() if not one.withdrawn]
    return [one for one in found if column.notice is None or one.kind is column.notice]


CONCERN = Concern("idle", Sentence("栏目更新不及时", "Columns without anything new"), look)
