"""The whole list of projects, as its page first shows it, with the tools that narrow it."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.parts import ContactCard, Link, Part, Section
from investment_portal.domain.totals import Total
from investment_portal.formatting.values import show
from investment_portal.pages.contacts.routes import main_contact
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.pages.parks.schematic import Schematic, schematic
from investment_portal.pages.projects.facet_kinds import RANGES
from investment_portal.pages.projects.facets import FacetCounts, ProjectFacet, facet_counts, facets, shown
from investment_portal.pages.projects.groups import ListExcerpt, groups, list_excerpt, pages
from investment_portal.value import Value


class FacetChoice(Value):
    """An option of a facet as the page first shows it: with the number of projects that have it."""

    value: str
    label: str
    count: int
    inner: bool


class FacetChoices(Value):
    """A facet as the page first shows it."""

    name: str
    label: str
    choices: Sequence[FacetChoice]
    later: bool
    """Return whether it waits to be brought out."""


class FreeRange(Value):
    """A figure that a reader bounds freely: its name in addresses, its label, the unit in which it is typed.

    ``factor`` is how many of that unit make one of the address's unit (亿元, hectares).
    """

    name: str
    label: str
    unit: str
    factor: int


class ProjectList(Part):
    """The list: a result in words, filters, a search box, and the records themselves in groups.

    Without scripts the groups and the links to them are all there is; the rest is hidden by the styles.
    """

    component = "project_list"
    count: str
    facets: Sequence[FacetChoices]
    ranges: Sequence[FreeRange]
    closed: int
    """How many projects are no longer on offer."""
    sorts: Sequence[tuple[str, str]]
    views: Sequence[tuple[str, str]]
    """Orders and views of the list, as in the address, with their names; the default first."""
    groups: Sequence[Section]
    links: Sequence[Link]
    pages: Sequence[Link]
    """The way to further pages of a long list; nothing where one page holds all."""
    schematic: Schematic
    contact: ContactCard | None
    index: str
    """Address of the data script that narrowing works on."""
    name: str
    """The name under which the data script registers its data."""


def choices(facets: Sequence[ProjectFacet]) -> list[FacetChoices]:
    """Return the options of each facet with the number of projects on offer; facets brought out later have none."""
    facet_choices = []
    for facet in facets:
        options = () if facet.later else facet.options
        facet_choices.append(
            FacetChoices(
                facet.name,
                facet.label,
                [
                    FacetChoice(option.value, option.label, facet.counts[option.value], bool(option.parent))
                    for option in options
                ],
                facet.later,
            )
        )
    return facet_choices


SORTS = ("weight", "newest", "sum", "sum-up", "ready", "ready-up", "land", "land-up", "name", "sector", "stage")
VIEWS = ("table", "cards", "map")


class WholeListExcerpt(Excerpt):
    """The excerpt of the first page of the list: its projects, the totals of all on offer, and the counted facets."""

    first: ListExcerpt
    offered: Total
    facets: FacetCounts


def whole_list_excerpt(data: Dataset) -> WholeListExcerpt:
    """Return the excerpt of the list's first page."""
    return WholeListExcerpt(list_excerpt(data, 1), data.index.offered_total(), facet_counts(data))


def whole(context: Context, excerpt: WholeListExcerpt) -> ProjectList:
    """Compose the list's first page."""
    sections = groups(context, excerpt.first)
    return ProjectList(
        count=_count(context, excerpt.offered),
        facets=choices(shown(context, facets(context, excerpt.facets), excerpt.facets)),
        ranges=[_range(context, name) for name in RANGES],
        closed=excerpt.facets.projects - excerpt.offered.projects,
        sorts=[(name, context.words[f"project_list_sort_{_word(name)}"]) for name in SORTS],
        views=[(name, context.words[f"project_list_view_{name}"]) for name in VIEWS],
        groups=sections,
        links=[Link(section.title, f"#{section.id}") for section in sections],
        pages=pages(context, excerpt.first.pages),
        schematic=schematic(context),
        contact=main_contact(context),
        index=context.shared(f"assets/data/projects.{context.language}.js"),
        name=f"projects.{context.language}",
    )


def _range(context: Context, name: str) -> FreeRange:
    words, chinese = context.words, context.language == "zh"
    factor = (1 if chinese else 100) if name == "sum" else (15 if chinese else 1)
    unit = words["project_list_unit_sum" if name == "sum" else "project_list_unit_land"]
    return FreeRange(name, words[f"project_list_range_{name}"], unit, factor)


def _count(context: Context, sum_: Total) -> str:
    """Return number and total investment of the projects, with a note where not all state a sum."""
    words = context.words
    projects, amount = words.count("project_list_count", sum_.projects), show(sum_.investment, context.language)
    if not sum_.stated:
        return projects
    name = "project_list_summary" if sum_.stated == sum_.projects else "project_list_summary_part"
    return words(name, projects=projects, stated=sum_.stated, sum=amount)


def _word(name: str) -> str:
    """Return the name of an order as names of words have it."""
    return name.replace("-", "_")
