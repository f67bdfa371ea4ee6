"""What an output is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from catalog.model.catalog import Catalog
from catalog.trace.noted import noted
from catalog.views.context import Context


@dataclass(frozen=True)
class Made:
    """What outputs are made from: the catalogue, the day, and every page by its path below the site's root."""

    catalog: Catalog
    day: date
    pages: Sequence[str]
    contexts: Sequence[Context] = ()
    """The outlook on the catalogue in each language."""


noted(Made, day="@day", pages="@pages")

Output = Callable[[Made], Iterator[tuple[str, str | bytes]]]
"""Gives files as (path below the site's root, text or bytes)."""
