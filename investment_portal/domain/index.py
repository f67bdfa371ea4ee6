"""The index: groups, totals and orders of all projects, from one pass over their summaries."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import islice, zip_longest

from investment_portal.domain.land import ready_land, reserved_land
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import Total, land, summed
from investment_portal.models.quantities import AreaRange
from investment_portal.models.site import Site

UNKNOWN = Decimal(-1)
"""Sorts below every sum: a project without an investment that can be converted comes after those that have one."""

Group = tuple[str, str | tuple[str, str]]
"""A sort of groups (sector, other_sector, chain, link, park, sector_of_park, contact) and which of them.

A project counts in one sector, its first, so that the totals of all sectors add up; the others only name it.
"""

CLOSED = "closed"
"""The last group of the list: projects that no longer seek an investor."""


class Index:
    """Groups, totals and orders of the projects of a portal on a day; withdrawn projects are in no group.

    ``day`` may be any day since the last one on which a project's offer ended.
    """

    def __init__(self, projects: Mapping[str, ProjectSummary], site: Site, sectors: Sequence[str], day: date) -> None:
        """Sort the projects, given by id in the order of their ids, once by weight and once by size."""
        self.projects, self.day = projects, day
        self.bounds = {id_: project.bounds(site) for id_, project in projects.items()}
        self.amounts = {id_: project.low if project else None for id_, project in self.bounds.items()}
        self.offered = frozenset(id_ for id_, project in projects.items() if project.available(day))
        self.by_weight = sorted(projects, key=self.weight)
        groups = {id_: tuple(_groups(project)) for id_, project in projects.items()}
        self.groups: dict[Group, list[str]] = defaultdict(list)
        for id_ in self.by_weight:
            for group in groups[id_]:
                self.groups[group].append(id_)
        self.sizes: dict[Group, list[tuple[Decimal, str]]] = defaultdict(list)
        for size in sorted(map(self.size, projects)):
            for group in groups[size[1]]:
                self.sizes[group].append(size)
        self._sectors = sectors
        self._named: dict[str, list[str]] | None = None

    def weight(self, id_: str) -> tuple[int, Decimal, str]:
        """Return the sort key of lists: the editor's weight, then the investment, largest first, then the id."""
        amount = self.amounts[id_]
        return -self.projects[id_].featured, -(UNKNOWN if amount is None else amount), id_

    def size(self, id_: str) -> tuple[Decimal, str]:
        """Return the sort key by size alone, smallest first."""
        amount = self.amounts[id_]
        return UNKNOWN if amount is None else amount, id_

    def first(self, group: Group, limit: int) -> tuple[ProjectSummary, ...]:
        """Return the weightiest projects of a group."""
        return tuple(self.projects[id_] for id_ in self.groups.get(group, ())[:limit])

    def count(self, group: Group) -> int:
        """Return the number of projects of a group."""
        return len(self.groups.get(group, ()))

    def total(self, group: Group) -> Total:
        """Return the number of projects of a group and their investment."""
        return self._total(self.groups.get(group, ()))

    def land(self, group: Group) -> AreaRange:
        """Return the ready plots of the projects of a group that are on offer; reserved land is never added to them."""
        ids = (id_ for id_ in self.groups.get(group, ()) if id_ in self.offered)
        return land(ready_land(self.projects[id_]) for id_ in ids)

    def reserved(self, group: Group) -> AreaRange:
        """Return the land that is reserved for the projects of a group that are on offer."""
        ids = (id_ for id_ in self.groups.get(group, ()) if id_ in self.offered)
        return land(reserved_land(self.projects[id_]) for id_ in ids)

    def parks_of_link(self, reference: str) -> tuple[str, ...]:
        """Return the ids of the parks of the projects at a link of a chain."""
        members = (self.projects[id_] for id_ in self.groups.get(("link", reference), ()))
        return tuple(sorted({park for project in members for park in project.place.all_parks}))

    def total_of(self, ids: Sequence[str]) -> Total:
        """Return the number and the investment of some projects, withdrawn ones among them."""
        return self._total(ids)

    def offered_total(self) -> Total:
        """Return the number and the investment of the projects on offer."""
        return self._total(id_ for id_ in self.projects if id_ in self.offered)

    def offered_in(self, sector: str) -> Total:
        """Return the number and the investment of the projects of a sector that are on offer."""
        return self._total(id_ for id_ in self.groups.get(("sector", sector), ()) if id_ in self.offered)

    def published_total(self) -> Total:
        """Return the number and the investment of all projects that are not withdrawn."""
        return self._total(id_ for id_, project in self.projects.items() if not project.withdrawn)

    def offered_first(self, limit: int) -> tuple[ProjectSummary, ...]:
        """Return the weightiest projects on offer."""
        offered = (id_ for id_ in self.by_weight if id_ in self.offered)
        return tuple(self.projects[id_] for id_, _ in zip(offered, range(limit), strict=False))

    def naming(self, policy: str, limit: int) -> tuple[int, tuple[ProjectSummary, ...]]:
        """Return the number of projects on offer that name a policy, and the weightiest of them."""
        if self._named is None:
            self._named = defaultdict(list)
            for id_ in self.by_weight:
                for named in dict.fromkeys(self.projects[id_].policies) if id_ in self.offered else ():
                    self._named[named].append(id_)
        ids = self._named.get(policy, ())
        return len(ids), tuple(self.projects[id_] for id_ in ids[:limit])

    @cached_property
    def in_order(self) -> list[tuple[str, str]]:
        """Return each project as (group, id): by sector in the order of the settings, then those no longer on offer."""
        open_: dict[str, list[str]] = defaultdict(list)
        closed: list[str] = []
        for id_ in self.by_weight:
            (open_[self.projects[id_].sector] if id_ in self.offered else closed).append(id_)
        grouped = [(sector, id_) for sector in self._sectors for id_ in open_[sector]]
        return [*grouped, *((CLOSED, id_) for id_ in closed)]

    def similar(self, group: Group, id_: str, limit: int, *, offered: bool) -> list[str]:
        """Return the projects of a group next in size to another project, larger and smaller in turn.

        With ``offered`` only those on offer. A project is next to a few others: one changed project changes few pages.
        """
        sizes = self.sizes.get(group, ())
        size = self.size(id_)
        above = bisect_left(sizes, size)
        larger: Iterable[str] = (other for _, other in islice(sizes, above, None) if other != id_)
        smaller: Iterable[str] = (sizes[at][1] for at in range(above - 1, -1, -1))
        if offered:
            # Projects that are not on offer are left out before the turns: they change no page but their own.
            larger, smaller = (filter(self.offered.__contains__, ids) for ids in (larger, smaller))
        turns = (other for pair in zip_longest(larger, smaller) for other in pair if other is not None)
        return list(islice(turns, limit))

    def _total(self, ids: Iterator[str] | Sequence[str]) -> Total:
        return summed(self.bounds[id_] for id_ in ids)


def _groups(project: ProjectSummary) -> Iterator[Group]:
    if project.withdrawn:
        return
    yield "sector", project.sector
    for sector in dict.fromkeys(project.other_sectors):
        yield "other_sector", sector
    if project.chain_node:
        yield "link", project.chain_node
        yield "chain", project.chain_node.partition("/")[0]
    for park in project.place.all_parks:
        yield "park", park
        yield "sector_of_park", (park, project.sector)
    for contact in dict.fromkeys(project.contacts):
        yield "contact", contact
