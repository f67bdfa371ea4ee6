"""What the list of projects can be narrowed by: facets with short stable names, and the values of a project in each."""

import re
from collections.abc import Callable, Collection, Iterable

from catalog.derive.bands import SQUARE_METRES, YUAN, InvestmentBand, LandBand, band
from catalog.derive.totals import amount_of
from catalog.languages import Sentence
from catalog.model.base import label_of
from catalog.model.industry import division
from catalog.model.lists import ProjectStatus
from catalog.model.project import Project
from catalog.model.site import Site
from catalog.value import Value
from investment_portal.domain.summary import ProjectSummary

OUTSIDE = "outside_parks"
"""The place of a project that lies in no park; ids have no underscore, so that no park is called so."""

Values = tuple[str, ...]


class FacetKind(Value):
    """A facet: its name in addresses, its label, and the values that a project has in it."""

    name: str
    label: Sentence
    of: Callable[[Project | ProjectSummary, Site], Values]
    under: str = ""
    """The facet that a reader narrows first: before, this one would have too many values."""
    by_address: bool = False
    """Whether only an address that narrows it brings it out: it has too many values to choose from."""

    @property
    def later(self) -> bool:
        """Whether it waits to be brought out."""
        return bool(self.under) or self.by_address


class Filled(Value):
    """How many projects have a value in a facet, and whether they are enough for the list to show it."""

    facet: FacetKind
    count: int
    of: int
    shown: bool

    @property
    def percent(self) -> int:
        """The share in whole hundredths, rounded down so that 100 means all."""
        return self.count * 100 // self.of if self.of else 0


def facet_values(projects: Iterable[Project | ProjectSummary], site: Site) -> list[tuple[Values, ...]]:
    """Return for each project its values in every facet, in the order of ``FACETS``."""
    return [values_of(project, site) for project in projects]


def values_of(project: Project | ProjectSummary, site: Site) -> tuple[Values, ...]:
    """Return the values of a project in every facet, in the order of ``FACETS``."""
    return tuple([facet.of(project, site) for facet in FACETS])


def subsectors(projects: Iterable[Project | ProjectSummary]) -> dict[str, Sentence]:
    """Return every sub-sector by its value in addresses, as the last project that names it writes it."""
    named = (project.subsector for project in projects)
    return {slug(one.en): Sentence(one.zh, one.en) for one in named if one}


def facets_filled(projects: Collection[Project | ProjectSummary], site: Site) -> list[Filled]:
    """Return how many projects fill each facet that a reader may choose, among all that the list holds."""
    total = len(projects)
    found = []
    for facet, *of in zip(FACETS, *facet_values(projects, site), strict=True):
        if not facet.by_address:
            count = sum(map(bool, of))
            found.append(Filled(facet, count, total, enough(count, total, site)))
    return found


def enough(count: int, of: int, site: Site) -> bool:
    """Say whether so many of the projects fill a facet that it is shown: the settings name the share."""
    return count > 0 and count >= of * site.facet_fill_rate


def slug(text: str) -> str:
    """Write an English name as a value for addresses: ``Wine, spirits`` is ``wine-spirits``."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def _place(project: Project | ProjectSummary, _: Site) -> Values:
    return (project.place.park or OUTSIDE,) if project.place.park or project.place.text else ()


def _sum(project: Project | ProjectSummary, site: Site) -> Values:
    amount = amount_of(project, site)
    return () if amount is None else (band(InvestmentBand, amount / YUAN).value,)


def _land(project: Project | ProjectSummary, _: Site) -> Values:
    area = project.land_offered or project.land_area
    return (band(LandBand, area.square_metres / SQUARE_METRES).value,) if area else ()


def _status(project: Project | ProjectSummary, _: Site) -> Values:
    return ((ProjectStatus.WITHDRAWN if project.withdrawn else project.status).value,)


def _label(name: str) -> Sentence:
    return label_of(Project, name)


FACETS: tuple[FacetKind, ...] = (
    FacetKind("kind", _label("kind"), lambda one, _: (one.kind.value,)),
    FacetKind("sector", _label("sector"), lambda one, _: (one.sector,)),
    FacetKind(
        "sub", _label("subsector"), lambda one, _: (slug(one.subsector.en),) if one.subsector else (), under="sector"
    ),
    FacetKind("park", Sentence("园区或地点", "Park or place"), _place),
    FacetKind("sum", _label("investment"), _sum),
    FacetKind("land", _label("land_area"), _land),
    FacetKind("mode", _label("cooperation"), lambda one, _: tuple(mode.value for mode in one.cooperation)),
    FacetKind("status", _label("status"), _status),
    FacetKind("time", _label("decision_time"), lambda one, _: (one.decision_time.value,) if one.decision_time else ()),
    FacetKind(
        "code",
        Sentence("国民经济行业", "Industry (GB/T 4754)"),
        lambda one, _: division(one.industry_code) if one.industry_code else (),
    ),
    FacetKind(
        "link", _label("chain_node"), lambda one, _: (one.chain_node,) if one.chain_node else (), by_address=True
    ),
    FacetKind("desk", _label("contacts"), lambda one, _: tuple(dict.fromkeys(one.contacts)), by_address=True),
)
"""Facets in the order in which they are shown. Their names and values stand in addresses that people have sent on."""
