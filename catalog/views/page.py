"""A page of the catalogue, ready to be poured."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from catalog.views.context import Context
from catalog.views.parts import RecordView


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, its frame (by column), its head, and what it shows."""

    address: str
    frame: str
    title: str
    description: str
    view: RecordView
    published: str
    source: str


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: the column whose frame it uses, and its pages in one language.

    Where each page is that of one record of ``kind``, pages are made one at a time: ``pages`` then goes through the
    records of a context that shows it only one, and makes the page from ``context.at`` its address, which shows it all.
    """

    column: str
    pages: Callable[[Context], Iterator[Page]]
    kind: str | None = None
