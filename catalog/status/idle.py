"""Columns in which nothing new has appeared for too long: an inspection counts them against the site."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.idle import COLUMNS, idle_days
from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.model.kinds import KINDS
from catalog.problems import Problem
from catalog.problems.finding import Finding
from catalog.problems.problem import Level
from catalog.status.concern import Concern


def look(portal: Portal, day: date) -> Iterator[Finding | Problem]:
    """Give the columns that are idle or empty."""
    for column in COLUMNS:
        if column.newest(portal.catalog) is None:
            said = Sentence(f"“{column.name.zh}”栏目没有内容。", f"There is nothing under “{column.name.en}”.")
            hint = Sentence(
                "发布一条，或从菜单里去掉该栏目。", "Publish something, or take the column out of the menu."
            )
            yield Problem(KINDS[column.kind].place, 0, 0, "idle", "", said, hint, Level.WARNING)
    for column, latest, idle in idle_days(portal.catalog, day):
        if idle > column.days:
            said = Sentence(
                f"“{column.name.zh}”栏目已 {idle} 天没有新内容，超过 {column.days} 天。",
                f"Nothing new under “{column.name.en}” for {idle} days, more than {column.days}.",
            )
            hint = Sentence("发布新的内容；不要改旧内容的日期。", "Publish something new; do not change old dates.")
            yield Finding("idle", column.kind, latest.id, ("published_on",), said, hint)


CONCERN = Concern("idle", Sentence("栏目更新不及时", "Columns without anything new"), look)
