"""Projects gathered once by link, sector, park and desk, so that a page asks for its own and depends on them alone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.derive.totals import Total, land_total, published, total
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.quantities import Area
from catalog.trace.derived import derived
from catalog.views.order import by_weight

Key = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of one sort; who asks for one depends on that one alone."""

    catalog: Catalog
    sort: str

    def get(self, key: Key, default: Sequence[Project] = ()) -> Sequence[Project]:
        """Give the projects of a group, the weightiest first."""
        return _group(self.catalog, self.sort, key) or default

    def first(self, key: Key, most: int) -> Sequence[Project]:
        """Give the weightiest of a group; who asks does not depend on those that come after."""
        return _first(self.catalog, self.sort, key, most)

    def total(self, key: Key) -> Total:
        """Count the projects of a group and add up their investments."""
        return _total(self.catalog, self.sort, key)

    def land(self, key: Key) -> Area:
        """Add up the land that the projects of a group offer."""
        return _land(self.catalog, self.sort, key)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The projects of a catalogue that are not withdrawn, in each group the weightiest first."""

    chain: Groups
    link: Groups
    sector: Groups
    park: Groups
    sector_of_park: Groups
    desk: Groups


def gathered(catalog: Catalog) -> Gathered:
    """Give the groups of a catalogue."""
    return Gathered(*(Groups(catalog, sort) for sort in ("chain", "link", "sector", "park", "sector_of_park", "desk")))


@derived
def _group(catalog: Catalog, sort: str, key: Key) -> tuple[Project, ...]:
    return _all(catalog).get((sort, key), ())


@derived
def _first(catalog: Catalog, sort: str, key: Key, most: int) -> tuple[Project, ...]:
    return _group(catalog, sort, key)[:most]


@derived
def _total(catalog: Catalog, sort: str, key: Key) -> Total:
    return total(_group(catalog, sort, key), catalog.site)


@derived
def _land(catalog: Catalog, sort: str, key: Key) -> Area:
    return land_total(_group(catalog, sort, key))


@derived
def _all(catalog: Catalog) -> dict[tuple[str, Key], tuple[Project, ...]]:
    """Go through the projects once."""
    found: dict[tuple[str, Key], list[Project]] = defaultdict(list)
    for project in by_weight(published(catalog), catalog.site):
        sector, link, park = project.sector, project.chain_node, project.place.park
        found["sector", sector].append(project)
        if link:
            found["link", link].append(project)
            found["chain", link.partition("/")[0]].append(project)
        if park:
            found["park", park].append(project)
            found["sector_of_park", (park, sector)].append(project)
        for desk in dict.fromkeys(project.contacts):
            found["desk", desk].append(project)
    return {group: tuple(projects) for group, projects in found.items()}
