"""The facets of the list of projects: counted, in one language, with the options that any project has."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, compress

from investment_portal.components.context import Context
from investment_portal.languages import Sentence
from investment_portal.memo import memoized
from investment_portal.models.site import Site
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.pages.projects.facet_kinds import FACETS, FacetKind, FacetOption, Values, subsectors, values_of
from investment_portal.value import Value


class FacetCount(Value):
    """The values of a facet that occur, each with the number of projects on offer; how many projects have any."""

    offered: Mapping[str, int]
    filled: int


class FacetCounts(Excerpt):
    """The facets of all projects, counted; the names of sub-sectors; how many projects there are."""

    facets: Mapping[str, FacetCount]
    subsectors: Mapping[str, Sentence]
    projects: int


def facet_values(data: Dataset) -> list[tuple[Values, ...]]:
    """Return for each project its values in every facet, in the order of ``FACETS``."""
    site = data.catalog.site
    return [
        data.of_project("facets", project, lambda project: values_of(project, site))
        for project in data.index.projects.values()
    ]


@memoized
def facet_counts(data: Dataset) -> FacetCounts:
    """Count for each value of each facet the projects on offer that have it."""
    available = [id_ in data.index.offered for id_ in data.index.projects]
    counted = {}
    for kind, *of in zip(FACETS, *facet_values(data), strict=True):
        offered = Counter(chain.from_iterable(compress(of, available)))
        kind.check_values(dict.fromkeys(chain.from_iterable(of)))
        occurring = {value: offered[value] for value in dict.fromkeys(chain.from_iterable(of))}
        counted[kind.name] = FacetCount(occurring, sum(map(bool, of)))
    return FacetCounts(counted, subsectors(data.index.projects.values()), len(available))


class ProjectFacet(Value):
    """One facet of a list: its options in order, and for each value the number of projects on offer that have it."""

    name: str
    label: str
    options: Sequence[FacetOption]
    counts: Mapping[str, int]
    filled: int
    under: str = ""
    """The facet that a reader narrows first."""
    later: bool = False
    """True if it is shown only on demand: by the facet above it, or by an address that narrows it."""


def facets(context: Context, counts: FacetCounts) -> list[ProjectFacet]:
    """Return every facet with the options that any of the projects has: the same from every page of a language."""
    shown_facets = []
    for kind in FACETS:
        kind_counts = counts.facets[kind.name]
        options = [
            option for option in kind.all_options(context, counts.subsectors) if option.value in kind_counts.offered
        ]
        kind.check_options(kind_counts.offered, {option.value for option in options})
        label = kind.label.in_(context.language)
        shown_facets.append(
            ProjectFacet(kind.name, label, options, kind_counts.offered, kind_counts.filled, kind.under, kind.later)
        )
    return shown_facets


class FacetFill(Value):
    """How many projects have a value in a facet, and whether they are enough for the list to show it."""

    facet: FacetKind
    count: int
    of: int
    shown: bool

    @property
    def percent(self) -> int:
        """The share in whole hundredths, rounded down so that 100 means all."""
        return self.count * 100 // self.of if self.of else 0


def facets_filled(counts: Mapping[str, int], total: int, site: Site) -> list[FacetFill]:
    """Return how many projects fill each facet that a reader may choose, from the counts by facet."""
    choosable = (facet for facet in FACETS if not facet.by_address)
    return [FacetFill(facet, counts[facet.name], total, enough(counts[facet.name], total, site)) for facet in choosable]


def enough(count: int, of: int, site: Site) -> bool:
    """Return whether so many of the projects fill a facet that it is shown: the settings name the share."""
    return count > 0 and count >= of * site.facet_fill_rate


def shown(context: Context, all_: Iterable[ProjectFacet], counts: FacetCounts) -> list[ProjectFacet]:
    """Keep the facets that enough projects fill."""
    return [facet for facet in all_ if enough(facet.filled, counts.projects, context.catalog.site)]
