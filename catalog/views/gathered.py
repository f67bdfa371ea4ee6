"""Projects gathered once by link, sector and park, so that a page asks for its own rather than go through them all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.derive.totals import published
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.views.order import by_weight
from catalog.views.remembered import Remembered

Group = Mapping[str, Sequence[Project]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The projects of a catalogue that are not withdrawn, in each group the weightiest first."""

    link: Group
    sector: Group
    park: Group
    sector_of_park: Mapping[tuple[str, str], Sequence[Project]]


_KEPT: Remembered[Gathered] = Remembered()


def gathered(catalog: Catalog) -> Gathered:
    """Give the groups of a catalogue."""
    return _KEPT.get(catalog, None, lambda: _gather(catalog))


def _gather(catalog: Catalog) -> Gathered:
    link, sector, park = defaultdict(list), defaultdict(list), defaultdict(list)
    both = defaultdict(list)
    for project in by_weight(published(catalog), catalog.site):
        sector[project.sector].append(project)
        if project.chain_node:
            link[project.chain_node].append(project)
        if project.place.park:
            park[project.place.park].append(project)
            both[project.place.park, project.sector].append(project)
    return Gathered(dict(link), dict(sector), dict(park), dict(both))
