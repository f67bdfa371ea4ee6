"""Records as schema.org describes them, for search engines: facts of the record, and none that it does not state."""

from collections.abc import Mapping
from typing import Any

from investment_portal.components.context import Context
from investment_portal.formatting.values import show
from investment_portal.models.controlled_values import EventStatus, Instrument
from investment_portal.models.event import Event
from investment_portal.models.policy import Policy
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.text import Text

STATUS = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.MOVED_ONLINE: "EventMovedOnline",
}
SCHEMA = "https://schema.org/"


def event_declaration(context: Context, event: Event) -> Mapping[str, Any] | None:
    """Return an event; nothing where it awaits a date, since a date is what an event cannot do without."""
    if event.awaits_date:
        return None
    declared = _thing(context, "Event", event.name, event.summary)
    declared["startDate"] = event.start.isoformat() if event.start else _iso(event.on)
    if event.end or event.until:
        declared["endDate"] = event.end.isoformat() if event.end else _iso(event.until or event.on)
    rescheduled = event.former_dates and not event.is_cancelled
    status = "EventRescheduled" if rescheduled else STATUS[event.status]
    declared["eventStatus"] = SCHEMA + ("EventCancelled" if event.is_cancelled else status)
    if rescheduled:
        declared["previousStartDate"] = _iso(event.former_dates[-1])
    places: list[dict[str, Any]] = []
    if event.place:
        place = event.place.in_(context.language)
        places.append({"@type": "Place", "name": place, "address": place})
    if event.is_online:
        places.append({"@type": "VirtualLocation", "url": event.join_link or context.canonical})
    if places:
        declared["location"] = places[0] if len(places) == 1 else places
        modes = {(True, False): "Offline", (False, True): "Online", (True, True): "Mixed"}
        mode = modes[event.place is not None, event.is_online]
        declared["eventAttendanceMode"] = f"{SCHEMA}{mode}EventAttendanceMode"
    declared["organizer"] = _organisation(context, context.catalog.site.organiser)
    return declared


def policy_declaration(context: Context, policy: Policy) -> Mapping[str, Any]:
    """Return a policy: a grant where it gives money for good, else a service of the government."""
    site, language = context.catalog.site, context.language
    issuer = {"@type": "GovernmentOrganization", "name": policy.issuer.in_(language)}
    if policy.instrument is Instrument.GRANT:
        return {**_thing(context, "Grant", policy.name, policy.summary), "funder": issuer}
    area = {"@type": "AdministrativeArea", "name": site.district.in_(language)}
    return {
        **_thing(context, "GovernmentService", policy.name, policy.summary),
        "serviceType": show(policy.instrument, language),
        "provider": issuer,
        "areaServed": area,
        "availableChannel": {"@type": "ServiceChannel", "serviceUrl": context.canonical},
    }


def _thing(context: Context, sort: str, name: Text, summary: Text) -> dict[str, Any]:
    return {
        "@type": sort,
        "name": name.in_(context.language),
        "description": summary.in_(context.language),
        "url": context.canonical,
    }


def _organisation(context: Context, name: Text) -> dict[str, Any]:
    address = context.catalog.site.address
    return {"@type": "GovernmentOrganization", "name": name.in_(context.language), "url": address}


def _iso(day: PartialDate) -> str:
    """Return a date as precisely as it is known: a year, a month (the first of a quarter) or a day."""
    known = 10 if day.day else 7 if day.month or day.quarter else 4
    return day.first.isoformat()[:known]
