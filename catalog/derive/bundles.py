"""Projects in bundles of a few: what is kept of thousands is kept by the bundle, and a change costs one bundle."""

from catalog.derive.chunks import pieces_of
from catalog.memo import memoized
from catalog.model.catalog import Catalog
from catalog.model.project import Project

BUNDLE = 32


def bundles(catalog: Catalog) -> range:
    """Give the number of every bundle."""
    return range(pieces_of(len(catalog.projects), BUNDLE))


def bundle(catalog: Catalog, number: int) -> tuple[Project, ...]:
    """Give the projects of a bundle, in the order of all."""
    return _all(catalog)[number * BUNDLE : (number + 1) * BUNDLE]


@memoized
def _all(catalog: Catalog) -> tuple[Project, ...]:
    return tuple(catalog.projects.values())
