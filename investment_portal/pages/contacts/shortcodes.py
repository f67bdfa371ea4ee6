"""Shortcodes of contacts: the route finder, the contacts of the district, one contact, the entry on the home page."""

from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.parts import (
    Actions,
    Cell,
    ContactCard,
    Facts,
    Folded,
    GroupedTable,
    Jump,
    Link,
    Route,
    Section,
    SourceLine,
    Table,
    TableGroup,
    TableRow,
)
from investment_portal.components.sections import none_yet
from investment_portal.domain.network import has_network
from investment_portal.formatting.values import show
from investment_portal.models.controlled_values import ContactKind
from investment_portal.models.holidays import Holiday
from investment_portal.pages.contacts.network import network
from investment_portal.pages.contacts.route_finder import finder_section, matrix_section
from investment_portal.pages.contacts.routes import contact_card, main_contact
from investment_portal.pages.enquiry.data import names_chunks
from investment_portal.pages.enquiry.links import enquiry_link, meeting_link
from investment_portal.pages.provenance import source_text
from investment_portal.pages.shortcode import Blocks, Shortcode, ShortcodeWithArgument

HERE = (ContactKind.BUREAU, ContactKind.DEPARTMENT, ContactKind.PARK, ContactKind.HOTLINE)
"""Kinds of contact in the district; the others are on the page of the network."""


def route_finder(context: Context, chunks: int) -> Blocks:
    """Return the finder, then its answers for every place and sector as a table."""
    return [finder_section(context, chunks), matrix_section(context)]


def contact_list(context: Context) -> Blocks:
    """Return the contacts of the district by kind, and the way to the network outside it."""
    words, language = context.words, context.language
    groups = []
    for kind in HERE:
        contacts = [
            contact for contact in context.catalog.contacts.values() if contact.kind is kind and not contact.withdrawn
        ]
        rows = [_row(contact_card(context, contact)) for contact in contacts]
        groups.append(TableGroup(show(kind, language), rows))
    head = [words["contact_list_name"], words["phone"], words["contact_list_hours"]]
    table = GroupedTable(words["contact_list"], head, [group for group in groups if group.rows])
    sections = [Section("list", words["contact_list"], [table])]
    if has_network(context.catalog):
        away = Jump(words["network_title"], [Link(words["network_open"], context.href("network/"))])
        sections.append(Section("network", words["network_title"], [away], _network_note(context)))
    return sections


def _row(card: ContactCard) -> TableRow:
    """Return a contact in a line: its name, its number, what it does and when it answers."""
    reach = card.phone if card.phone and not card.phone_href else _reach(card)
    about = [text for text in (card.role, card.languages, card.hours, card.until) if text]
    return TableRow([Cell(Link(card.name, card.href)), Cell(reach, number=True), Cell(" · ".join(about))])


def _reach(card: ContactCard) -> Link:
    """Return the link to call or write to a contact."""
    return Link(card.phone, card.phone_href) if card.phone_href else Link(card.mail, f"mailto:{card.mail}")


def main(context: Context) -> Blocks:
    """Return the number and name of the main contact, for the head of a page."""
    card = main_contact(context)
    if card is None:
        return []
    return [Actions([_reach(card)], [Link(card.name, card.href)])]


def _network_note(context: Context) -> str:
    kinds = [contact.kind for contact in context.catalog.contacts.values() if contact.reachable(context.day)]
    counts = {f"{kind.value}s": kinds.count(kind) for kind in ContactKind if kind not in HERE}
    return context.words("network_entry", **counts)


def contact_of(context: Context, argument: str) -> Blocks:
    """Return one contact as a card: ``desk:bureau``."""
    return [Route([contact_card(context, context.catalog.contacts[argument])])]


def entry(context: Context) -> Blocks:
    """Return the ways to a person: the bureau, the groups, the hotline."""
    catalog, words = context.catalog, context.words
    open_ = [contact for contact in catalog.contacts.values() if contact.reachable(context.day)]
    groups = [contact for contact in open_ if contact.kind is ContactKind.GROUP]
    bureau, hotline = (
        [contact for contact in open_ if contact.id == id_] for id_ in (catalog.site.bureau, catalog.site.hotline)
    )
    shown = {contact.id: contact for contact in (*bureau, *groups, *hotline)}  # the bureau may be the hotline too
    stations = sum(contact.kind is ContactKind.STATION for contact in open_)
    note = words.count("contact_entry_note", stations) if stations else ""
    network = [Link(words["network_open"], context.href("network/"))] if has_network(catalog) else []
    ways = [
        Link(words["route_from_here"], context.href("contacts/#route")),
        *network,
        Link(words["all_contacts"], context.href("contacts/")),
        enquiry_link(context, words["enquiry_write"]),
        meeting_link(context),
    ]
    all_ = Jump(words["column_contacts"], ways)
    return [
        Section(
            "desks",
            words["whom_to_call"],
            [Route([contact_card(context, contact) for contact in shown.values()]), all_],
            note,
        )
    ]


def holiday_list(context: Context) -> Blocks:
    """Return the holidays that contacts keep, list by list, with their source; nothing where no list is kept."""
    words, language = context.words, context.language
    head = [words["holiday_name"], words["holiday_days"], words["holiday_made_up"]]
    sections = []
    for listed in context.catalog.records["holidays"].values():
        rows = [
            [
                Cell(holiday.name.in_(language)),
                Cell(_days_off(context, holiday)),
                Cell(words["separator"].join(show(day, language) for day in holiday.work_on) or "—"),
            ]
            for holiday in listed.holidays
        ]
        title = listed.name.in_(language)
        source = [SourceLine(source_text(context, listed.source))] if listed.source else []
        dates = Facts(facts(context, listed, ("as_of", "published_on", "verified_on"), known_only=True))
        note = words["holiday_example"] if listed.example else ""
        sections.append(
            Section(f"holidays-{listed.id}", title, [Folded(title, [Table(title, head, rows), *source, dates])], note)
        )
    return sections


def _days_off(context: Context, holiday: Holiday) -> str:
    first, last = show(holiday.from_, context.language), show(holiday.last, context.language)
    return first if holiday.last == holiday.from_ else context.words("from_until", start=first, end=last)


def whole_network(context: Context) -> Blocks:
    """Return the network outside the district, on a schematic and as a list."""
    if not has_network(context.catalog):
        return none_yet(context)
    return [Section("outposts", context.words["network_open"], [network(context)], _network_note(context))]


SHORTCODES = (
    Shortcode("route-finder", route_finder, names_chunks),
    Shortcode("network", whole_network),
    Shortcode("contact-list", contact_list),
    ShortcodeWithArgument("desk", contact_of, lambda catalog: catalog.contacts, refers_to="contact"),
    Shortcode("main-contact", main),
    Shortcode("desk-entry", entry),
    Shortcode("holiday-list", holiday_list),
)
