"""Projects in bundles of a few: what is kept of thousands is kept by the bundle, and a change costs one bundle."""

from collections.abc import Iterator
from itertools import islice

from catalog.model.catalog import Catalog
from catalog.model.project import Project

BUNDLE = 32


def bundles(catalog: Catalog) -> range:
    """Give the number of every bundle."""
    return range(-(-len(catalog.projects) // BUNDLE))


def bundle(catalog: Catalog, number: int) -> Iterator[Project]:
    """Give the projects of a bundle, in the order of all."""
    return islice(catalog.projects.values(), number * BUNDLE, (number + 1) * BUNDLE)
