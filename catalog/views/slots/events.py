"""Events and notices: their lists, the latest on the home page, and announced totals quoted inside sentences."""

from collections.abc import Iterator

from catalog.model.catalog import Catalog
from catalog.model.notice import Notice
from catalog.quantities import Money
from catalog.show.values import show
from catalog.views.cards import event_card, notice_card
from catalog.views.context import Context
from catalog.views.parts import Cards, Inline, Link, Section
from catalog.views.slots.slot import Blocks, Slot, SlotOf

LATEST = 3


def event_list(context: Context) -> Blocks:
    """Give upcoming events first, the next one on top, then past ones, the latest on top."""
    words = context.words
    events = sorted(context.catalog.events.values(), key=lambda one: (one.on.first, one.id))
    coming = [event for event in events if (event.until or event.on).last >= context.day]
    past = [event for event in reversed(events) if event not in coming]
    groups = (("coming", words["coming_events"], coming), ("past", words["past_events"], past))
    return [
        Section(id_, title, [Cards([event_card(context, event) for event in own])]) for id_, title, own in groups if own
    ]


def latest_event(context: Context) -> Blocks:
    """Give the event with the most projects, which is the one that an investor looks for."""
    events = sorted(context.catalog.events.values(), key=lambda one: (-len(one.projects), one.id))
    more = Link(context.words["all_events"], context.href("events/"))
    return (
        [
            Section(
                "events",
                context.words["column_events"],
                [Cards([event_card(context, event) for event in events[:LATEST]], more=more)],
            )
        ]
        if events
        else []
    )


def notice_list(context: Context) -> Blocks:
    """Give notices, the latest first."""
    return [Cards([notice_card(context, notice) for notice in _notices(context)], context.words["no_notices"], level=2)]


def latest_notices(context: Context) -> Blocks:
    """Give the latest notices."""
    latest = _notices(context)[:LATEST]
    more = Link(context.words["all_notices"], context.href("notices/"))
    return (
        [
            Section(
                "notices",
                context.words["column_notices"],
                [Cards([notice_card(context, one) for one in latest], more=more)],
            )
        ]
        if latest
        else []
    )


def _notices(context: Context) -> list[Notice]:
    kept = [one for one in context.catalog.notices.values() if not one.withdrawn]
    return sorted(kept, key=lambda one: (one.published_on, one.id), reverse=True)


def event_figure(context: Context, argument: str) -> Blocks:
    """Quote an announced total: ``event-figure:ID/projects`` or ``.../investment``."""
    return [Inline(show(dict(_announced(context.catalog))[argument], context.language))]


def _announced(catalog: Catalog) -> Iterator[tuple[str, int | Money]]:
    for event in catalog.events.values():
        for name in ("projects", "investment"):
            value = getattr(event.announced, name, None)
            if value is not None:
                yield f"{event.id}/{name}", value


SLOTS = (
    Slot("event-list", event_list),
    Slot("latest-event", latest_event),
    SlotOf("event-figure", event_figure, lambda catalog: dict(_announced(catalog))),
    Slot("notice-list", notice_list),
    Slot("latest-notices", latest_notices),
)
