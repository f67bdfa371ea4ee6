"""Desks: the whole network, one desk, and the entry on the home page."""

from catalog.derive.routes import route
from catalog.model.lists import ContactKind
from catalog.model.setting import Origin
from catalog.show.values import show
from catalog.views.brief.ways import enquiry_link, meeting_link
from catalog.views.context import Context
from catalog.views.desks import desk
from catalog.views.parts import Cell, Folded, Jump, Link, Route, Section, Table
from catalog.views.slots.slot import Blocks, Slot, SlotOf


def network(context: Context) -> Blocks:
    """Give all desks by kind: the few as cards, the stations as a table by place; then the route for each origin."""
    words, language = context.words, context.language
    sections = []
    for kind in ContactKind:
        own = [one for one in context.catalog.contacts.values() if one.kind is kind and not one.withdrawn]
        if own:
            title = words("group_title", name=show(kind, language), count=len(own))
            parts = (
                [_stations(context, title)]
                if kind is ContactKind.STATION
                else [Route([desk(context, one) for one in own])]
            )
            sections.append(Section(kind.value, title, parts))
    sections.insert(1, _routes(context))
    return [Jump(words["by_kind"], [Link(section.title, f"#{section.id}") for section in sections]), *sections]


def _stations(context: Context, caption: str) -> Table:
    words, language = context.words, context.language
    rows = []
    for one in context.catalog.contacts.values():
        if one.kind is ContactKind.STATION and not one.withdrawn:
            phone = Link(one.phone, "tel:" + one.phone.replace(" ", "")) if one.phone else "—"
            leader = one.leader.in_(language) if one.leader else "—"
            rows.append(
                [
                    Cell(Link(one.name.in_(language), context.record_href("contact", one.id))),
                    Cell(phone),
                    Cell(leader),
                    Cell(words["separator"].join(words[f"language_{code}"] for code in one.languages)),
                ]
            )
    return Table(caption, [words["station"], words["phone"], words["leader"], words["languages"]], rows)


def _routes(context: Context) -> Section:
    """Give for each origin, folded by region, whom to call first and whom then: the route without a sector in mind."""
    words, origins = context.words, context.catalog.origins.values()
    folded = []
    for region in (one for one in origins if one.within is None):
        own = [region, *(one for one in origins if one.within == region.id)]
        title = region.name.in_(context.language)
        head = [words["origin"], words["first"], words["second"], words["third"]]
        folded.append(Folded(title, [Table(title, head, [_route_row(context, one) for one in own])]))
    return Section("routes", words["routes"], folded, words["routes_note"])


def _route_row(context: Context, origin: Origin) -> list[Cell]:
    language = context.language
    legs = route(context.catalog, context.day, origin=origin.id, sector=None, language=language)[:3]
    links = [Cell(Link(leg.contact.name.in_(language), context.record_href("contact", leg.contact.id))) for leg in legs]
    return [Cell(origin.name.in_(language)), *links, *[Cell("—")] * (3 - len(links))]


def one_desk(context: Context, argument: str) -> Blocks:
    """Give one desk as a card: ``desk:bureau``."""
    return [Route([desk(context, context.catalog.contacts[argument])])]


def entry(context: Context) -> Blocks:
    """Give the ways to a person: the bureau, the groups, the hotline."""
    catalog, words = context.catalog, context.words
    chosen = [
        catalog.contacts[catalog.site.bureau],
        *(one for one in catalog.contacts.values() if one.kind is ContactKind.GROUP),
        catalog.contacts[catalog.site.hotline],
    ]
    stations = sum(one.kind is ContactKind.STATION for one in catalog.contacts.values())
    note = words("desk_entry_note", stations=stations)
    all_ = Link(words["all_desks"], context.href("contacts/"))
    more = Jump(words["column_contacts"], [all_, enquiry_link(context, words["enquiry_write"]), meeting_link(context)])
    return [Section("desks", words["whom_to_call"], [Route([desk(context, one) for one in chosen]), more], note)]


SLOTS = (
    Slot("contact-list", network),
    SlotOf("desk", one_desk, lambda catalog: catalog.contacts),
    Slot("desk-entry", entry),
)
