"""Projects gathered once by link, sector, park and desk, so that a page asks for its own and depends on them alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from catalog.derive.briefs import Brief, briefs
from catalog.derive.order import Size
from catalog.derive.totals import Total, land, summed
from catalog.memo import memoized
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.quantities import Area
from catalog.value import Value

Key = str | tuple[str, str]
Group = tuple[str, Key]
"""A sort of groups, and which of them."""


class Groups(Value):
    """Groups of one sort; who asks for one depends on that one alone."""

    catalog: Catalog
    sort: str

    def first(self, key: Key, most: int) -> Sequence[Project]:
        """Give the weightiest of a group; who asks does not depend on those that come after."""
        return [self.catalog.projects[id_] for id_ in _first(self.catalog, self.sort, key, most)]

    def count(self, key: Key) -> int:
        """Count the projects of a group."""
        return _count(self.catalog, self.sort, key)

    def total(self, key: Key) -> Total:
        """Count the projects of a group and add up their investments."""
        return _sum(self.catalog, self.sort, key)[0]

    def land(self, key: Key) -> Area:
        """Add up the land that the projects of a group offer."""
        return _sum(self.catalog, self.sort, key)[1]


class Gathered(Value):
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


@memoized
def parks_of_link(catalog: Catalog, reference: str) -> tuple[str, ...]:
    """Name the parks in which the projects of a link of a chain stand."""
    return _parks(catalog).get(reference, ())


@memoized
def _parks(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in briefs(catalog):
        if one.published and one.link and one.park:
            found[one.link].add(one.park)
    return {link: tuple(sorted(parks)) for link, parks in sorted(found.items())}


@memoized
def _group(catalog: Catalog, sort: str, key: Key) -> tuple[str, ...]:
    return _all(catalog).get((sort, key), ())


@memoized
def _first(catalog: Catalog, sort: str, key: Key, most: int) -> tuple[str, ...]:
    return _group(catalog, sort, key)[:most]


@memoized
def _count(catalog: Catalog, sort: str, key: Key) -> int:
    return len(_group(catalog, sort, key))


@memoized
def _sum(catalog: Catalog, sort: str, key: Key) -> tuple[Total, Area]:
    return _sums(catalog).get((sort, key), (summed(()), land(())))


@memoized
def sizes(catalog: Catalog, sort: str, key: Key) -> tuple[Size, ...]:
    """Give the investments and ids of a group, the smallest first."""
    return _by_size(catalog).get((sort, key), ())


@memoized
def _all(catalog: Catalog) -> dict[Group, tuple[str, ...]]:
    """Go through the projects once."""
    every = sorted(briefs(catalog), key=lambda one: one.weight)
    return {group: tuple(one.id for one in own) for group, own in _grouped(every).items()}


@memoized
def _by_size(catalog: Catalog) -> dict[Group, tuple[Size, ...]]:
    every = sorted(briefs(catalog), key=lambda one: one.size)
    return {group: tuple(one.size for one in own) for group, own in _grouped(every).items()}


@memoized
def _sums(catalog: Catalog) -> dict[Group, tuple[Total, Area]]:
    return {
        group: (summed(one.amount for one in own), land(one.land for one in own))
        for group, own in _grouped(briefs(catalog)).items()
    }


def _grouped(every: Iterable[Brief]) -> dict[Group, list[Brief]]:
    found: dict[Group, list[Brief]] = defaultdict(list)
    for one in every:
        for group in _groups(one) if one.published else ():
            found[group].append(one)
    return found


def _groups(one: Brief) -> Iterator[Group]:
    yield "sector", one.sector
    if one.link:
        yield "link", one.link
        yield "chain", one.link.partition("/")[0]
    if one.park:
        yield "park", one.park
        yield "sector_of_park", (one.park, one.sector)
    for desk in one.desks:
        yield "desk", desk
