"""The ids of projects divided over files: of thousands, a browser loads those that it needs."""

from catalog.derive.bundles import bundle, bundles
from catalog.derive.chunks import chunk_of
from catalog.memo import memoized
from catalog.model.catalog import Catalog

Member = tuple[str, str]
"""An id, perhaps a former one, and the id of today."""


@memoized
def members(catalog: Catalog, chunks: int, number: int) -> tuple[Member, ...]:
    """Give the ids that stand in one of so many files, former ones too, each with the project that it leads to."""
    return _divided(catalog, chunks)[number]


@memoized
def _divided(catalog: Catalog, chunks: int) -> tuple[tuple[Member, ...], ...]:
    found: list[list[Member]] = [[] for _ in range(chunks)]
    for part in bundles(catalog):
        for name, id_ in _names(catalog, part):
            found[chunk_of(name, chunks)].append((name, id_))
    return tuple(tuple(sorted(chunk)) for chunk in found)


@memoized
def _names(catalog: Catalog, part: int) -> tuple[Member, ...]:
    return tuple((name, one.id) for one in bundle(catalog, part) for name in (one.id, *one.formerly))
