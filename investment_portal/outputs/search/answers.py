"""Direct answers of the search: prices and wages by park, contacts with their numbers, contacts by place, plots."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.places.index import REST
from investment_portal.domain.routes import escalation, route
from investment_portal.formatting.values import show
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ContactKind, Utility
from investment_portal.models.park import Hall, Park, Plot
from investment_portal.models.reference_lists import Origin
from investment_portal.models.text import Text
from investment_portal.outputs.search.keywords import price_text
from investment_portal.pages.contacts.routes import contact_phone, hours

ELSEWHERE = re.compile("^Elsewhere in ")
"""Beginning of the English name of an origin that holds the rest of a province."""

SHOWN = 3
"""Contacts of a place in an answer."""


def answers(context: Context) -> dict[str, Any]:
    """Return the data of the answers in one language."""
    main = escalation(context.catalog, context.day, None)[:1]
    return {
        "prices": {utility.value: rows for utility in Utility if (rows := _prices(context, utility))},
        "items": {utility.value: show(utility, context.language) for utility in Utility},
        "wages": list(_wages(context)),
        "contacts": {contact.id: _contact(context, contact) for contact in _reachable(context)},
        "main": main[0].contact.id if main else "",
        "places": [_place(context, origin) for origin in context.catalog.origins.values()],
        "areas": list(_areas(context)),
    }


def _prices(context: Context, utility: Utility) -> list[list[str]]:
    return [
        [
            park.name.in_(context.language),
            context.record_address("park", park.id),
            price_text(context, price),
            show(price.as_of, context.language),
            price.note.in_(context.language) if price.note else "",
        ]
        for park in context.catalog.parks.values()
        if not park.withdrawn
        for price in park.prices
        if price.utility is utility
    ]


def _wages(context: Context) -> Iterator[list[str]]:
    for park in context.catalog.parks.values():
        if isinstance(park.labour, Text) and not park.withdrawn:
            address = context.record_address("park", park.id)
            yield [park.name.in_(context.language), address, park.labour.in_(context.language)]


def _reachable(context: Context) -> list[Contact]:
    return [contact for contact in context.catalog.contacts.values() if contact.reachable(context.day)]


def _contact(context: Context, contact: Contact) -> list[str]:
    phone = contact_phone(context, contact)
    return [
        contact.name.in_(context.language),
        contact.unit.in_(context.language),
        phone.text,
        phone.href,
        contact.mail or "",
        hours(context, contact),
        f"{contact.name.zh}\n{contact.name.en}\n{contact.unit.zh}\n{contact.unit.en}",
    ]


def _place(context: Context, origin: Origin) -> list[Any]:
    """Return a place: its id, its name, the names that readers may type, the contacts to turn to."""
    names = [origin.name, *origin.also]
    province = REST.search(origin.name.zh)
    bare = [origin.name.zh[: province.start()], ELSEWHERE.sub("", origin.name.en)] if province else []
    legs = route(context.catalog, context.day, origin=origin.id, sector=None, language=context.language)
    contacts = [leg.contact.id for leg in legs if leg.contact.kind is not ContactKind.HOTLINE]
    return [
        origin.id,
        origin.name.in_(context.language),
        list(dict.fromkeys([*bare, *(text for name in names for text in (name.zh, name.en))])),
        contacts[:SHOWN],
    ]


def _areas(context: Context) -> Iterator[Sequence[Any]]:
    """Yield plots and halls: park, address, name, area as text, square metres, from when."""
    for park in context.catalog.parks.values():
        if not park.withdrawn:
            yield from (_area(context, park, plot) for plot in park.plots)
            yield from (_area(context, park, hall) for hall in park.halls)


def _area(context: Context, park: Park, offer: Plot | Hall) -> Sequence[Any]:
    return [
        park.name.in_(context.language),
        context.record_address("park", park.id),
        offer.name.in_(context.language),
        show(offer.area, context.language),
        float(round(Decimal(offer.area.least.square_metres), 1)),
        show(offer.available_from, context.language) if offer.available_from else "",
    ]
