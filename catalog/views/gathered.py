"""Projects gathered once by link, sector and park, so that a page asks for its own rather than go through them all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.derive.totals import published
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.views.order import by_weight

Group = Mapping[str, Sequence[Project]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The projects of a catalogue that are not withdrawn, in each group the weightiest first."""

    link: Group
    sector: Group
    park: Group
    sector_of_park: Mapping[tuple[str, str], Sequence[Project]]


_last: list[tuple[Catalog, Gathered]] = []
"""What was gathered last, with the catalogue that it was gathered from: a build asks thousands of times for one."""


def gathered(catalog: Catalog) -> Gathered:
    """Give the groups of a catalogue."""
    if not _last or _last[0][0] is not catalog:
        _last[:] = [(catalog, _gather(catalog))]
    return _last[0][1]


def _gather(catalog: Catalog) -> Gathered:
    link, sector, park = defaultdict(list), defaultdict(list), defaultdict(list)
    both = defaultdict(list)
    for project in by_weight(published(catalog)):
        sector[project.sector].append(project)
        if project.chain_node:
            link[project.chain_node].append(project)
        if project.place.park:
            park[project.place.park].append(project)
            both[project.place.park, project.sector].append(project)
    return Gathered(dict(link), dict(sector), dict(park), dict(both))
