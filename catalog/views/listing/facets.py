"""What the list of projects can be narrowed by: facets with short stable names, and values that stand in addresses."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from catalog.derive.bands import SQUARE_METRES, YUAN, InvestmentBand, LandBand, band
from catalog.derive.totals import in_yuan
from catalog.languages import Sentence
from catalog.model.base import label_of
from catalog.model.choice import Choice
from catalog.model.industry import NAMES, division
from catalog.model.lists import CooperationMode, DecisionTime, ProjectKind, ProjectStatus
from catalog.model.project import Project
from catalog.show.pinyin import spelled
from catalog.show.values import show
from catalog.views.context import Context

OUTSIDE = "outside_parks"
"""The place of a project that lies in no park; ids have no underscore, so that no park is called so."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet; ``parent`` is the value of the same facet that it is a part of."""

    value: str
    label: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet of a list: its options in order, and for each project the values that it has."""

    name: str
    label: str
    options: Sequence[Option]
    of: Sequence[tuple[str, ...]]
    under: str = ""
    """The facet that a reader narrows first: before, this one would have too many values."""

    @property
    def filled(self) -> Decimal:
        """The share of the projects that have a value."""
        return Decimal(sum(map(bool, self.of))) / (len(self.of) or 1)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a facet is made."""

    name: str
    label: Sentence
    of: Callable[[Context, Project], tuple[str, ...]]
    options: Callable[[Context, Sequence[Project]], Iterable[Option]]
    under: str = ""


def facets(context: Context, projects: Sequence[Project]) -> list[Facet]:
    """Give every facet with the options that any of the projects has."""
    made = []
    for kind in FACETS:
        of = [kind.of(context, project) for project in projects]
        used = {value for values in of for value in values}
        options = [one for one in kind.options(context, projects) if one.value in used]
        made.append(Facet(kind.name, kind.label.in_(context.language), options, of, kind.under))
    return made


def shown(context: Context, all_: Iterable[Facet]) -> list[Facet]:
    """Keep the facets that enough projects fill: the settings say how many are enough."""
    return [facet for facet in all_ if facet.options and facet.filled >= context.catalog.site.facet_fill_rate]


def _choices(choices: type[Choice]) -> Callable[[Context, Sequence[Project]], Iterable[Option]]:
    return lambda context, _: [Option(one.value, show(one, context.language)) for one in choices]


def _records(kind: str) -> Callable[[Context, Sequence[Project]], Iterable[Option]]:
    return lambda context, _: [
        Option(id_, one.name.in_(context.language)) for id_, one in context.catalog.records[kind].items()
    ]


def _places(context: Context, projects: Sequence[Project]) -> Iterable[Option]:
    return [*_records("park")(context, projects), Option(OUTSIDE, context.words["list_outside"])]


def _place(_: Context, project: Project) -> tuple[str, ...]:
    return (project.place.park or OUTSIDE,) if project.place.park or project.place.text else ()


def slug(text: str) -> str:
    """Write an English name as a value for addresses: ``Wine, spirits`` is ``wine-spirits``."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def _subsector(_: Context, project: Project) -> tuple[str, ...]:
    return (slug(project.subsector.en),) if project.subsector else ()


def _subsectors(context: Context, projects: Sequence[Project]) -> Iterable[Option]:
    """Give each sub-sector once, by name; Chinese names by how they are read."""
    found = {slug(one.subsector.en): one.subsector.in_(context.language) for one in projects if one.subsector}

    def order(item: tuple[str, str]) -> str:
        return spelled(item[1], context.reading(item[1])) if context.language == "zh" else item[1].lower()

    return [Option(value, label) for value, label in sorted(found.items(), key=order)]


def _sum(context: Context, project: Project) -> tuple[str, ...]:
    amount = in_yuan(project.investment, context.catalog.site) if project.investment else None
    return () if amount is None else (band(InvestmentBand, amount / YUAN).value,)


def _land(_: Context, project: Project) -> tuple[str, ...]:
    area = project.land_offered or project.land_area
    return (band(LandBand, area.square_metres / SQUARE_METRES).value,) if area else ()


def _industries(context: Context, _: Sequence[Project]) -> Iterable[Option]:
    for code, name in NAMES.items():
        yield Option(code, f"{code} {name.in_(context.language)}", code[0] if len(code) > 1 else "")


def _label(name: str) -> Sentence:
    return label_of(Project, name)


FACETS: tuple[Kind, ...] = (
    Kind("kind", _label("kind"), lambda _, one: (one.kind.value,), _choices(ProjectKind)),
    Kind("sector", _label("sector"), lambda _, one: (one.sector,), _records("sector")),
    Kind("sub", _label("subsector"), _subsector, _subsectors, under="sector"),
    Kind("park", Sentence("园区或地点", "Park or place"), _place, _places),
    Kind("sum", _label("investment"), _sum, _choices(InvestmentBand)),
    Kind("land", _label("land_area"), _land, _choices(LandBand)),
    Kind(
        "mode",
        _label("cooperation"),
        lambda _, one: tuple(mode.value for mode in one.cooperation),
        _choices(CooperationMode),
    ),
    Kind("status", _label("status"), lambda _, one: (_status(one).value,), _choices(ProjectStatus)),
    Kind(
        "time",
        _label("decision_time"),
        lambda _, one: (one.decision_time.value,) if one.decision_time else (),
        _choices(DecisionTime),
    ),
    Kind(
        "code",
        Sentence("国民经济行业", "Industry (GB/T 4754)"),
        lambda _, one: division(one.industry_code) if one.industry_code else (),
        _industries,
    ),
)
"""Facets in the order in which they are shown. Their names and values stand in addresses that people have sent on."""


def _status(project: Project) -> ProjectStatus:
    return ProjectStatus.WITHDRAWN if project.withdrawn else project.status
