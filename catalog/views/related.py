"""Related projects, each with the reason why an investor in the one may look at the other."""

from collections.abc import Iterator
from typing import NamedTuple

from catalog.derive.neighbours import Neighbours, neighbours
from catalog.model.project import Project
from catalog.trace.derived import derived
from catalog.views.context import Context
from catalog.views.gathered import Key
from catalog.views.near import near


class Related(NamedTuple):
    """A project and why it stands here."""

    project: Project
    reason: str


@derived
def related(context: Context, project: Project, most: int) -> tuple[Related, ...]:
    """Give those nearest first: at the same link, next to it, in the same park and sector, then of the sector.

    Of those that are equally near, those next in size come first.
    """
    found: dict[str, Related] = {}
    around = neighbours(context.catalog, project.chain_node) if project.chain_node else None
    for other in _candidates(context, project, around, most):
        if len(found) == most:
            break
        if other.id not in found:
            found[other.id] = Related(other, context.words["separator"].join(_reasons(context, project, around, other)))
    return tuple(found.values())


def _candidates(context: Context, project: Project, around: Neighbours | None, most: int) -> Iterator[Project]:
    for sort, key in _groups(project, around):
        yield from near(context.catalog, sort, key, project, most, context.day)


def _groups(project: Project, around: Neighbours | None) -> Iterator[tuple[str, Key]]:
    place = project.place.park
    if around:
        for node in (around.node, *around.before, *around.after):
            yield "link", f"{around.chain.id}/{node.id}"
    if place:
        yield "sector_of_park", (place, project.sector)
    yield "sector", project.sector
    if place:
        yield "park", place


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
