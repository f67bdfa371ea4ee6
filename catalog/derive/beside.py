"""What stands beside a project: related ones with what ties them to it, and a few at its link and next to it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from catalog.derive.gathered import Key
from catalog.derive.near import near
from catalog.derive.neighbours import Neighbours, neighbours
from catalog.memo import memoized
from catalog.model.catalog import Catalog
from catalog.model.project import Project

MOST = 3


class Related(NamedTuple):
    """A project and what ties it to another: ``same_link``, ``before``, ``after``, ``same_sector``, ``same_park``."""

    project: Project
    ties: tuple[str, ...]


class Beside(NamedTuple):
    """What stands beside a project; ``links`` are those at each link around it, by ``CHAIN/NODE``."""

    related: tuple[Related, ...]
    links: Mapping[str, tuple[Project, ...]]


@memoized
def beside(catalog: Catalog, project: Project, day: date) -> Beside:
    """Give what stands beside a project on a day: one answer for both languages and all that its page shows."""
    around = neighbours(catalog, project.chain_node) if project.chain_node else None
    return Beside(_related(catalog, project, around, day), _links(catalog, project, around))


def _links(catalog: Catalog, project: Project, around: Neighbours | None) -> dict[str, tuple[Project, ...]]:
    return {link: near(catalog, ("link", link), project, MOST, None) for link in _around(around)}


def _related(catalog: Catalog, project: Project, around: Neighbours | None, day: date) -> tuple[Related, ...]:
    """Give those nearest first: at the same link, next to it, in the same park and sector, then of the sector.

    Of those that are equally near, those next in size come first; all are on offer.
    """
    found: dict[str, Related] = {}
    for group in _groups(project, around):
        for other in near(catalog, group, project, MOST, day):
            if len(found) == MOST:
                return tuple(found.values())
            found.setdefault(other.id, Related(other, tuple(_ties(project, around, other))))
    return tuple(found.values())


def _groups(project: Project, around: Neighbours | None) -> Iterator[tuple[str, Key]]:
    place = project.place.park
    yield from (("link", link) for link in _around(around))
    if place:
        yield "sector_of_park", (place, project.sector)
    yield "sector", project.sector
    if place:
        yield "park", place


def _ties(project: Project, around: Neighbours | None, other: Project) -> Iterator[str]:
    """Name the closest tie in the chain, else the sector, and then the park where both share it."""
    if other.chain_node and other.chain_node == project.chain_node:
        yield "same_link"
    elif around and other.chain_node in _named(around, before=True):
        yield "before"
    elif around and other.chain_node in _named(around, before=False):
        yield "after"
    elif other.sector == project.sector:
        yield "same_sector"
    if other.place.park and other.place.park == project.place.park:
        yield "same_park"


def _around(around: Neighbours | None) -> Iterator[str]:
    if around:
        yield from (around.chain.reference(node) for node in (around.node, *around.before, *around.after))


def _named(around: Neighbours, *, before: bool) -> set[str]:
    return {around.chain.reference(node) for node in (around.before if before else around.after)}
