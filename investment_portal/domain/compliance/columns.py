"""Duties about time: how old the home page and each column are, which columns are empty."""

from collections.abc import Iterator
from datetime import date, timedelta

from investment_portal.domain.compliance.duty import Assessment, Duty, Group, Inspected, State, indicator
from investment_portal.domain.idle import COLUMNS, IdleColumn
from investment_portal.languages import Sentence
from investment_portal.models.controlled_values import NoticeKind
from investment_portal.models.kinds import KINDS

FORTNIGHT = 14
"""Days within which the home page and news must have something new."""

HALF_YEAR = 182
"""Days within which notices and policies must have something new."""

VETO = 5
"""So many stale columns, or so many empty ones, fail an inspection by themselves."""

HOME = ("notice", "event")
"""Kinds of records whose newest the home page shows with a date."""

OPTIONAL = frozenset({"holidays", "answers", "source", "origin"})
"""Kinds of records that are no column of the site."""


def last_day(column: IdleColumn, newest: date) -> date:
    """Return the last day on which a column with this newest record counts as updated."""
    return newest + timedelta(days=FORTNIGHT if column.days < FORTNIGHT else HALF_YEAR)


def warned_from(column: IdleColumn, newest: date) -> date:
    """Return the first day on which an update of a column is due soon."""
    return newest + timedelta(days=column.days + 1)


def home_updated(inspected: Inspected) -> Assessment:
    """Assess whether something dated on the home page was published within two weeks."""
    days = [
        record.published_on
        for kind in HOME
        for record in inspected.catalog.records[kind].values()
        if not record.withdrawn and record.published_on <= inspected.day
    ]
    return _aged(max(days, default=None), FORTNIGHT, FORTNIGHT - 4, inspected.day, "")


def _aged(newest: date | None, limit: int, warned: int, day: date, address: str) -> Assessment:
    """Return the state of something whose newest part is of a day."""
    action = Sentence("发布一条新内容，写真实的发布日期。", "Publish something new, with its true date.")
    if newest is None:
        nothing = Sentence("还没有内容", "nothing yet")
        return Assessment(State.NOT_MET, nothing, action, address)
    last, soon = newest + timedelta(days=limit), newest + timedelta(days=warned + 1)
    figure = Sentence(f"最近发布：{newest}；{last} 之前须更新", f"newest of {newest}; to be updated by {last}")
    if day > last:
        return Assessment(State.NOT_MET, figure, action, address)
    if day >= soon:
        return Assessment(State.DUE_SOON, figure, action, address, until=last)
    return Assessment(State.MET, figure, address=address, until=soon - timedelta(days=1))


def _column_duty(column: IdleColumn, key: str, address: str) -> Duty:
    limit = FORTNIGHT if column.days < FORTNIGHT else HALF_YEAR

    def assess(inspected: Inspected) -> Assessment:
        newest = column.newest(inspected.catalog)
        if newest is None:
            figure = Sentence("没有这个栏目的内容，菜单里不显示", "no such content: the column is not in the menu")
            return Assessment(State.NOT_APPLICABLE, figure)
        return _aged(newest.published_on, limit, column.days, inspected.day, address)

    return Duty(
        key,
        Sentence(f"“{column.name.zh}”栏目更新", f"Updates of “{column.name.en}”"),
        Group.COLUMNS,
        indicator("栏目更新", "updates of columns"),
        assess,
        rule="column-idle",
    )


def stale_columns(inspected: Inspected) -> Assessment:
    """Assess the number of columns that were not updated in time."""
    stale = []
    for column in COLUMNS:
        newest = column.newest(inspected.catalog)
        if newest and inspected.day > last_day(column, newest.published_on):
            stale.append(column.name)
    return _counted(stale, Sentence("更新这些栏目。", "Update these columns."), Sentence("超期栏目", "stale columns"))


def empty_columns(inspected: Inspected) -> Assessment:
    """Assess the number of columns without records; they leave the menu, and their pages stay."""
    empty = list(_empty(inspected))
    action = Sentence("补内容，或请网站主管部门确认不设这些栏目。", "Fill them, or have their absence confirmed.")
    return _counted(empty, action, Sentence("空白栏目", "empty columns"))


def _empty(inspected: Inspected) -> Iterator[Sentence]:
    for kind in KINDS.values():
        if kind.column and kind.name not in OPTIONAL:
            catalog = inspected.catalog
            records = catalog.ids[kind.name] if kind.name == "project" else catalog.records[kind.name]
            if not records:
                yield kind.label


def _counted(names: list[Sentence], action: Sentence, what: Sentence) -> Assessment:
    """Return the state of a number of columns, of which five are a veto and fewer cost points."""
    if not names:
        return Assessment(State.MET, Sentence(f"没有{what.zh}", f"no {what.en}"), address="")
    figure = Sentence(
        f"{what.zh} {len(names)} 个：{'、'.join(name.zh for name in names)}（{VETO} 个即单项否决）",
        f"{len(names)} {what.en}: {', '.join(name.en for name in names)} ({VETO} are a veto)",
    )
    return Assessment(State.NOT_MET if len(names) >= VETO else State.DUE_SOON, figure, action, address="")


ADDRESSES = {"notice": "notices/", "policy": "policies/", "event": "events/"}


def _key(column: IdleColumn) -> str:
    names = {NoticeKind.NEWS: "news-updated", NoticeKind.NOTICE: "notices-updated"}
    return (
        names[column.notice]
        if column.notice
        else {"policy": "policies-updated", "event": "events-updated"}[column.kind]
    )


DUTIES = (
    Duty(
        "home-updated",
        Sentence("首页更新", "Updates of the home page"),
        Group.COLUMNS,
        indicator("单项否决：首页两周未更新", "veto: the home page without an update for two weeks"),
        home_updated,
        veto=True,
    ),
    *(_column_duty(column, _key(column), ADDRESSES[column.kind]) for column in COLUMNS),
    Duty(
        "stale-columns",
        Sentence("超期未更新的栏目", "Stale columns"),
        Group.COLUMNS,
        indicator("单项否决：5 个以上栏目超期未更新", "veto: five or more stale columns"),
        stale_columns,
        veto=True,
    ),
    Duty(
        "empty-columns",
        Sentence("空白栏目", "Empty columns"),
        Group.COLUMNS,
        indicator("单项否决：5 个以上空白栏目", "veto: five or more empty columns"),
        empty_columns,
        veto=True,
    ),
)
