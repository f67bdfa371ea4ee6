"""A live portal's columns are kept going: news within days, notices and policies within months."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.idle import idle_days
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.problem import Level
from catalog.rules.rule import DatedPortalCheck, Located, Rule, Violation

HINT = Sentence(
    "发布一条新内容；检查标准：动态两周、公告和政策六个月。",
    "Publish something new; inspections allow news two weeks, notices and policies six months.",
)


def check_portal(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield columns without a new record for too long; a demonstration has no readers to keep up to date."""
    for column, newest, days in idle_days(catalog, day) if not catalog.site.demo else ():
        if days > column.days:
            said = Sentence(
                f"“{column.name.zh}”栏目应在 {column.days} 天内有更新，实际已 {days} 天没有。",
                f"“{column.name.en}” must have something new within {column.days} days; the latest is {days} days old.",
            )
            yield column.kind, newest.id, Violation(("published_on",), said, HINT, Level.WARNING)


RULE = Rule(
    "column-idle",
    Sentence(
        "正式网站的动态 10 天、公告和政策 150 天内要有更新。",
        "A live portal has news within 10 days, notices and policies within 150.",
    ),
    [DatedPortalCheck(check_portal, whole=True, settings=True)],
)
