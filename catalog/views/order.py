"""Orders of lists."""

from collections.abc import Iterable
from decimal import Decimal

from catalog.derive.totals import in_yuan
from catalog.model.project import Project
from catalog.model.site import Site

UNKNOWN = Decimal(-1)
"""Below every sum: a project that names none, or one that no rate converts, comes after those that do."""


def by_weight(projects: Iterable[Project], site: Site) -> list[Project]:
    """Sort by weight, then by investment in yuan, the largest first, then by id: as the list's script does."""

    def key(project: Project) -> tuple[int, Decimal, str]:
        amount = in_yuan(project.investment, site) if project.investment else None
        return -project.featured, -(UNKNOWN if amount is None else amount), project.id

    return sorted(projects, key=key)
