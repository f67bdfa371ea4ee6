"""Excerpts: the projects shown on pages of other kinds.

A page gets its excerpt and no other projects, so that a changed project renders few pages again.
"""

from collections.abc import Mapping, Sequence

from investment_portal.domain.coverage import reaches
from investment_portal.domain.index import Group
from investment_portal.domain.related import LIMIT
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import Total, event_total
from investment_portal.models.chain import Chain
from investment_portal.models.contact import Contact
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.park import Park
from investment_portal.models.policy import Policy
from investment_portal.models.quantities import AreaRange
from investment_portal.models.reference_lists import Sector
from investment_portal.pages.dataset import Dataset, Excerpt

GROUP_LIMIT = 60
"""Projects of a group on its page, folded ones among them: of more, a reader wants filters, not a longer page."""

LINK_LIMIT = 12
"""Projects that a link of a chain names before it leads to the list."""


class GroupExcerpt(Excerpt):
    """The projects of a sector, park or contact: the weightiest of them, and the totals of all."""

    count: int
    total: Total
    land: AreaRange
    """Their ready plots."""
    reserved: AreaRange
    first: tuple[ProjectSummary, ...]


class LinkExcerpt(Excerpt):
    """The projects at a link of a chain, and their parks."""

    count: int
    first: tuple[ProjectSummary, ...]
    parks: tuple[str, ...]


class ChainExcerpt(Excerpt):
    """The projects of a chain: totals, and those at each link (by ``CHAIN/NODE``)."""

    total: Total
    links: Mapping[str, LinkExcerpt]


class SectorExcerpt(Excerpt):
    """The projects of a sector and of its chains, and those of other sectors that also belong to it."""

    group: GroupExcerpt
    others: tuple[ProjectSummary, ...]
    chains: Mapping[str, ChainExcerpt]


class PolicyExcerpt(Excerpt):
    """How many projects each sector that a policy reaches has on offer, and those that name the policy."""

    offered: Mapping[str, int]
    naming: int
    first: tuple[ProjectSummary, ...]


class FirmExcerpt(Excerpt):
    """The projects at a firm's link, then those of its park and sector, and those at each link around it."""

    link: tuple[ProjectSummary, ...]
    others: tuple[ProjectSummary, ...]
    around: Mapping[str, tuple[ProjectSummary, ...]]


class EventExcerpt(Excerpt):
    """The projects of an event, the weightiest first, and their totals."""

    projects: tuple[ProjectSummary, ...]
    total: Total


def group(data: Dataset, group: Group) -> GroupExcerpt:
    """Return the excerpt of a group."""
    index = data.index
    return GroupExcerpt(
        index.count(group),
        index.total(group),
        index.land(group),
        index.reserved(group),
        index.first(group, GROUP_LIMIT),
    )


def of_park(data: Dataset, park: Park) -> GroupExcerpt:
    """Return the excerpt of a park's page."""
    return group(data, ("park", park.id))


def of_contact(data: Dataset, contact: Contact) -> GroupExcerpt:
    """Return the excerpt of a contact's page."""
    return group(data, ("contact", contact.id))


def of_chain(data: Dataset, chain: Chain) -> ChainExcerpt:
    """Return the excerpt of a chain, wherever it is shown."""
    references = [chain.reference(node) for node in chain.nodes]
    links = {
        reference: LinkExcerpt(
            data.index.count(("link", reference)),
            data.index.first(("link", reference), LINK_LIMIT),
            data.index.parks_of_link(reference),
        )
        for reference in references
    }
    return ChainExcerpt(data.index.total(("chain", chain.id)), links)


def of_chains(data: Dataset) -> Mapping[str, ChainExcerpt]:
    """Return the excerpts of all chains."""
    return {chain.id: of_chain(data, chain) for chain in data.catalog.chains.values()}


def of_sector(data: Dataset, sector: Sector) -> SectorExcerpt:
    """Return the excerpt of a sector's page."""
    sector_chains = [chain for chain in data.catalog.chains.values() if chain.sector == sector.id]
    return SectorExcerpt(
        group(data, ("sector", sector.id)),
        data.index.first(("other_sector", sector.id), GROUP_LIMIT),
        {chain.id: of_chain(data, chain) for chain in sector_chains},
    )


def of_policy(data: Dataset, policy: Policy) -> PolicyExcerpt:
    """Return the excerpt of a policy's page."""
    offered = {id_: data.index.offered_in(id_).projects for id_ in data.catalog.sectors if reaches(policy, id_)}
    return PolicyExcerpt(offered, *data.index.naming(policy.id, LIMIT))


def of_firm(data: Dataset, firm: Firm) -> FirmExcerpt:
    """Return the excerpt of a firm's page."""
    index, node = data.index, firm.chain_node or ""
    link = index.first(("link", node), LIMIT)
    wider: Group = ("sector_of_park", (firm.park, firm.sector)) if firm.park else ("sector", firm.sector)
    others = [project for project in index.first(wider, 2 * LIMIT) if project not in link]
    around = data.surroundings.get(node)
    references = [node, *around.before, *around.after] if around else []
    return FirmExcerpt(
        link, tuple(others[:LIMIT]), {reference: index.first(("link", reference), LIMIT) for reference in references}
    )


def of_event(data: Dataset, event: Event) -> EventExcerpt:
    """Return the excerpt of an event's page."""
    ids = sorted(event.projects, key=data.index.weight)
    total = event_total(event, data.index.total_of(ids), data.catalog.site)
    return EventExcerpt(tuple(data.index.projects[id_] for id_ in ids), total)


def of_events(data: Dataset) -> Mapping[str, Total]:
    """Return the totals of the projects of each event."""
    site = data.catalog.site
    return {
        event.id: event_total(event, data.index.total_of(event.projects), site)
        for event in data.catalog.events.values()
    }


def by_sector(data: Dataset, ids: Sequence[str]) -> Mapping[str, Total]:
    """Return the totals of some projects in each sector."""
    return {
        sector: data.index.total_of([id_ for id_ in ids if data.index.projects[id_].sector == sector])
        for sector in data.catalog.sectors
    }
