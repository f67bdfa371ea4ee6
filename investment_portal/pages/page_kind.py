"""Kinds of record pages, and a page ready to be rendered."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.parts import RecordView
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS
from investment_portal.pages.dataset import Dataset
from investment_portal.problems import did_you_mean
from investment_portal.refusals import RegistryError
from investment_portal.value import Value


class Page(Value):
    """One page: address, layout (by column), head and content."""

    address: str
    layout: str
    title: str
    description: str
    view: RecordView
    published: str
    source: str
    distinction: Sequence[str] = ()
    """Facts that tell the page from others in a list of search results: place, sum."""
    declared: Mapping[str, Any] | None = None
    """The record as schema.org describes it."""

    @property
    def head_title(self) -> str:
        """The title with what distinguishes it, for browsers, search engines and messengers."""
        return " · ".join([self.title, *self.distinction])


REGISTRY, PAGES = "investment_portal/models/kinds.py", "investment_portal/pages/registry.py"


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
    """A kind of page without a record: the numbers of its pages, and the page of a number."""

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


def registered(*kinds: PageKind | NumberedKind, besides: Collection[str] = ()) -> tuple[PageKind | NumberedKind, ...]:
    """Return the kinds of pages; refuse one whose addresses would differ from those that links have, or two at once.

    Refuse as well a kind of record that should have pages and has none; ``besides`` are columns of other pages.
    """
    columns: set[str] = set()
    for kind in kinds:
        if kind.column in columns:
            raise RegistryError(
                Sentence(
                    f"两类页面的栏目都是“{kind.column}”。每个栏目只登记一类。",
                    f"Two kinds of pages have the column “{kind.column}”. Register one for each column.",
                )
            )
        columns.add(kind.column)
        if isinstance(kind, PageKind):
            _check_column(kind)
    for record in KINDS.values():
        if record.has_pages and record.column not in {*columns, *besides}:
            raise RegistryError(
                Sentence(
                    f"“{record.name}”这类记录的栏目“{record.column}”没有页面，链接会没有目标。"
                    f"请在 {PAGES} 登记它的页面，或在 {REGISTRY} 里去掉栏目。",
                    f"The kind of record “{record.name}” has the column “{record.column}” but no pages: links would "
                    f"lead to nothing. Register its pages in {PAGES}, or take the column away in {REGISTRY}.",
                )
            )
    return kinds


def _check_column(kind: PageKind) -> None:
    """Refuse a kind of page whose kind of record has another column, or none."""
    record = KINDS.get(kind.kind)
    if record is None:
        hint = did_you_mean(kind.kind, KINDS)
        raise RegistryError(
            Sentence(
                f"栏目“{kind.column}”的页面属于“{kind.kind}”，没有这一类记录；各类见 {REGISTRY}。{hint.zh}",
                f"The pages of the column “{kind.column}” are for “{kind.kind}”, which is no kind of record. "
                f"The kinds stand in {REGISTRY}. {hint.en}".strip(),
            )
        )
    if record.listed_only:
        raise RegistryError(
            Sentence(
                f"栏目“{kind.column}”登记了“{kind.kind}”的页面，而这类记录写明只在栏目列表里显示（listed_only）。"
                f"请在 {REGISTRY} 里去掉它。",
                f"The column “{kind.column}” has pages for “{kind.kind}”, which stands on the list of its column only "
                f"(listed_only). Take that away in {REGISTRY}.",
            )
        )
    if record.column != kind.column:
        has = Sentence(f"栏目是“{record.column}”", f"has the column “{record.column}”")
        has = has if record.column else Sentence("没有栏目", "has no column")
        raise RegistryError(
            Sentence(
                f"页面的栏目是“{kind.column}”，而这类记录“{kind.kind}”{has.zh}，链接会没有目标。"
                f"请在 {REGISTRY} 里给“{kind.kind}”写上栏目“{kind.column}”。",
                f"The pages have the column “{kind.column}”, but the kind of record “{kind.kind}” {has.en}: links "
                f"would lead to nothing. Give “{kind.kind}” the column “{kind.column}” in {REGISTRY}.",
            )
        )
