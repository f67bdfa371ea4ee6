"""A page of the catalogue, ready to be poured."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from catalog.value import Value
from catalog.views.context import Context
from catalog.views.one import OneOnly
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


Alone = Iterator[tuple[str, Callable[[], Iterator[Page]]]]
"""Pages of a kind, each by a name with what makes it by itself."""


class PageKind(Value):
    """A kind of page: the column whose frame it uses, and its pages in one language, each that of one record.

    ``pages`` goes through the records of ``kind``, of which the context may show it only one, and makes each page from
    ``context.at`` its address, which shows everything.
    """

    column: str
    pages: Callable[[Context], Iterator[Page]]
    kind: str

    def each(self, context: Context) -> Alone:
        """Give every page by itself."""
        for id_ in context.catalog.records[self.kind]:
            yield id_, partial(self._one, context, id_)

    def _one(self, context: Context, id_: str) -> Iterator[Page]:
        return self.pages(OneOnly.of(context, self.kind, id_))


class Numbered(Value):
    """A kind of page that stands for no record: which numbers there are, and the page of a number."""

    column: str
    numbers: Callable[[Context], Iterable[int]]
    page: Callable[[Context, int], Page]

    def pages(self, context: Context) -> Iterator[Page]:
        """Give all pages."""
        return (self.page(context, number) for number in self.numbers(context))

    def each(self, context: Context) -> Alone:
        """Give every page by itself."""
        for number in self.numbers(context):
            yield str(number), partial(self._one, context, number)

    def _one(self, context: Context, number: int) -> Iterator[Page]:
        yield self.page(context, number)
