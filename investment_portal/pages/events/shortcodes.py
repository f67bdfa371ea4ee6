"""Events and notices: their lists, the latest on the home page, and announced totals quoted inside sentences."""

from collections.abc import Iterator, Mapping

from investment_portal.components.badges import ended
from investment_portal.components.cards import event_card, notice_card
from investment_portal.components.context import Context
from investment_portal.components.event_dates import dated, shown
from investment_portal.components.parts import Cards, Inline, Link, Part, Section
from investment_portal.components.subscription import subscription
from investment_portal.domain.totals import Total
from investment_portal.formatting.values import show
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import NoticeKind
from investment_portal.models.notice import Notice
from investment_portal.models.quantities import MoneyRange
from investment_portal.pages.excerpts import of_events
from investment_portal.pages.shortcode import Blocks, Shortcode, ShortcodeWithArgument

LATEST = 3

CALENDAR = "events/upcoming.ics"
"""The calendar of all events to come, below the root of each language."""


def has_calendar(context: Context) -> bool:
    """Return whether there is a calendar of events: one without an entry is not allowed (RFC 5545, 3.6)."""
    return any(dated(event) for event in context.catalog.events.values())


def event_list(context: Context, totals: Mapping[str, Total]) -> Blocks:
    """Return the events under way and to come, the next one on top, then past ones, the latest on top."""
    words, events = context.words, shown(context)
    coming = [event for event in events if event.upcoming(context.day)]
    running = [event for event in events if not event.upcoming(context.day) and not event.past(context.day)]
    past = [event for event in reversed(events) if event.past(context.day)]
    parts: list[Part] = [Cards([event_card(context, event, totals[event.id]) for event in coming], rows=True)]
    if not coming:
        more = Link(words["event_to_contacts"], context.href("contacts/"))
        parts = [Cards([], words["event_none_coming"], more=more)]
    groups = (
        Section(
            "running",
            words["event_running"],
            [Cards([event_card(context, event, totals[event.id]) for event in running])],
        ),
        Section("coming", words["event_upcoming"], parts),
        subscription(context, CALENDAR, words["event_calendar_all"], words["calendar_subscribe_note"]),
        Section(
            "past", words["past_events"], [Cards([event_card(context, event, totals[event.id]) for event in past])]
        ),
    )
    return [group for group, shown in zip(groups, (running, True, has_calendar(context), past), strict=True) if shown]


def latest_event(context: Context, totals: Mapping[str, Total]) -> Blocks:
    """Return current or next events, then those with the most projects."""
    events = sorted(shown(context), key=lambda item: (item.past(context.day), -len(item.projects), item.id))
    more = Link(context.words["all_events"], context.href("events/"))
    cards = Cards([event_card(context, event, totals[event.id]) for event in events[:LATEST]], more=more)
    return [Section("events", context.words["column_events"], [cards])] if events else []


def notice_list(context: Context) -> Blocks:
    """Return notices by column, the latest first; those past their validity come last."""
    words, notices = context.words, _notices(context)
    over = [notice for notice in notices if ended(context, notice)]
    groups = [
        (
            kind.value,
            words[f"notice_kind_{kind.value}"],
            [notice for notice in notices if notice.kind is kind and notice not in over],
        )
        for kind in NoticeKind
    ]
    groups.append(("ended", words["notice_ended"], over))
    sections = [
        Section(id_, title, [Cards([notice_card(context, notice) for notice in group], rows=True)])
        for id_, title, group in groups
        if group
    ]
    return sections or [Cards([], words["no_notices"])]


def latest_notices(context: Context) -> Blocks:
    """Return the latest notices."""
    latest = _notices(context)[:LATEST]
    more = Link(context.words["all_notices"], context.href("notices/"))
    return (
        [
            Section(
                "notices",
                context.words["column_notices"],
                [Cards([notice_card(context, notice) for notice in latest], more=more)],
            )
        ]
        if latest
        else []
    )


def _notices(context: Context) -> list[Notice]:
    notices = [notice for notice in context.catalog.notices.values() if not notice.withdrawn]
    return sorted(notices, key=lambda notice: (notice.published_on, notice.id), reverse=True)


def event_figure(context: Context, argument: str) -> Blocks:
    """Quote an announced total: ``event-figure:ID/projects`` or ``.../investment``."""
    return [Inline(show(dict(_announced(context.catalog))[argument], context.language))]


def _announced(catalog: Catalog) -> Iterator[tuple[str, int | MoneyRange]]:
    for event in catalog.events.values():
        for name in ("projects", "investment"):
            value = getattr(event.announced, name, None)
            if value is not None:
                yield f"{event.id}/{name}", value


SHORTCODES = (
    Shortcode("event-list", event_list, of_events),
    Shortcode("latest-event", latest_event, of_events),
    ShortcodeWithArgument("event-figure", event_figure, lambda catalog: dict(_announced(catalog)), refers_to="event"),
    Shortcode("notice-list", notice_list),
    Shortcode("latest-notices", latest_notices),
)
