"""The facets of the list of projects in one language: the options of each, in order, that any project has."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, compress

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.domain.facets import FACETS, OUTSIDE, InvestmentBand, LandBand, enough, subsectors
from investment_portal.formatting.pinyin import spelled
from investment_portal.formatting.values import show
from investment_portal.languages import Sentence
from investment_portal.memo import memoized
from investment_portal.models.choice import Choice
from investment_portal.models.controlled_values import CooperationMode, DecisionTime, ProjectKind, ProjectStatus
from investment_portal.models.industry import NAMES
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.value import Value


class FacetOption(Value):
    """One value of a facet; ``parent`` is the value of the same facet that it is a part of."""

    value: str
    label: str
    parent: str = ""


class FacetCount(Value):
    """The values of a facet that occur, each with the number of projects on offer; how many projects have any."""

    offered: Mapping[str, int]
    filled: int


class FacetCounts(Excerpt):
    """The facets of all projects, counted; the names of sub-sectors; how many projects there are."""

    facets: Mapping[str, FacetCount]
    subsectors: Mapping[str, Sentence]
    projects: int


@memoized
def facet_counts(data: Dataset) -> FacetCounts:
    """Count for each value of each facet the projects on offer that have it."""
    available = [id_ in data.index.offered for id_ in data.index.projects]
    counted = {}
    for kind, *of in zip(FACETS, *data.facet_values, strict=True):
        offered = Counter(chain.from_iterable(compress(of, available)))
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
    made = []
    for kind in FACETS:
        kind_counts = counts.facets[kind.name]
        options = [one for one in OPTIONS[kind.name](context, counts) if one.value in kind_counts.offered]
        label = kind.label.in_(context.language)
        made.append(
            ProjectFacet(kind.name, label, options, kind_counts.offered, kind_counts.filled, kind.under, kind.later)
        )
    return made


def shown(context: Context, all_: Iterable[ProjectFacet], counts: FacetCounts) -> list[ProjectFacet]:
    """Keep the facets that enough projects fill."""
    return [facet for facet in all_ if enough(facet.filled, counts.projects, context.catalog.site)]


Options = Callable[[Context, FacetCounts], Iterable[FacetOption]]


def _choices(choices: type[Choice]) -> Options:
    return lambda context, _: [FacetOption(one.value, show(one, context.language)) for one in choices]


def _records(kind: str) -> Options:
    return lambda context, _: [
        FacetOption(id_, one.name.in_(context.language)) for id_, one in context.catalog.records[kind].items()
    ]


def _places(context: Context, counts: FacetCounts) -> Iterable[FacetOption]:
    return [*_records("park")(context, counts), FacetOption(OUTSIDE, context.words["project_list_outside"])]


def _subsectors(context: Context, counts: FacetCounts) -> Iterable[FacetOption]:
    """Return each sub-sector once, by name; Chinese names by how they are read."""
    found = {value: name.in_(context.language) for value, name in counts.subsectors.items()}

    def order(item: tuple[str, str]) -> str:
        return spelled(item[1], context.reading(item[1])) if context.language == "zh" else item[1].lower()

    return [FacetOption(value, label) for value, label in sorted(found.items(), key=order)]


def _industries(context: Context, _: FacetCounts) -> Iterable[FacetOption]:
    for code, name in NAMES.items():
        yield FacetOption(code, f"{code} {name.in_(context.language)}", code[0] if len(code) > 1 else "")


def _links(context: Context, _: FacetCounts) -> Iterable[FacetOption]:
    for one in context.catalog.chains.values():
        for node in one.nodes:
            reference = one.reference(node)
            yield FacetOption(reference, record_link(context, "node", reference).text)


OPTIONS: dict[str, Options] = {
    "kind": _choices(ProjectKind),
    "sector": _records("sector"),
    "sub": _subsectors,
    "park": _places,
    "sum": _choices(InvestmentBand),
    "land": _choices(LandBand),
    "mode": _choices(CooperationMode),
    "status": _choices(ProjectStatus),
    "time": _choices(DecisionTime),
    "code": _industries,
    "link": _links,
    "desk": _records("contact"),
}
"""How the options of each facet are made, by its name."""
