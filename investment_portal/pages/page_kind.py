"""Kinds of record pages, and a page ready to be rendered."""

from collections.abc import Callable, Iterable
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.parts import RecordView
from investment_portal.models.catalog import Catalog
from investment_portal.pages.dataset import Dataset
from investment_portal.value import Value


class Page(Value):
    """One page: its address, its frame (by column), its head, and what it shows."""

    address: str
    layout: str
    title: str
    description: str
    view: RecordView
    published: str
    source: str


def no_excerpt(_data: Dataset, _record: Any) -> None:
    """Return None: the page shows no projects."""


class PageKind(Value):
    """A kind of page: the kind of record it is for, the column whose layout it uses, and the page of a record.

    ``page`` gets the context, the record, and what ``excerpt`` returns for it.
    """

    column: str
    page: Callable[[Context, Any, Any], Page]
    kind: str
    excerpt: Callable[[Dataset, Any], Any] = no_excerpt

    def address(self, name: str) -> str:
        """Return the address of a record's page, below the root of its language."""
        return f"{self.column}/{name}/"

    def record(self, catalog: Catalog, name: str) -> Any:
        """Return the record of a page."""
        return catalog.records[self.kind][name]


class NumberedKind(Value):
    """A kind of page that stands for no record: which numbers there are, and the page of a number."""

    column: str
    numbers: Callable[[Dataset], Iterable[int]]
    page: Callable[[Context, int, Any], Page]
    excerpt: Callable[[Dataset, int], Any]

    def address(self, name: str) -> str:
        """Return the address of a page, below the root of its language."""
        return f"{self.column}/{name}/"

    def record(self, _catalog: Catalog, name: str) -> int:
        """Return the number of a page."""
        return int(name)
