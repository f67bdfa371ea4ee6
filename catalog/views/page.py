"""A page of the catalogue, ready to be poured."""

from collections.abc import Callable, Iterable
from typing import Any

from catalog.value import Value
from catalog.views.context import Context
from catalog.views.parts import RecordView


class Page(Value):
    """One page: its address, its frame (by column), its head, and what it shows."""

    address: str
    frame: str
    title: str
    description: str
    view: RecordView
    published: str
    source: str


class PageKind(Value):
    """A kind of page: the kind of record it is for, the column whose layout it uses, and the page of a record."""

    column: str
    page: Callable[[Context, Any], Page]
    kind: str

    def names(self, context: Context) -> Iterable[str]:
        """Return the id of each record that has such a page."""
        return context.catalog.records[self.kind]

    def address_of(self, context: Context, name: str) -> str:
        """Return the address of a record's page."""
        return context.record_address(self.kind, name)

    def page_of(self, context: Context, name: str) -> Page:
        """Return the page of a record."""
        record = context.catalog.records[self.kind][name]
        return self.page(context.at(context.record_address(self.kind, name)), record)


class NumberedKind(Value):
    """A kind of page that stands for no record: which numbers there are, and the page of a number."""

    column: str
    numbers: Callable[[Context], Iterable[int]]
    page: Callable[[Context, int], Page]

    def names(self, context: Context) -> Iterable[str]:
        """Return the numbers."""
        return map(str, self.numbers(context))

    def address_of(self, _context: Context, name: str) -> str:
        """Return the address of a number's page."""
        return f"{self.column}/{name}/"

    def page_of(self, context: Context, name: str) -> Page:
        """Return the page of a number."""
        return self.page(context, int(name))
