"""The calendar: what is open now, twelve months at a glance and one by one, and what is always open."""

from datetime import date

from markupsafe import Markup

from catalog.derive.coverage import in_force
from catalog.derive.windows import Applying, applying, open_window, running
from catalog.model.policy import Policy
from catalog.show.values import show
from catalog.views.benefits import gist
from catalog.views.context import Context
from catalog.views.fields import record_link
from catalog.views.parts import Cell, Fact, Facts, Link, Part, Section, Table
from catalog.views.policies.actions import WINDOW, Actions
from catalog.views.policies.months import agenda, strip
from catalog.views.slots.slot import Blocks
from investment_portal.components.countdown import closing, countdown_script

ALL = "policies/calendar.ics"
"""The calendar of all windows, below the root of each language."""


def calendar(context: Context) -> Blocks:
    """Give the calendar of windows; a part that has nothing to show is left out."""
    words, day = context.words, context.day
    dated = running(context.catalog.policies.values(), day)
    now = [policy for policy in dated if applying(policy, day) is Applying.NOW]
    sections = [
        Section("now", words["windows_now"], _open(context, now) if now else [], words["windows_now_note"]),
        Section("year", words["windows_year"], [strip(context, dated)] if dated else [], words["windows_year_note"]),
        Section("months", words["windows_months"], agenda(context, dated)),
        Section("always", words["windows_always"], _undated(context), words["windows_always_note"]),
        _subscribe(context),
    ]
    return [one for one in sections if one.parts]


def _open(context: Context, policies: list[Policy]) -> list[Part]:
    words = context.words
    rows = []
    for policy in policies:
        window = open_window(policy)
        rows.append(
            [
                Cell(record_link(context, "policy", policy.id)),
                Cell(_closing(context, window.until) if window and window.until else "—"),
                Cell(gist(context, policy.benefits[0])),
                Cell(Link(words["windows_entry"], f"{context.record_href('policy', policy.id)}{WINDOW}")),
            ]
        )
    head = [words[f"windows_column_{name}"] for name in ("policy", "closes", "gives", "entry")]
    return [Table(words["windows_now"], head, rows), *countdown_script(context, policies)]


def _closing(context: Context, until: date) -> Markup:
    return Markup("{} <small>{}</small>").format(show(until, context.language), closing(until))


def _undated(context: Context) -> list[Table]:
    """Give what has no window: open all year, or paid without applying."""
    words, language = context.words, context.language
    found = [
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
        for policy, state in sorted(found, key=lambda one: (one[1] is not Applying.AUTOMATIC, one[0].id))
    ]
    head = [words[f"windows_column_{name}"] for name in ("policy", "way", "valid", "gives")]
    return [Table(words["windows_always"], head, rows)] if rows else []


def _subscribe(context: Context) -> Section:
    """Give the file of all windows, and its address for a calendar that fetches it again by itself."""
    words = context.words
    full = context.at("").canonical + ALL
    return Section(
        "subscribe",
        words["windows_subscribe"],
        [
            Actions([], [Link(words["windows_all"], context.href(ALL))]),
            Facts([Fact(words["windows_address"], full)], wide=True),
        ],
        words["windows_subscribe_note"],
    )
