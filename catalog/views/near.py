"""Projects of about the size of another: who looks at one of 200 million yuan seldom wants one of twenty billion."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from catalog.derive.totals import in_yuan, on_offer
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.model.site import Site
from catalog.trace.derived import derived
from catalog.views.gathered import Key, gathered
from catalog.views.order import UNKNOWN

Size = tuple[Decimal, str]


@derived
def near(  # noqa: PLR0913, PLR0917 - what a derived answer is about stands in order
    catalog: Catalog, sort: str, key: Key, project: Project, most: int, offered_on: date | None
) -> tuple[Project, ...]:
    """Give those of a group that come next in size, larger and smaller in turn; if a day is named, those on offer then.

    Each project is next to a few others alone: one that changes leads to few pages, however large the group.
    """
    found: list[Project] = []
    for other in _outwards(_by_size(catalog, sort, key), _size(project, catalog.site)):
        if len(found) == most:
            break
        if other.id != project.id and (offered_on is None or on_offer(other, offered_on)):
            found.append(other)
    return tuple(found)


@derived
def _by_size(catalog: Catalog, sort: str, key: Key) -> tuple[tuple[Size, Project], ...]:
    group = getattr(gathered(catalog), sort).get(key)
    return tuple(sorted(((_size(one, catalog.site), one) for one in group), key=lambda sized: sized[0]))


def _size(project: Project, site: Site) -> Size:
    amount = in_yuan(project.investment, site) if project.investment else None
    return UNKNOWN if amount is None else amount, project.id


def _outwards(sized: tuple[tuple[Size, Project], ...], size: Size) -> Iterator[Project]:
    above = bisect_left(sized, size, key=lambda one: one[0])
    below = above - 1
    while above < len(sized) or below >= 0:
        if above < len(sized):
            yield sized[above][1]
        if below >= 0:
            yield sized[below][1]
        above, below = above + 1, below - 1
