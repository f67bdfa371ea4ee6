"""The list divided: into groups by sector, those no longer on offer last, and into pages where it is long."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from catalog.derive.briefs import briefs
from catalog.derive.chunks import pieces_of
from catalog.derive.projects_of import offered_in
from catalog.memo import memoized
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.show.values import show
from catalog.views.cards import project_card
from catalog.views.context import Context
from catalog.views.parts import Cards, Folded, Link, Section

PER_PAGE = 200
"""Projects on a page: more load slowly on a phone, and nobody reads on."""

CLOSED = "closed"


@memoized
def in_order(catalog: Catalog, day: date) -> tuple[tuple[str, str], ...]:
    """Give every project with its group: sectors in their order, the weightiest first, then what is closed."""
    closed: list[str] = []
    open_: dict[str, list[str]] = defaultdict(list)
    for one in sorted(briefs(catalog), key=lambda one: one.weight):
        (open_[one.sector] if one.on_offer(day) else closed).append(one.id)
    grouped = [(sector, id_) for sector in catalog.sectors for id_ in open_[sector]]
    return (*grouped, *((CLOSED, id_) for id_ in closed))


def count(context: Context) -> int:
    """Count the pages of the list; an empty list is one page too."""
    return max(pieces_of(len(context.catalog.projects), PER_PAGE), 1)


def rows(context: Context, number: int) -> list[tuple[str, Project]]:
    """Give the projects on a page, the first page being 1, each with its group."""
    projects = context.catalog.projects
    return [(group, projects[id_]) for group, id_ in _on_page(context.catalog, context.day, number)]


@memoized
def _on_page(catalog: Catalog, day: date, number: int) -> tuple[tuple[str, str], ...]:
    return in_order(catalog, day)[(number - 1) * PER_PAGE : number * PER_PAGE]


def groups(context: Context, shown: Sequence[tuple[str, Project]]) -> list[Section]:
    """Give the groups of a page; a long list is scanned rather than read, so its cards leave the summary out."""
    brief = len(context.catalog.projects) > PER_PAGE
    made = []
    for name, own in groupby(shown, key=lambda row: row[0]):
        projects = [project for _, project in own]
        cards = Cards([project_card(context, one, brief=brief) for one in projects])
        if name == CLOSED:
            closed = context.words.count("list_closed_show", len(projects))
            made.append(Section(CLOSED, context.words["closed_projects"], [Folded(closed, [cards])]))
        else:
            made.append(
                Section(name, context.catalog.sectors[name].name.in_(context.language), [cards], _note(context, name))
            )
    return made


def pages(context: Context) -> list[Link]:
    """Give the way to every page of a list that has several."""
    numbers = range(1, count(context) + 1) if count(context) > 1 else ()
    return [Link(context.words("list_page", number=number), context.href(address(number))) for number in numbers]


def address(number: int) -> str:
    """Give the address of a page of the list."""
    return "projects/" if number == 1 else f"projects/page/{number}/"


def narrowed(context: Context, facet: str, value: str) -> str:
    """Give the way to the list narrowed to a value, with those projects too that are no longer on offer."""
    return context.href(f"projects/?{facet}={value}&closed=1")


def _note(context: Context, sector: str) -> str:
    """Say what the whole group comes to, on whichever page it stands."""
    share = offered_in(context.catalog, context.day, sector)
    return context.words("group_note", count=share.projects, sum=show(share.investment, context.language))
