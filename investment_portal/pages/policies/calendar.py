"""The calendar of policies: what is open now, twelve months of windows, what is always open; actions of a reader."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.countdown import closing, countdown_script
from investment_portal.components.fields import record_link
from investment_portal.components.incentives import gist
from investment_portal.components.parts import Actions, Badge, Cell, Link, Part, Section, Table
from investment_portal.components.policy_dates import last_day
from investment_portal.components.sections import none_yet
from investment_portal.components.subscription import subscription
from investment_portal.domain.coverage import in_force
from investment_portal.domain.windows import Applying, applying, months, running, window_on, windows
from investment_portal.formatting.dates import day_of_year, short_month
from investment_portal.formatting.values import show
from investment_portal.models.policy import Policy, Span, Window
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.pages.shortcode import Blocks
from investment_portal.value import Value

WINDOW = "window.ics"
"""The file name of the calendar entry beside a policy's page."""


def actions(context: Context, policy: Policy, calendar_entry: str = WINDOW) -> list[Part]:
    """Lead to the official claim page, and put the window into a calendar; what can't be claimed leads to neither.

    ``calendar_entry`` is the relative address of the calendar entry.
    """
    words, state = context.words, applying(policy, context.day)
    if state is Applying.CLOSED and not policy.in_force(context.day):
        return []
    takes_claims = policy.claim_link and state is not Applying.EXHAUSTED
    claim = [Link(words["claim_open"], policy.claim_link)] if takes_claims and policy.claim_link else []
    dated = policy.window is not None and state in (Applying.NOW, Applying.LATER)
    entry = [Link(words["policy_to_calendar"], calendar_entry)] if dated else []
    return [Actions(claim, entry)] if claim or entry else []


YEAR = 12


class Piece(Value):
    """A month of a row: whether the window is open in it, the days on which it opens and closes, and that in words."""

    open: bool
    opens: str
    closes: str
    description: str


class WindowBar(Value):
    """A policy's row."""

    policy: Link
    pieces: Sequence[Piece]


class Strip(Part):
    """Policies by months; a month has a short name, and its full name for screen readers."""

    component = "calendar_year"
    caption: str
    corner: str
    months: Sequence[tuple[str, str]]
    bars: Sequence[WindowBar]


class WindowMoment(Value):
    """A day on which a window opens or closes."""

    day: str
    badge: Badge
    policy: Link


class Month(Value):
    """A month with its moments."""

    title: str
    moments: Sequence[WindowMoment]


class Agenda(Part):
    """Months in turn."""

    component = "agenda"
    months: Sequence[Month]
    level: int = 3


def strip(context: Context, policies: Sequence[Policy]) -> Strip:
    """Draw the windows of a year from the month of the day on."""
    spans = months(context.day, YEAR)
    bars = [
        WindowBar(
            record_link(context, "policy", policy.id),
            [_piece(context, _within(policy, spans[0].from_, month), month) for month in spans],
        )
        for policy in policies
    ]
    heads = [(_month(context, month.from_, short=True), _month(context, month.from_)) for month in spans]
    return Strip(context.words["calendar_year"], context.words["calendar_column_policy"], heads, bars)


def _within(policy: Policy, first: date, span: Span) -> list[Window]:
    """Return the windows of a policy that are open within a time; those that closed before ``first`` don't count."""
    last, within = span.until or span.from_, []
    for window in windows(policy):
        if window.from_ > last:
            break
        if window.until is None or window.until >= max(first, span.from_):
            within.append(window)
    return within


def _piece(context: Context, open_windows: Sequence[Window], month: Span) -> Piece:
    """Return a month: the last day on which one opens and the first on which one closes in it, all of them in words."""
    words = context.words
    if not open_windows:
        return Piece(open=False, opens="", closes="", description=words["calendar_shut"])
    opens = closes = ""
    texts = []
    for window in open_windows:
        if month.covers(window.from_):
            opens = str(window.from_.day)
            texts.append(words("calendar_opens_on", day=_day(context, window.from_)))
        if window.until and month.covers(window.until):
            closes = closes or str(window.until.day)
            texts.append(words("calendar_closes_on", day=_day(context, window.until)))
    if len(texts) < 2:  # noqa: PLR2004 - one that opens and closes in the month needs no third word
        texts.insert(0, words["calendar_open"])
    return Piece(open=True, opens=opens, closes=closes, description=words["separator"].join(texts))


def agenda(context: Context, policies: Sequence[Policy]) -> list[Part]:
    """Return the months of a year in which something opens or closes from the day on."""
    words, month_list = context.words, []
    for month in months(context.day, YEAR):
        moments = []
        for policy in policies:
            link = record_link(context, "policy", policy.id)
            for window in _within(policy, context.day, month):
                if month.covers(window.from_) and window.from_ >= context.day:
                    moments.append((window.from_, 0, Badge(words["calendar_opens"], "good"), link))
                if window.until and month.covers(window.until):
                    moments.append((window.until, 1, Badge(words["calendar_closes"], "busy"), link))
        moments.sort(key=lambda moment: (moment[0], moment[1], moment[3].href))
        if moments:
            shown = [WindowMoment(_day(context, day), badge, link) for day, _, badge, link in moments]
            month_list.append(Month(_month(context, month.from_), shown))
    return [Agenda(month_list)] if month_list else []


def _month(context: Context, first: date, *, short: bool = False) -> str:
    if not short:
        return show(PartialDate(first.year, first.month), context.language)
    return short_month(first, context.language)


def _day(context: Context, day: date) -> str:
    return day_of_year(day, context.language)


ALL = "policies/calendar.ics"
"""The calendar of all windows, below the root of each language."""


def calendar(context: Context) -> Blocks:
    """Return the calendar of windows; a part that has nothing to show is left out."""
    if not context.catalog.policies:
        return none_yet(context)
    words, day = context.words, context.day
    dated = running(context.catalog.policies.values(), day)
    now = [policy for policy in dated if applying(policy, day) is Applying.NOW]
    sections = [
        Section("now", words["calendar_now"], _open(context, now) if now else [], words["calendar_now_note"]),
        Section("year", words["calendar_year"], [strip(context, dated)] if dated else [], words["calendar_year_note"]),
        Section("months", words["calendar_months"], agenda(context, dated)),
        Section("always", words["calendar_always"], _undated(context), words["calendar_always_note"]),
        subscription(context, ALL, words["calendar_all"], words["calendar_subscribe_note"]),
    ]
    return [section for section in sections if section.parts]


def _open(context: Context, policies: list[Policy]) -> list[Part]:
    words = context.words
    rows = []
    for policy in policies:
        window = window_on(policy, context.day)
        rows.append(
            [
                Cell(record_link(context, "policy", policy.id)),
                Cell(_closing(context, window) if window and window.until else "—"),
                Cell(gist(context, policy.benefits[0])),
                Cell(Link(words["calendar_entry"], f"{context.record_href('policy', policy.id)}{WINDOW}")),
            ]
        )
    head = [words[f"calendar_column_{name}"] for name in ("policy", "closes", "gives", "entry")]
    return [Table(words["calendar_now"], head, rows), *countdown_script(context, policies)]


def _closing(context: Context, window: Window) -> Markup:
    return Markup("{} <small>{}</small>").format(last_day(context, window), closing(window))


def _undated(context: Context) -> list[Table]:
    """Return what has no window: open all year, or paid without applying."""
    words, language = context.words, context.language
    undated = [
        (policy, state)
        for policy in in_force(context.catalog, context.day)
        if (state := applying(policy, context.day)) in (Applying.ALWAYS, Applying.AUTOMATIC)
    ]
    rows = [
        [
            Cell(record_link(context, "policy", policy.id)),
            Cell(show(state, language)),
            Cell(show(policy.effective.until, language) if policy.effective.until else "—"),
            Cell(gist(context, policy.benefits[0])),
        ]
        for policy, state in sorted(undated, key=lambda item: (item[1] is not Applying.AUTOMATIC, item[0].id))
    ]
    head = [words[f"calendar_column_{name}"] for name in ("policy", "way", "valid", "gives")]
    return [Table(words["calendar_always"], head, rows)] if rows else []
