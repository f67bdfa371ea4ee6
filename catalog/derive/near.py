"""Which projects are near to one: for a reader who would look at others like it."""

from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.trace.derived import derived


@derived
def near(catalog: Catalog, project: Project, most: int) -> tuple[Project, ...]:
    """Give projects of the same sector: those at the same link of a chain first, then those of the same kind."""
    others = (one for one in _of_sector(catalog, project.sector) if one.id != project.id)
    ranked = sorted(others, key=lambda one: (one.chain_node != project.chain_node, one.kind is not project.kind, one.id))
    return tuple(ranked[:most])


@derived
def _of_sector(catalog: Catalog, sector: str) -> tuple[Project, ...]:
    return _by_sector(catalog).get(sector, ())


@derived
def _by_sector(catalog: Catalog) -> dict[str, tuple[Project, ...]]:
    sectors: dict[str, list[Project]] = {}
    for one in catalog.projects.values():
        if not one.withdrawn:
            sectors.setdefault(one.sector, []).append(one)
    return {sector: tuple(projects) for sector, projects in sectors.items()}
