"""Projects on offer, and those that name a policy: found in one pass, so that a page depends on its own alone."""

from collections import defaultdict
from datetime import date

from catalog.derive.totals import Total, on_offer, published, total
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.trace.derived import derived


@derived
def offered(catalog: Catalog, day: date) -> tuple[Project, ...]:
    """Give the projects that seek an investor on a day."""
    return tuple(project for project in published(catalog) if on_offer(project, day))


@derived
def offered_total(catalog: Catalog, day: date) -> Total:
    """Count what is on offer, and add it up."""
    return total(offered(catalog, day), catalog.site)


@derived
def published_total(catalog: Catalog) -> Total:
    """Count all projects that are not withdrawn, and add them up."""
    return total(published(catalog), catalog.site)


@derived
def offered_in(catalog: Catalog, day: date, sector: str) -> Total:
    """Count what a sector has on offer, and add it up."""
    return total((project for project in offered(catalog, day) if project.sector == sector), catalog.site)


@derived
def naming(catalog: Catalog, day: date, policy: str) -> tuple[Project, ...]:
    """Give the projects on offer that name a policy, in the order of their ids."""
    return _by_policy(catalog, day).get(policy, ())


@derived
def _by_policy(catalog: Catalog, day: date) -> dict[str, tuple[Project, ...]]:
    found: dict[str, list[Project]] = defaultdict(list)
    for project in offered(catalog, day):
        for policy in dict.fromkeys(project.policies):
            found[policy].append(project)
    return {policy: tuple(projects) for policy, projects in found.items()}
