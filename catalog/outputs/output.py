"""What an output is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from catalog.model.catalog import Catalog
from catalog.views.context import Context


@dataclass(frozen=True, slots=True)
class Made:
    """What outputs are made from: the catalogue, the day, and every page by its path below the site's root."""

    catalog: Catalog
    day: date
    pages: Sequence[str]
    contexts: Sequence[Context] = ()
    """The outlook of each language, the first language first."""


Output = Callable[[Made], Iterator[tuple[str, str]]]
"""Gives files as (path below the site's root, text)."""
