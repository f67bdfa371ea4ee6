"""Related projects, each with the reason why an investor in the one may look at the other."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from catalog.derive.neighbours import Neighbours, neighbours
from catalog.derive.totals import on_offer
from catalog.model.project import Project
from catalog.trace.derived import derived
from catalog.views.context import Context
from catalog.views.gathered import gathered


class Related(NamedTuple):
    """A project and why it stands here."""

    project: Project
    reason: str


@derived
def related(context: Context, project: Project, most: int) -> tuple[Related, ...]:
    """Give those nearest first: at the same link, next to it, in the same park and sector, then of the sector."""
    found: dict[str, Related] = {}
    around = neighbours(context.catalog, project.chain_node) if project.chain_node else None
    for other in _candidates(context, project, around):
        if len(found) == most:
            break
        if other.id != project.id and other.id not in found and on_offer(other, context.day):
            found[other.id] = Related(other, context.words["separator"].join(_reasons(context, project, around, other)))
    return tuple(found.values())


def _candidates(context: Context, project: Project, around: Neighbours | None) -> Iterator[Project]:
    groups, place = gathered(context.catalog), project.place.park
    if around:
        links = (around.node, *around.before, *around.after)
        yield from chain.from_iterable(groups.link.get(f"{around.chain.id}/{node.id}", ()) for node in links)
    if place:
        yield from groups.sector_of_park.get((place, project.sector), ())
    yield from groups.sector.get(project.sector, ())
    if place:
        yield from groups.park.get(place, ())


def _reasons(context: Context, project: Project, around: Neighbours | None, other: Project) -> Iterator[str]:
    """Say the closest tie in the chain, else the sector, and then the park where both share it."""
    words = context.words
    if other.chain_node and other.chain_node == project.chain_node:
        yield words["project_same_link"]
    elif around and other.chain_node in _named(around, before=True):
        yield words["project_before"]
    elif around and other.chain_node in _named(around, before=False):
        yield words["project_after"]
    elif other.sector == project.sector:
        yield words["project_same_sector"]
    if other.place.park and other.place.park == project.place.park:
        yield words["project_same_park"]


def _named(around: Neighbours, *, before: bool) -> set[str]:
    return {f"{around.chain.id}/{node.id}" for node in (around.before if before else around.after)}
