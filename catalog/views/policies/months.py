"""Twelve months of windows: as a strip, one row a policy, and month by month with what opens and what closes."""

from collections.abc import Sequence
from datetime import date

from catalog.derive.windows import months, open_window
from catalog.model.policy import Policy, Span
from catalog.quantities.dates import PartialDate
from catalog.show.dates import day_of_year, short_month
from catalog.show.values import show
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.fields import record_link
from catalog.views.parts import Badge, Link, Part

YEAR = 12


class Piece(Value):
    """A month of a row: whether the window is open in it, the days on which it opens and closes, and that in words."""

    open: bool
    opens: str
    closes: str
    said: str


class Bar(Value):
    """A policy's row."""

    policy: Link
    pieces: Sequence[Piece]


class Strip(Part):
    """Policies by months; a month is named in short, with its full name for those who hear it."""

    component = "strip"
    caption: str
    corner: str
    months: Sequence[tuple[str, str]]
    bars: Sequence[Bar]


class Moment(Value):
    """A day on which a window opens or closes."""

    day: str
    badge: Badge
    policy: Link


class Month(Value):
    """A month with its moments."""

    title: str
    moments: Sequence[Moment]


class Agenda(Part):
    """Months in turn."""

    component = "agenda"
    months: Sequence[Month]
    level: int = 3


def strip(context: Context, policies: Sequence[Policy]) -> Strip:
    """Draw the windows of a year from the month of the day on."""
    spans = months(context.day, YEAR)
    bars = [
        Bar(record_link(context, "policy", policy.id), [_piece(context, window, month) for month in spans])
        for policy in policies
        if (window := open_window(policy))
    ]
    heads = [(_month(context, month.from_, short=True), _month(context, month.from_)) for month in spans]
    return Strip(context.words["windows_year"], context.words["windows_column_policy"], heads, bars)


def _piece(context: Context, window: Span, month: Span) -> Piece:
    words, last = context.words, month.until or month.from_
    if window.from_ > last or (window.until and window.until < month.from_):
        return Piece(open=False, opens="", closes="", said=words["windows_shut"])
    opens = str(window.from_.day) if month.covers(window.from_) else ""
    closes = str(window.until.day) if window.until and month.covers(window.until) else ""
    said = [words["windows_open"]]
    said += [words("windows_opens_on", day=_day(context, window.from_))] if opens else []
    said += [words("windows_closes_on", day=_day(context, window.until))] if closes and window.until else []
    return Piece(open=True, opens=opens, closes=closes, said=words["separator"].join(said[-2:]))


def agenda(context: Context, policies: Sequence[Policy]) -> list[Part]:
    """Give the months of a year in which something opens or closes from the day on."""
    words, found = context.words, []
    for month in months(context.day, YEAR):
        moments = []
        for policy in policies:
            window = open_window(policy)
            if window is None:
                continue
            link = record_link(context, "policy", policy.id)
            if month.covers(window.from_) and window.from_ >= context.day:
                moments.append((window.from_, 0, Badge(words["windows_opens"], "good"), link))
            if window.until and month.covers(window.until):
                moments.append((window.until, 1, Badge(words["windows_closes"], "busy"), link))
        moments.sort(key=lambda one: (one[0], one[1], one[3].href))
        if moments:
            shown = [Moment(_day(context, day), badge, link) for day, _, badge, link in moments]
            found.append(Month(_month(context, month.from_), shown))
    return [Agenda(found)] if found else []


def _month(context: Context, first: date, *, short: bool = False) -> str:
    if not short:
        return show(PartialDate(first.year, first.month), context.language)
    return short_month(first, context.language)


def _day(context: Context, day: date) -> str:
    return day_of_year(day, context.language)
