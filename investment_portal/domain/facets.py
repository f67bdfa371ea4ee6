"""The facets of the list of projects, with short stable values: bands of sums and land, sizes of plots and halls."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import TypeVar

from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import amount_of
from investment_portal.languages import Sentence
from investment_portal.models.base import label_of
from investment_portal.models.choice import Choice
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.industry import division
from investment_portal.models.park import Hall, Plot
from investment_portal.models.project import Project
from investment_portal.models.quantities import Area
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.site import Site
from investment_portal.value import Value


class InvestmentBand(Choice):
    """Sums of investment; the value counts in 亿元 (hundred million yuan)."""

    BELOW_1 = "0-1", "1 亿元以下", "Below CNY 100 million"
    FROM_1 = "1-5", "1–5 亿元", "CNY 100–500 million"
    FROM_5 = "5-10", "5–10 亿元", "CNY 500 million–1 billion"
    FROM_10 = "10-50", "10–50 亿元", "CNY 1–5 billion"
    FROM_50 = "50-", "50 亿元以上", "CNY 5 billion or more"


class LandBand(Choice):
    """Sizes of land; the value counts in hectares (15 mu). Plots of 2 to 5 ha are what investors ask for most."""

    BELOW_2 = "0-2", "30 亩以下", "Below 2 ha"
    FROM_2 = "2-5", "30–75 亩", "2–5 ha"
    FROM_5 = "5-10", "75–150 亩", "5–10 ha"
    FROM_10 = "10-30", "150–450 亩", "10–30 ha"
    FROM_30 = "30-", "450 亩以上", "30 ha or more"


YUAN, SQUARE_METRES = Decimal(10**8), Decimal(10**4)
"""The size of a band's own unit."""

Band = TypeVar("Band", InvestmentBand, LandBand)


def band(bands: type[Band], amount: Decimal) -> Band:
    """Return the band that an amount (in the bands' own unit) lies in: its lower bound is part of it."""
    return list(bands)[bisect_right(_lower_bounds(bands), amount) - 1]


@cache
def _lower_bounds(bands: type[Choice]) -> list[Decimal]:
    return [Decimal(one.value.partition("-")[0]) for one in bands]


SMALL_PLOT, LARGE_PLOT = Area.parse("2 ha"), Area.parse("5 ha")
OFFICE, SMALL_HALL, LARGE_HALL = Area.parse("500 m²"), Area.parse("2000 m²"), Area.parse("5000 m²")


class SizeBand(Value):
    """One size: what is on offer in it; a bound that is missing is open."""

    above: Area | None
    below: Area | None
    offers: Sequence[Plot | Hall]
    closed: bool = False
    """True if its upper bound belongs to it although nothing lies below it."""

    @property
    def total(self) -> Area:
        """Add up the areas of what is on offer, in the unit of the band's bounds."""
        return _total(self.offers, (self.above or self.below or OFFICE).unit)

    @property
    def soonest(self) -> PartialDate | None:
        """Return the earliest day on which something of the size can be had."""
        return min((offer.available_from for offer in self.offers if offer.available_from), default=None)


def hall_total(halls: Iterable[Hall]) -> Area:
    """Add up all halls and offices on offer."""
    return _total(halls, OFFICE.unit)


def plot_bands(plots: Iterable[Plot]) -> list[SizeBand]:
    """Sort plots into below 2 ha, 2 to 5 ha, above 5 ha."""
    return _bands(plots, (SMALL_PLOT, LARGE_PLOT))


def hall_bands(halls: Iterable[Hall]) -> list[SizeBand]:
    """Sort halls larger than an office into below 2,000 m², 2,000 to 5,000 m², above."""
    return _bands((hall for hall in halls if hall.area.thirds > OFFICE.thirds), (SMALL_HALL, LARGE_HALL))


def office_band(halls: Iterable[Hall]) -> SizeBand:
    """Return the offices and small units."""
    return SizeBand(None, OFFICE, [hall for hall in halls if hall.area.thirds <= OFFICE.thirds], closed=True)


def _bands(offers: Iterable[Plot | Hall], bounds: tuple[Area, Area]) -> list[SizeBand]:
    """Sort into three; both bounds belong to the middle one."""
    low, high = bounds
    given = list(offers)
    return [
        SizeBand(None, low, [one for one in given if one.area.thirds < low.thirds]),
        SizeBand(low, high, [one for one in given if low.thirds <= one.area.thirds <= high.thirds]),
        SizeBand(high, None, [one for one in given if one.area.thirds > high.thirds]),
    ]


def _total(offers: Iterable[Plot | Hall], unit: str) -> Area:
    thirds = sum((offer.area.thirds for offer in offers), Decimal(0))
    return Area("", thirds / Area("", Decimal(1), unit).thirds, unit)


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
    """True if only an address that narrows it brings it out: it has too many values to choose from."""

    @property
    def later(self) -> bool:
        """Return whether it waits to be brought out."""
        return bool(self.under) or self.by_address


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


def facets_filled(projects: Collection[Project | ProjectSummary], site: Site) -> list[FacetFill]:
    """Return how many projects fill each facet that a reader may choose, among all that the list holds."""
    total = len(projects)
    found = []
    for facet, *of in zip(FACETS, *facet_values(projects, site), strict=True):
        if not facet.by_address:
            count = sum(map(bool, of))
            found.append(FacetFill(facet, count, total, enough(count, total, site)))
    return found


def enough(count: int, of: int, site: Site) -> bool:
    """Return whether so many of the projects fill a facet that it is shown: the settings name the share."""
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
