"""Orders of lists."""

from collections.abc import Iterable
from decimal import Decimal

from catalog.model.project import Project


def by_weight(projects: Iterable[Project]) -> list[Project]:
    """Sort by the editor's weight, then by investment, the largest first, then by id."""
    return sorted(
        projects, key=lambda one: (-one.featured, -(one.investment.amount if one.investment else Decimal(0)), one.id)
    )
