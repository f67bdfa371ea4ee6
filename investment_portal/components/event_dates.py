"""When an event takes place and how, wherever it is shown."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Badge, Fact
from investment_portal.domain.totals import Total
from investment_portal.formatting.locale_names import zone_name
from investment_portal.formatting.values import show
from investment_portal.models.event import Event


def when(context: Context, event: Event) -> str:
    """Write day, or first and last day, with the hours in the event's own time zone."""
    words, language = context.words, context.language
    said = show(event.on, language)
    if event.until and event.until != event.on:
        said = words("from_until", start=said, end=show(event.until, language))
    if event.starts is None:
        return said
    hours = f"{event.starts}–{event.ends}" if event.ends else event.starts
    return words("event_when", days=said, hours=hours, zone=zone_name(words, event.time_zone))


def state(context: Context, event: Event) -> Badge:
    """Return whether it is to come, under way, or over."""
    if event.past(context.day):
        return Badge(context.words["event_past"], "plain")
    if event.upcoming(context.day):
        return Badge(context.words["event_upcoming"], "good")
    return Badge(context.words["event_running"], "busy")


def dated(event: Event) -> bool:
    """Return whether its days are known, so that a calendar can hold it: a month or a year is no appointment."""
    return event.on.day is not None and (event.until is None or event.until.day is not None)


def attendable(context: Context, event: Event) -> bool:
    """Return whether a reader may still want to attend."""
    return event.withdrawn is None and not event.past(context.day)


def shown(context: Context) -> list[Event]:
    """Return the events that lists show, by their days."""
    held = (event for event in context.catalog.events.values() if event.withdrawn is None)
    return sorted(held, key=lambda one: (one.on, one.id))


def totals(context: Context, total: Total) -> list[Fact]:
    """Return how many projects there are, and their investment, as computed from the records."""
    return [
        Fact(context.words["projects_count"], str(total.projects)),
        Fact(context.words["total_investment"], show(total.investment, context.language)),
    ]
