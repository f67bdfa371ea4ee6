"""What an output is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from catalog.languages import Language
from catalog.model.catalog import Catalog
from catalog.search.document import Document
from catalog.views.context import Context
from investment_portal.domain.dataset import Dataset


@dataclass(frozen=True)
class Made:
    """What outputs are made from; pages stand by their path below the site's root."""

    data: Dataset
    pages: Sequence[str]
    contexts: Mapping[Language, Context] = field(default_factory=dict)
    """The outlook of each language, the first language first."""
    written: Mapping[Language, Sequence[Document]] = field(default_factory=dict)
    """What the hand-written pages of each language say."""

    @property
    def catalog(self) -> Catalog:
        """All records but projects."""
        return self.data.catalog

    @property
    def day(self) -> date:
        """The day of the build."""
        return self.data.day


Files = Iterator[tuple[str, str | bytes]] | Iterator[tuple[str, str]]
"""Files as (path below the site's root, text or bytes)."""

Output = Callable[[Made], Files]
"""Gives files that are made together."""


class Divided(NamedTuple):
    """An output that is made part by part: a change makes the part anew that it is in."""

    parts: Callable[[Made], Iterable[tuple[str | int, ...]]]
    """Names the parts; what a name says is handed to ``make``."""
    make: Callable[..., Files]
    """Gives the files of a part."""
