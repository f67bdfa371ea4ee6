"""Further pages of a long list of projects, for readers without scripts: the first one is written by hand."""

from collections.abc import Iterator

from catalog.views.context import Context
from catalog.views.listing.divided import address, divided, groups
from catalog.views.listing.divided import pages as ways
from catalog.views.page import Page, PageKind
from catalog.views.parts import Jump, RecordView, Section
from catalog.views.provenance import crumbs


def pages(context: Context) -> Iterator[Page]:
    """Give the pages after the first."""
    words = context.words
    for number, rows in enumerate(divided(context)[1:], 2):
        here = context.at(address(number))
        title = words("list_page_title", name=words["column_projects"], number=number)
        way = Section("pages", words["list_pages"], [Jump(words["list_pages"], ways(here))])
        view = RecordView(
            title=title,
            lead=words["list_page_lead"],
            crumbs=crumbs(here, "project"),
            badges=[],
            sections=[*groups(here, rows), way],
        )
        yield Page(here.address, "projects/page", title, words["list_page_lead"], view, published="", source="")


KIND = PageKind("projects/page", pages)
