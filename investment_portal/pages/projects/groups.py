"""The list of projects divided by sector, and the projects of a sector, park or contact on its page."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from investment_portal.components.cards import project_card
from investment_portal.components.context import Context
from investment_portal.components.parts import Cards, Folded, Jump, Link, Part, Section
from investment_portal.components.sections import cards_and_more
from investment_portal.domain.index import CLOSED
from investment_portal.domain.shards import pieces_of
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import Total
from investment_portal.formatting.values import show
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.pages.excerpts import GroupExcerpt

PER_PAGE = 200
"""Projects on a page: more would load slowly on a phone."""


class ListExcerpt(Excerpt):
    """A page of the list: its projects, each with its group; what each sector offers in all; the number of pages."""

    rows: Sequence[tuple[str, ProjectSummary]]
    totals: Mapping[str, Total]
    pages: int


def count(data: Dataset) -> int:
    """Return the number of pages of the list; an empty list is one page too."""
    return max(pieces_of(len(data.index.projects), PER_PAGE), 1)


def list_excerpt(data: Dataset, number: int) -> ListExcerpt:
    """Return the excerpt of a page of the list, the first page being 1."""
    ids = data.index.in_order[(number - 1) * PER_PAGE : number * PER_PAGE]
    rows = [(group, data.index.projects[id_]) for group, id_ in ids]
    sectors = {group for group, _ in ids} - {CLOSED}
    return ListExcerpt(rows, {sector: data.index.offered_in(sector) for sector in sorted(sectors)}, count(data))


def groups(context: Context, excerpt: ListExcerpt) -> list[Section]:
    """Return the groups of a page; a list is scanned rather than read, so its cards leave the summary out."""
    sections = []
    for name, same in groupby(excerpt.rows, key=lambda row: row[0]):
        projects = [project for _, project in same]
        cards = Cards([project_card(context, project, compact=True) for project in projects])
        if name == CLOSED:
            closed = context.words.count("project_list_closed_show", len(projects))
            sections.append(Section(CLOSED, context.words["closed_projects"], [Folded(closed, [cards])]))
        else:
            sections.append(
                Section(
                    name,
                    context.catalog.sectors[name].name.in_(context.language),
                    [cards],
                    _note(context, excerpt.totals[name]),
                )
            )
    return sections


def pages(context: Context, count: int) -> list[Link]:
    """Return the way to every page of a list that has several."""
    numbers = range(1, count + 1) if count > 1 else ()
    return [
        Link(context.words("project_list_page", number=number), context.href(address(number))) for number in numbers
    ]


def address(number: int) -> str:
    """Return the address of a page of the list."""
    return "projects/" if number == 1 else f"projects/page/{number}/"


def narrowed(context: Context, facet: str, value: str) -> str:
    """Return the way to the list narrowed to a value, with those projects too that are no longer on offer."""
    return context.href(f"projects/?{facet}={value}&closed=1")


def _note(context: Context, share: Total) -> str:
    """Return a sentence with the totals of the whole group, on every page of it."""
    if not share.stated:
        return context.words.count("projects_n", share.projects)
    return context.words("group_note", count=share.projects, sum=show(share.investment, context.language))


OPEN = 6
"""Projects shown before the others fold away."""


def group_projects(context: Context, group: GroupExcerpt, key: str, facet: str) -> list[Part]:
    """Return the projects of a group; ``facet`` filters the list to the same projects."""
    words = context.words
    shown = [project_card(context, project, placed=facet == "sector") for project in group.first]
    parts = cards_and_more(shown, OPEN, lambda folded: words.count("place_more_projects", folded))
    if group.count <= len(group.first):
        return parts
    return [*parts, Jump(words["place_in_list"], [Link(words["place_all_projects"], narrowed(context, facet, key))])]
