"""Notes that a build prints at its end: ages of columns, hidden filters, missing revisions."""

from collections.abc import Iterable, Mapping
from datetime import date

from investment_portal.domain.idle import idle_days
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.site import Site
from investment_portal.pages.projects.facets import FacetFill


def column_ages(catalog: Catalog, day: date) -> Sentence:
    """Return how long ago each column that inspections look at had something new."""
    ages = [(column.name, days) for column, _, days in idle_days(catalog, day)]
    return Sentence(
        f"栏目最近更新：{'、'.join(f'{name.zh} {days} 天前' for name, days in ages) or '无'}。",
        f"Days since each column had something new: {', '.join(f'{name.en} {days}' for name, days in ages) or 'none'}.",
    )


def hidden_facets(fills: Iterable[FacetFill], site: Site) -> Sentence | None:
    """Return which filters the list of projects leaves out, since few projects fill them; None where it has all."""
    hidden = [fill for fill in fills if fill.of and not fill.shown]
    if not hidden:
        return None
    zh = "、".join(f"{fill.facet.label.zh} {fill.percent}%" for fill in hidden)
    en = ", ".join(f"{fill.facet.label.en} {fill.percent} %" for fill in hidden)
    least = int(site.facet_fill_rate * 100)
    return Sentence(
        f"项目列表没有显示的筛选项（填写的项目不到 {least}%，见设置 facet_fill_rate）：{zh}。",
        f"Filters that the list of projects leaves out, since fewer than {least} % of the projects fill them "
        f"(setting facet_fill_rate): {en}.",
    )


def to_be_published(upcoming: Mapping[tuple[str, str], date]) -> Sentence | None:
    """Return how many records are published on a day to come, and the first of these days; None where there is none."""
    if not upcoming:
        return None
    first = min(upcoming.values())
    return Sentence(
        f"尚未发布（publish_from）：{len(upcoming)} 条记录，最早 {first}。",
        f"Not yet public (publish_from): {len(upcoming)} record{'s'[: len(upcoming) != 1]}, the first on {first}.",
    )


def missing_revisions(why: Sentence) -> Sentence:
    """Return why revisions are missing from the pages of changes."""
    return Sentence(f"更新记录缺修订历史：{why.zh}。", f"Changes lack the history of revisions: {why.en}.")
