"""A live portal's columns are kept going: news within days, notices and policies within months."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.idle import idle_columns
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.problems.problem import Level
from catalog.rules.rule import Rule

HINT = Sentence(
    "发布一条新内容；检查标准：动态两周、公告和政策六个月。",
    "Publish something new; inspections allow news two weeks, notices and policies six months.",
)


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find columns in which nothing was published for too long; a demonstration has no readers to keep up to date."""
    for one in idle_columns(catalog, day) if not catalog.site.demo else ():
        if one.overdue:
            said = Sentence(
                f"“{one.column.zh}”栏目应在 {one.limit} 天内有更新，实际已 {one.days} 天没有。",
                f"There must be new {one.column.en} within {one.limit} days; the last are {one.days} days old.",
            )
            yield Finding("column-idle", one.kind, one.id, ("published_on",), said, HINT, Level.WARNING)


RULE = Rule(
    "column-idle",
    Sentence(
        "正式网站的动态 10 天、公告和政策 150 天内要有更新。",
        "A live portal has news within 10 days, notices and policies within 150.",
    ),
    check,
    whole=True,
    settings=True,
)
