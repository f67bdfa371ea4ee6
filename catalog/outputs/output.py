"""What an output is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from catalog.languages import Language
from catalog.model.catalog import Catalog
from catalog.search.document import Document
from catalog.trace.noted import noted
from catalog.views.context import Context


@dataclass(frozen=True)
class Made:
    """What outputs are made from; pages stand by their path below the site's root."""

    catalog: Catalog
    day: date
    pages: Sequence[str]
    contexts: Sequence[Context] = ()
    """The outlook of each language, the first language first."""
    written: Mapping[Language, Sequence[Document]] = field(default_factory=dict)
    """What the hand-written pages of each language say."""


noted(Made, day="@day", pages="@pages")

Output = Callable[[Made], Iterator[tuple[str, str | bytes]]]
"""Gives files as (path below the site's root, text or bytes)."""
