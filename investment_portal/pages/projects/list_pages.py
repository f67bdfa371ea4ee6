"""Further pages of a long list of projects, for readers without scripts."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Jump, RecordView, Section
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.page_kind import NumberedKind, Page
from investment_portal.pages.projects.groups import ListExcerpt, count, groups, list_excerpt
from investment_portal.pages.projects.groups import pages as ways
from investment_portal.pages.provenance import crumbs


def numbers(data: Dataset) -> range:
    """Return the numbers of the pages after the first."""
    return range(2, count(data) + 1)


def page(context: Context, number: int, excerpt: ListExcerpt) -> Page:
    """Return a page."""
    words, page_context = context.words, context
    title = words("project_list_page_title", name=words["column_projects"], number=number)
    way = Section(
        "pages", words["project_list_pages"], [Jump(words["project_list_pages"], ways(page_context, excerpt.pages))]
    )
    view = RecordView(
        kind="projects_page",
        title=title,
        lead=words["project_list_page_lead"],
        crumbs=crumbs(page_context, "project"),
        badges=[],
        sections=[*groups(page_context, excerpt), way],
    )
    return Page(
        page_context.address, "projects/page", title, words["project_list_page_lead"], view, published="", source=""
    )


KIND = NumberedKind("projects/page", numbers, page, list_excerpt)
