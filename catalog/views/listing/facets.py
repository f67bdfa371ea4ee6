"""The facets of the list of projects in one language: the options of each, in order, that any project has."""

from collections.abc import Callable, Iterable, Sequence

from catalog.derive.bands import InvestmentBand, LandBand
from catalog.derive.facets import FACETS, OUTSIDE, enough, subsectors, values_of_all
from catalog.memo import memoized
from catalog.model.choice import Choice
from catalog.model.industry import NAMES
from catalog.model.lists import CooperationMode, DecisionTime, ProjectKind, ProjectStatus
from catalog.show.pinyin import spelled
from catalog.show.values import show
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.fields import record_link


class Option(Value):
    """One value of a facet; ``parent`` is the value of the same facet that it is a part of."""

    value: str
    label: str
    parent: str = ""


class Facet(Value):
    """One facet of a list: its options in order, and for each project the values that it has."""

    name: str
    label: str
    options: Sequence[Option]
    of: Sequence[tuple[str, ...]]
    under: str = ""
    """The facet that a reader narrows first."""
    later: bool = False
    """Whether it waits to be brought out: by the facet above it, or by an address that narrows it."""


def facets(context: Context) -> list[Facet]:
    """Give every facet with the options that any of the projects has: the same from every page of a language."""
    return _facets(context.at(""))


@memoized
def _facets(context: Context) -> list[Facet]:
    made = []
    for kind, *of in zip(FACETS, *values_of_all(context.catalog), strict=True):
        used = {value for values in of for value in values}
        options = [one for one in OPTIONS[kind.name](context) if one.value in used]
        made.append(Facet(kind.name, kind.label.in_(context.language), options, of, kind.under, kind.later))
    return made


def shown(context: Context, all_: Iterable[Facet]) -> list[Facet]:
    """Keep the facets that enough projects fill."""
    return [facet for facet in all_ if enough(sum(map(bool, facet.of)), len(facet.of), context.catalog.site)]


Options = Callable[[Context], Iterable[Option]]


def _choices(choices: type[Choice]) -> Options:
    return lambda context: [Option(one.value, show(one, context.language)) for one in choices]


def _records(kind: str) -> Options:
    return lambda context: [
        Option(id_, one.name.in_(context.language)) for id_, one in context.catalog.records[kind].items()
    ]


def _places(context: Context) -> Iterable[Option]:
    return [*_records("park")(context), Option(OUTSIDE, context.words["list_outside"])]


def _subsectors(context: Context) -> Iterable[Option]:
    """Give each sub-sector once, by name; Chinese names by how they are read."""
    found = {value: name.in_(context.language) for value, name in subsectors(context.catalog).items()}

    def order(item: tuple[str, str]) -> str:
        return spelled(item[1], context.reading(item[1])) if context.language == "zh" else item[1].lower()

    return [Option(value, label) for value, label in sorted(found.items(), key=order)]


def _industries(context: Context) -> Iterable[Option]:
    for code, name in NAMES.items():
        yield Option(code, f"{code} {name.in_(context.language)}", code[0] if len(code) > 1 else "")


def _links(context: Context) -> Iterable[Option]:
    for chain in context.catalog.chains.values():
        for node in chain.nodes:
            reference = chain.reference(node)
            yield Option(reference, record_link(context, "node", reference).text)


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
