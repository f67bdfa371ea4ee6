"""The route finder: the contacts for a place, sector, language and project.

Its first state and the table below need no script.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.parts import Cell, ContactCard, Folded, Part, Section, Table
from investment_portal.domain.change_days import clock_floor
from investment_portal.domain.route_declaration import declare
from investment_portal.domain.routes import REASONS, escalation, route
from investment_portal.formatting.locale_names import language_name
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ContactKind
from investment_portal.models.reference_lists import Origin
from investment_portal.pages.contacts.routes import contact_card, contact_cards, contact_link
from investment_portal.value import Value


class FinderChoice(Value):
    """Something to pick from a short list."""

    id: str
    name: str
    chosen: bool = False


class RouteFinder(Part):
    """The form, the route before anything is chosen, a card of every contact, and the data of the script."""

    component = "route_finder"
    sectors: Sequence[FinderChoice]
    languages: Sequence[FinderChoice]
    contacts: Sequence[ContactCard]
    after: Sequence[ContactCard]
    heading: str
    cards: Mapping[str, ContactCard]
    data: Mapping[str, Any]
    script: str
    meeting: str
    enquiry: str
    """Addresses of the forms, which come first while every contact is closed."""


def finder_section(context: Context, chunks: int) -> Section:
    """Return the finder."""
    words, language, catalog = context.words, context.language, context.catalog
    legs = route(catalog, context.day, origin=None, sector=None, language=language)
    before = [leg for leg in legs if leg.contact.kind is not ContactKind.HOTLINE]
    after = escalation(catalog, context.day, legs[0].contact if legs else None, context.language)
    shown_ids = {leg.contact.id for leg in before}
    languages = dict.fromkeys(code for contact in _open(context) for code in contact.answers_in)
    finder = RouteFinder(
        sectors=[FinderChoice(sector.id, sector.name.in_(language)) for sector in catalog.sectors.values()],
        languages=[FinderChoice(code, language_name(words, code), code == language) for code in languages],
        contacts=contact_cards(context, before),
        after=contact_cards(context, (leg for leg in after if leg.contact.id not in shown_ids)),
        heading=words(
            "route_finder_heading",
            place=words["route_finder_anywhere"],
            sector=words["route_finder_any_sector"],
            language=words[f"language_{language}"],
        ),
        cards={contact.id: contact_card(context, contact) for contact in _open(context)},
        data={
            "routes": declare(catalog),
            "places": [_place(context, origin) for origin in catalog.origins.values()],
            "reasons": {why: reason.in_(language) for why, reason in REASONS.items()},
            "language": language,
            "zone": catalog.zone,
            "day": clock_floor(catalog, context.day).isoformat(),
            "names": context.shared("assets/data/names/"),
            "shared": context.shared("assets/data/"),
            "chunks": chunks,
            "words": words.group("route_finder"),
        },
        script=context.script("route_finder"),
        meeting=context.href("meeting/"),
        enquiry=context.href("enquiry/"),
    )
    return Section("route", words["route_finder_title"], [finder], words["route_finder_note"])


def _open(context: Context) -> list[Contact]:
    """Return the contacts that a route can lead to, for which the page has a card ready."""
    return [contact for contact in context.catalog.contacts.values() if contact.reachable(context.day)]


def _place(context: Context, origin: Origin) -> dict[str, Any]:
    """Return a place as readers pick it, and all that they may type instead: its names in both languages."""
    language = context.language
    return {
        "id": origin.id,
        "name": origin.name.in_(language),
        "within": origin.within,
        "keys": [origin.name.zh, origin.name.en, origin.id],
        "also": [[name.in_(language), name.zh, name.en] for name in origin.also],
    }


def matrix_section(context: Context) -> Section:
    """Return for each origin, folded by region, the first contact for each sector: the finder without a script."""
    words, language, origins = context.words, context.language, context.catalog.origins.values()
    sectors = context.catalog.sectors.values()
    head = [words["origin"], *(sector.name.in_(language) for sector in sectors)]
    folded = []
    for region in (origin for origin in origins if origin.within is None):
        title = region.name.in_(language)
        rows = [_row(context, area) for area in _below(context, region)]
        folded.append(Folded(title, [Table(title, head, rows)]))
    return Section("routes", words["routes"], [Folded(words["routes_note"], folded)])


def _below(context: Context, region: Origin) -> list[Origin]:
    """Return a region and everything within it, however deep."""
    inner = [origin for origin in context.catalog.origins.values() if origin.within == region.id]
    return [region, *(below for region_ in inner for below in _below(context, region_))]


def _row(context: Context, origin: Origin) -> list[Cell]:
    cells = [Cell(origin.name.in_(context.language))]
    for sector in context.catalog.sectors:
        legs = route(context.catalog, context.day, origin=origin.id, sector=sector, language=context.language)
        cells.append(Cell(contact_link(context, legs[0].contact) if legs else "—"))
    return cells
