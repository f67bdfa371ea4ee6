"""The whole list as its page first shows it."""

from catalog.derive.totals import Total, on_offer, total
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.desks import desk
from catalog.views.listing.divided import divided, groups, pages
from catalog.views.listing.facets import facets, shown
from catalog.views.listing.part import ProjectList, choices
from catalog.views.parts import Link
from catalog.views.schematic import schematic

SORTS = ("weight", "newest", "sum", "land", "name")
VIEWS = ("cards", "table", "map")


def whole(context: Context) -> ProjectList:
    """Compose the list's first page."""
    projects = list(context.catalog.projects.values())
    open_ = [on_offer(project, context.day) for project in projects]
    sum_ = total((one for one, counted in zip(projects, open_, strict=True) if counted), context.catalog.site)
    sections = groups(context, divided(context)[0])
    bureau = context.catalog.contacts.get(context.catalog.site.bureau)
    return ProjectList(
        said=_said(context, sum_),
        facets=choices(shown(context, facets(context, projects)), open_),
        closed=open_.count(False),
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


def _said(context: Context, sum_: Total) -> str:
    """Say how many projects there are and what they come to; a sum that not all of them state says so."""
    words = context.words
    projects, amount = words.count("list_count", sum_.projects), show(sum_.investment, context.language)
    name = "list_said" if sum_.stated == sum_.projects else "list_said_part"
    return words(name, projects=projects, stated=sum_.stated, sum=amount)
