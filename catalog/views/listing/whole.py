"""The whole list as its page first shows it."""

from catalog.derive.totals import Total
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.desks import desk
from catalog.views.listing.divided import ListExcerpt, groups, list_excerpt, pages
from catalog.views.listing.facets import FacetCounts, facet_counts, facets, shown
from catalog.views.listing.part import ProjectList, choices
from catalog.views.parts import Link
from catalog.views.schematic import schematic
from investment_portal.domain.dataset import Dataset, Excerpt

SORTS = ("weight", "newest", "sum", "land", "name")
VIEWS = ("cards", "table", "map")


class WholeListExcerpt(Excerpt):
    """What the list's first page shows: its projects, what all on offer come to, and the facets counted."""

    first: ListExcerpt
    offered: Total
    facets: FacetCounts


def whole_list_excerpt(data: Dataset) -> WholeListExcerpt:
    """Return the excerpt of the list's first page."""
    return WholeListExcerpt(list_excerpt(data, 1), data.index.offered_total(), facet_counts(data))


def whole(context: Context, own: WholeListExcerpt) -> ProjectList:
    """Compose the list's first page."""
    sections = groups(context, own.first)
    bureau = context.catalog.contacts.get(context.catalog.site.bureau)
    return ProjectList(
        said=_said(context, own.offered),
        facets=choices(shown(context, facets(context, own.facets), own.facets)),
        closed=own.facets.projects - own.offered.projects,
        sorts=[(name, context.words[f"list_sort_{name}"]) for name in SORTS],
        views=[(name, context.words[f"list_view_{name}"]) for name in VIEWS],
        groups=sections,
        links=[Link(section.title, f"#{section.id}") for section in sections],
        pages=pages(context, own.first.pages),
        schematic=schematic(context),
        desk=desk(context, bureau) if bureau else None,
        index=context.shared(f"assets/data/projects.{context.language}.js"),
        name=f"projects.{context.language}",
    )


def _said(context: Context, sum_: Total) -> str:
    """Say how many projects there are and what they come to; a sum that not all of them state says so."""
    words = context.words
    projects, amount = words.count("list_count", sum_.projects), show(sum_.investment, context.language)
    name = "list_said" if sum_.stated == sum_.projects else "list_said_part"
    return words(name, projects=projects, stated=sum_.stated, sum=amount)
