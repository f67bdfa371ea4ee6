"""The whole list as its page first shows it."""

from collections.abc import Sequence

from catalog.derive.projects_of import offered_total, open_ones
from catalog.derive.totals import Total
from catalog.memo import memoized
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.desks import desk
from catalog.views.listing.divided import groups, pages, rows
from catalog.views.listing.facets import facets, shown
from catalog.views.listing.part import Choices, ProjectList, choices
from catalog.views.parts import Link
from catalog.views.schematic import schematic

SORTS = ("weight", "newest", "sum", "land", "name")
VIEWS = ("cards", "table", "map")


def whole(context: Context) -> ProjectList:
    """Compose the list's first page."""
    counted, closed = _counted(context)
    sections = groups(context, rows(context, 1))
    bureau = context.catalog.contacts.get(context.catalog.site.bureau)
    return ProjectList(
        said=_said(context, offered_total(context.catalog, context.day)),
        facets=counted,
        closed=closed,
        sorts=[(name, context.words[f"list_sort_{name}"]) for name in SORTS],
        views=[(name, context.words[f"list_view_{name}"]) for name in VIEWS],
        groups=sections,
        links=[Link(section.title, f"#{section.id}") for section in sections],
        pages=pages(context),
        schematic=schematic(context),
        desk=desk(context, bureau) if bureau else None,
        index=context.shared(f"assets/data/projects.{context.language}.js"),
        name=f"projects.{context.language}",
    )


@memoized
def _counted(context: Context) -> tuple[Sequence[Choices], int]:
    """Give the facets with the projects on offer counted, and how many projects are no longer."""
    open_ = open_ones(context.catalog, context.day)
    return choices(shown(context, facets(context)), open_), open_.count(False)


def _said(context: Context, sum_: Total) -> str:
    """Say how many projects there are and what they come to; a sum that not all of them state says so."""
    words = context.words
    projects, amount = words.count("list_count", sum_.projects), show(sum_.investment, context.language)
    name = "list_said" if sum_.stated == sum_.projects else "list_said_part"
    return words(name, projects=projects, stated=sum_.stated, sum=amount)
