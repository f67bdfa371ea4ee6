"""Notices of a build besides problems."""

from datetime import date

from investment_portal.domain.idle import idle_days
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog


def column_ages(catalog: Catalog, day: date) -> Sentence:
    """Return how long ago each column that inspections look at had something new."""
    ages = [(column.name, days) for column, _, days in idle_days(catalog, day)]
    return Sentence(
        f"栏目最近更新：{'、'.join(f'{name.zh} {days} 天前' for name, days in ages) or '无'}。",
        f"Days since each column had something new: {', '.join(f'{name.en} {days}' for name, days in ages) or 'none'}.",
    )


def missing_revisions(why: Sentence) -> Sentence:
    """Return why revisions are missing from the pages of changes."""
    return Sentence(f"更新记录缺修订历史：{why.zh}。", f"Changes lack the history of revisions: {why.en}.")
