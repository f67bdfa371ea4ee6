"""Projects on offer, and those that name a policy: found in one pass, so that a page depends on its own alone."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from catalog.derive.briefs import Brief, briefs
from catalog.derive.totals import Total, summed
from catalog.memo import memoized
from catalog.model.catalog import Catalog
from catalog.model.project import Project


@memoized
def offered(catalog: Catalog, day: date, most: int) -> tuple[Project, ...]:
    """Give the weightiest projects that seek an investor on a day."""
    found = sorted(_offered(catalog, day), key=lambda one: one.weight)[:most]
    return tuple(catalog.projects[one.id] for one in found)


@memoized
def offered_total(catalog: Catalog, day: date) -> Total:
    """Count what is on offer, and add it up."""
    return _total(_offered(catalog, day))


@memoized
def published_total(catalog: Catalog) -> Total:
    """Count all projects that are not withdrawn, and add them up."""
    return _total(one for one in briefs(catalog) if one.published)


@memoized
def published_count(catalog: Catalog) -> int:
    """Count all projects that are not withdrawn."""
    return published_total(catalog).projects


@memoized
def offered_in(catalog: Catalog, day: date, sector: str) -> Total:
    """Count what a sector has on offer, and add it up."""
    return _offered_by_sector(catalog, day).get(sector, summed(()))


@memoized
def naming(catalog: Catalog, day: date, policy: str, most: int) -> tuple[int, tuple[Project, ...]]:
    """Count the projects on offer that name a policy, and give the weightiest of them."""
    ids = _by_policy(catalog, day).get(policy, ())
    return len(ids), tuple(catalog.projects[id_] for id_ in ids[:most])


@memoized
def offered_count(catalog: Catalog, day: date, sector: str) -> int:
    """Count what a sector has on offer."""
    return offered_in(catalog, day, sector).projects


@memoized
def open_ones(catalog: Catalog, day: date) -> tuple[bool, ...]:
    """Say of each project, in the order of all, whether it is on offer."""
    return tuple(one.on_offer(day) for one in briefs(catalog))


@memoized
def _offered_by_sector(catalog: Catalog, day: date) -> dict[str, Total]:
    found: dict[str, list[Brief]] = defaultdict(list)
    for one in _offered(catalog, day):
        found[one.sector].append(one)
    return {sector: _total(own) for sector, own in found.items()}


@memoized
def _by_policy(catalog: Catalog, day: date) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in sorted(_offered(catalog, day), key=lambda one: one.weight):
        for policy in one.policies:
            found[policy].append(one.id)
    return {policy: tuple(ids) for policy, ids in found.items()}


def _offered(catalog: Catalog, day: date) -> Iterable[Brief]:
    return (one for one in briefs(catalog) if one.on_offer(day))


def _total(chosen: Iterable[Brief]) -> Total:
    return summed(one.amount for one in chosen)
