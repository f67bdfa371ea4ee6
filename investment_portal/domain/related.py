"""Related projects of each project: near in the chain, the park or the sector, and of about the same size."""

from collections.abc import Iterator, Mapping, Sequence

from investment_portal.domain.index import Group, Index
from investment_portal.domain.summary import ProjectSummary
from investment_portal.models.chain import Chain
from investment_portal.value import Value

LIMIT = 3
"""Related projects that a page shows, and projects that it names at each link of the chain."""


class Surroundings(Value):
    """A link of a chain: the links that supply it, and those that buy from it, as ``CHAIN/NODE``."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Neighbours(Value):
    """The projects beside a project: related ones with their ties, and those at each link around it."""

    related: tuple[tuple[str, tuple[str, ...]], ...]
    """Ids with ties: ``same_link``, ``before``, ``after``, ``same_sector``, ``same_park``."""
    links: Mapping[str, tuple[str, ...]]

    def ids(self) -> Iterator[str]:
        """Yield the id of each project in it."""
        yield from (id_ for id_, _ in self.related)
        for ids in self.links.values():
            yield from ids


def surroundings(chains: Mapping[str, Chain]) -> dict[str, Surroundings]:
    """Return the surroundings of every link of every chain, in the order in which the chain lists its nodes."""
    links = {}
    for chain in chains.values():
        for node in chain.nodes:
            before = {link.from_ for link in chain.links if link.to == node.id}
            after = {link.to for link in chain.links if link.from_ == node.id}
            links[chain.reference(node)] = Surroundings(
                tuple(chain.reference(neighbour) for neighbour in chain.nodes if neighbour.id in before),
                tuple(chain.reference(neighbour) for neighbour in chain.nodes if neighbour.id in after),
            )
    return links


def neighbours(index: Index, project: ProjectSummary, around: Surroundings | None) -> Neighbours:
    """Return the neighbours of a project.

    Related are first those at the same link, then next to it, in the same park and sector, in the sector, in the park;
    among these those next in size. All of them are on offer.
    """
    links = [project.chain_node, *around.before, *around.after] if around and project.chain_node else []
    at_links = {link: tuple(index.similar(("link", link), project.id, LIMIT, offered=False)) for link in links}
    related: dict[str, tuple[str, ...]] = {}
    for group in _groups(project, links):
        # Each group offers its nearest three, whether or not they were found before.
        for id_ in index.similar(group, project.id, LIMIT, offered=True):
            if len(related) < LIMIT:
                related.setdefault(id_, tuple(_ties(project, index.projects[id_], around)))
        if len(related) == LIMIT:
            break
    return Neighbours(tuple(related.items()), at_links)


def _groups(project: ProjectSummary, links: Sequence[str]) -> Iterator[Group]:
    parks = project.place.all_parks
    yield from (("link", link) for link in links)
    yield from (("sector_of_park", (park, project.sector)) for park in parks)
    yield "sector", project.sector
    yield from (("park", park) for park in parks)


def _ties(project: ProjectSummary, other: ProjectSummary, around: Surroundings | None) -> Iterator[str]:
    """Yield the closest tie in the chain, else the sector, and then the park where both share it."""
    if other.chain_node and other.chain_node == project.chain_node:
        yield "same_link"
    elif around and other.chain_node in around.before:
        yield "before"
    elif around and other.chain_node in around.after:
        yield "after"
    elif other.sector == project.sector:
        yield "same_sector"
    if {*other.place.all_parks} & {*project.place.all_parks}:
        yield "same_park"
