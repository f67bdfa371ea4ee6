"""The network outside the district: the schematic beside a list with the same content."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.parts import ContactCard, Part
from investment_portal.domain.network import NetworkArea, areas
from investment_portal.formatting.values import show
from investment_portal.models.contact import Contact
from investment_portal.models.reference_lists import Origin
from investment_portal.pages.contacts.network_map import Drawing, drawings
from investment_portal.pages.contacts.routes import contact_card
from investment_portal.value import Value


def covered(context: Context, contact: Contact) -> str:
    """Return the names of the regions that a contact covers, each with its inner regions."""
    if contact.regions == "all":
        return context.words["all"]
    return context.words["semicolon"].join(
        _region_with_places(context, context.catalog.origins[id_]) for id_ in contact.regions
    )


def _region_with_places(context: Context, origin: Origin) -> str:
    name = origin.name.in_(context.language)
    inner = [
        place.name.in_(context.language) for place in context.catalog.origins.values() if place.within == origin.id
    ]
    if not inner:
        return name
    return context.words("contact_region", name=name, places=context.words["separator"].join(inner))


class Outpost(Value):
    """A station or a representative in the list."""

    contact: ContactCard
    kind: str
    representative: bool
    leader: str
    covers: str


class Region(Value):
    """A group with its area in words, and the contacts in it; those outside all groups have no group."""

    title: str
    group: ContactCard | None
    covers: str
    outposts: Sequence[Outpost]


class Network(Part):
    """The schematic and the list."""

    component = "network"
    drawings: Sequence[Drawing]
    regions: Sequence[Region]


def network(context: Context) -> Network:
    """Return the network."""
    return Network(drawings(context), [_region(context, area) for area in areas(context.catalog)])


def _region(context: Context, area: NetworkArea) -> Region:
    group, language = area.group, context.language
    posts = [
        Outpost(
            contact_card(context, contact),
            show(contact.kind, language),
            contact.kind.value == "representative",
            contact.leader.in_(language) if contact.leader else "",
            covered(context, contact),
        )
        for contact in area.contacts
    ]
    if group is None:
        return Region(context.words["network_elsewhere"], None, context.words["network_elsewhere_note"], posts)
    return Region(group.name.in_(language), contact_card(context, group), covered(context, group), posts)
