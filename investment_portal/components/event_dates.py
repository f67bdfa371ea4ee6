"""When an event takes place and how, wherever it is shown."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Badge, Fact
from investment_portal.domain.totals import Total
from investment_portal.formatting.locale_names import zone_name
from investment_portal.formatting.values import show
from investment_portal.models.controlled_values import EventStatus
from investment_portal.models.event import Event
from investment_portal.models.site import event_kinds
from investment_portal.models.time_zone import repeats


def when(context: Context, event: Event) -> str:
    """Write the days with the hours in the event's own time zone, and the dates that it had before."""
    words, language = context.words, context.language
    days = _days(context, event)
    if event.awaits_date:
        return words("event_awaits_date", former=days)
    if not event.former_dates:
        return days
    former = words["separator"].join(show(date_, language) for date_ in event.former_dates)
    return words("event_moved", days=days, former=former)


def _days(context: Context, event: Event) -> str:
    """Format day, or first and last day, with the hours; of an hour that clocks show twice, the first counts."""
    words, language = context.words, context.language
    days = show(event.on, language)
    if event.until and event.until != event.on:
        days = words("from_until", start=days, end=show(event.until, language))
    if event.starts is None:
        return days
    hours = f"{event.starts}–{event.ends}" if event.ends else event.starts
    written = words("event_when", days=days, hours=hours, zone=zone_name(words, event.time_zone))
    twice = any(moment and repeats(moment) for moment in (event.start, event.end))
    return words("event_hour_twice", when=written) if twice else written


def states(context: Context, event: Event) -> list[Badge]:
    """Return whether it takes place, and whether it is to come, under way, or over."""
    words, status = context.words, event.status
    change = [] if status is EventStatus.SCHEDULED else [Badge(show(status, context.language), "warn")]
    if event.is_cancelled or event.awaits_date:
        return change
    if event.past(context.day):
        return [*change, Badge(words["event_past"], "plain")]
    if event.upcoming(context.day):
        return [*change, Badge(words["event_upcoming"], "good")]
    return [*change, Badge(words["event_running"], "busy")]


def dated(event: Event) -> bool:
    """Return whether its days are known, so that a calendar can hold it: a month or a year is no appointment."""
    return event.on.day is not None and (event.until is None or event.until.day is not None)


def attendable(context: Context, event: Event) -> bool:
    """Return whether a reader may still want to attend."""
    return not event.is_cancelled and not event.awaits_date and not event.past(context.day)


def shown(context: Context) -> list[Event]:
    """Return the events that lists show, by their days; those that await a new date come last."""
    held = (event for event in context.catalog.events.values() if event.withdrawn is None)
    return sorted(held, key=lambda event: (event.awaits_date, event.on, event.id))


def kind_name(context: Context, event: Event) -> str:
    """Return the name of the kind of an event."""
    kinds = event_kinds(context.catalog.site)
    return kinds[event.kind].in_(context.language) if event.kind in kinds else event.kind


def series(context: Context, event: Event) -> list[Event]:
    """Return the other events of the series that an event belongs to, by their days."""
    first = event.series or event.id
    return [other for other in shown(context) if other.id != event.id and first in (other.id, other.series)]


def totals(context: Context, total: Total) -> list[Fact]:
    """Return how many projects there are, and their investment, as computed from the records."""
    return [
        Fact(context.words["projects_count"], str(total.projects)),
        Fact(context.words["total_investment"], show(total.investment, context.language)),
    ]
