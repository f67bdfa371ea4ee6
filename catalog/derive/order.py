"""Orders of lists."""

from collections.abc import Iterable
from decimal import Decimal

from catalog.derive.totals import amount_of
from catalog.model.project import Project
from catalog.model.site import Site

UNKNOWN = Decimal(-1)
"""Below every sum: a project that names none, or one that no rate converts, comes after those that do."""

Weight = tuple[int, Decimal, str]
Size = tuple[Decimal, str]


def weight(featured: int, amount: Decimal | None, id_: str) -> Weight:
    """Give what a project is sorted by: its weight, then its investment in yuan, the largest first, then its id."""
    return -featured, -(UNKNOWN if amount is None else amount), id_


def size(amount: Decimal | None, id_: str) -> Size:
    """Give what a project is sorted by where its size counts alone, the smallest first."""
    return UNKNOWN if amount is None else amount, id_


def by_weight(projects: Iterable[Project], site: Site) -> list[Project]:
    """Sort by weight as the list's script does."""
    return sorted(projects, key=lambda one: weight(one.featured, amount_of(one, site), one.id))
