"""The network outside the district: stations and representatives with their groups and places."""

from investment_portal.domain.routes import lineage
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import Channel, ContactKind
from investment_portal.models.reference_lists import Origin
from investment_portal.models.result import Figure, Result
from investment_portal.value import Value

CHANNELS = {
    ContactKind.STATION: Channel.CHAMBERS,
    ContactKind.REPRESENTATIVE: Channel.REPRESENTATIVES,
    ContactKind.GROUP: Channel.GROUPS,
}
"""Under which channel the results of a kind of contact are reported: for all contacts of the kind together."""


AWAY = frozenset({ContactKind.GROUP, ContactKind.REPRESENTATIVE, ContactKind.STATION})
"""Kinds of contact outside the district."""


class NetworkArea(Value):
    """A group with the contacts in its area; where ``group`` is nothing, those that no group covers."""

    group: Contact | None
    contacts: tuple[Contact, ...]


def has_network(catalog: Catalog) -> bool:
    """Return whether the district has contacts outside."""
    return any(contact.kind in AWAY and not contact.withdrawn for contact in catalog.contacts.values())


def outposts(catalog: Catalog) -> list[Contact]:
    """Return the representatives, then the stations, those that are withdrawn left out."""
    kinds = (ContactKind.REPRESENTATIVE, ContactKind.STATION)
    contacts = [contact for contact in catalog.contacts.values() if contact.kind in kinds and not contact.withdrawn]
    return sorted(contacts, key=lambda item: (kinds.index(item.kind), item.id))


def groups(catalog: Catalog) -> list[Contact]:
    """Return the regional groups, in the order of their regions."""
    order = list(catalog.origins)
    contacts = [
        contact for contact in catalog.contacts.values() if contact.kind is ContactKind.GROUP and not contact.withdrawn
    ]
    return sorted(contacts, key=lambda item: (_first(item, order), item.id))


def _first(contact: Contact, order: list[str]) -> int:
    regions = order[:1] if contact.regions == "all" else contact.regions
    return min((order.index(region) for region in regions if region in order), default=len(order))


def covers(catalog: Catalog, group: Contact, contact: Contact) -> bool:
    """Return whether a contact is in a group's area: one of its regions is within one of the group's."""
    if group.regions == "all" or contact.regions == "all":
        return False
    return any(step in group.regions for region in contact.regions for step in lineage(catalog, region))


def areas(catalog: Catalog) -> list[NetworkArea]:
    """Return each group with its contacts, each contact once, then the contacts that no group covers."""
    uncovered = outposts(catalog)
    network_areas = []
    for group in groups(catalog):
        covered = tuple(contact for contact in uncovered if covers(catalog, group, contact))
        network_areas.append(NetworkArea(group, covered))
        uncovered = [contact for contact in uncovered if contact not in covered]
    return [*network_areas, NetworkArea(None, tuple(uncovered))] if uncovered else network_areas


def stands_at(catalog: Catalog, contact: Contact) -> Origin | None:
    """Return the first of a contact's regions that has a place on the schematic."""
    regions = [] if contact.regions == "all" else contact.regions
    return next(
        (catalog.origins[region] for region in regions if region in catalog.origins and catalog.origins[region].spot),
        None,
    )


def within(catalog: Catalog, regions: list[str]) -> list[Origin]:
    """Return all origins within some regions, including those regions."""
    return [
        origin for origin in catalog.origins.values() if any(step in regions for step in lineage(catalog, origin.id))
    ]


def achieved(catalog: Catalog, kind: ContactKind) -> list[tuple[Result, list[Figure]]]:
    """Return the figures reported for a kind of contact, period by period, the latest first."""
    channel = CHANNELS.get(kind)
    periods = sorted(catalog.results.values(), key=lambda result: (result.until, result.id), reverse=True)
    reported = [(period, [figure for figure in period.figures if figure.channel is channel]) for period in periods]
    return [(result, figures) for result, figures in reported if figures]
