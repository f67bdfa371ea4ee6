"""The list of projects as a part of a page: its tools for those who have scripts, its groups for all."""

from collections.abc import Sequence

from catalog.value import Value
from catalog.views.listing.facets import Facet
from catalog.views.parts import Desk, Link, Part, Section
from catalog.views.schematic import Schematic


class Choice(Value):
    """An option of a facet as the page first shows it: with the number of projects that have it."""

    value: str
    label: str
    count: int
    inner: bool


class Choices(Value):
    """A facet as the page first shows it."""

    name: str
    label: str
    choices: Sequence[Choice]
    later: bool
    """Whether it waits to be brought out."""


class ProjectList(Part):
    """The list: a result in words, filters, a search box, and the records themselves in groups.

    Without scripts the groups and the links to them are all there is; the rest is hidden by the styles.
    """

    component = "project_list"
    said: str
    facets: Sequence[Choices]
    closed: int
    """How many projects are no longer on offer."""
    sorts: Sequence[tuple[str, str]]
    views: Sequence[tuple[str, str]]
    """Ways to sort and to show the list, each as it stands in the address, with its name; the usual one first."""
    groups: Sequence[Section]
    links: Sequence[Link]
    pages: Sequence[Link]
    """The way to further pages of a long list; nothing where one page holds all."""
    schematic: Schematic
    desk: Desk | None
    index: str
    """Address of the data script that narrowing works on."""
    name: str
    """The name under which it hands its data over."""


def choices(facets: Sequence[Facet]) -> list[Choices]:
    """Return the options of each facet with the number of projects on offer; facets brought out later have none."""
    made = []
    for facet in facets:
        options = () if facet.later else facet.options
        made.append(
            Choices(
                facet.name,
                facet.label,
                [Choice(one.value, one.label, facet.counts[one.value], bool(one.parent)) for one in options],
                facet.later,
            )
        )
    return made
