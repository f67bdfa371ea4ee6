"""Projects of about the size of another: who looks at one of 200 million yuan seldom wants one of twenty billion."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from catalog.derive.gathered import Group, sizes
from catalog.derive.order import Size, size
from catalog.derive.totals import amount_of, on_offer
from catalog.model.catalog import Catalog
from catalog.model.project import Project


def near(catalog: Catalog, group: Group, project: Project, most: int, offered_on: date | None) -> tuple[Project, ...]:
    """Give those of a group that come next in size, larger and smaller in turn; if a day is named, those on offer then.

    Each project is next to a few others alone: one that changes leads to few pages, however large the group.
    """
    found: list[Project] = []
    own = size(amount_of(project, catalog.site), project.id)
    for id_ in _outwards(sizes(catalog, *group), own):
        if len(found) == most:
            break
        other = catalog.projects[id_]
        if offered_on is None or on_offer(other, offered_on):
            found.append(other)
    return tuple(found)


def _outwards(sized: Sequence[Size], own: Size) -> Iterator[str]:
    above = bisect_left(sized, own)
    below = above - 1
    above += own in sized[above : above + 1]
    while above < len(sized) or below >= 0:
        if above < len(sized):
            yield sized[above][1]
        if below >= 0:
            yield sized[below][1]
        above, below = above + 1, below - 1
