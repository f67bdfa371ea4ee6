"""Ratios of a project's figures, which compare projects of different size: for each CNY 100 million, for each mu."""

from collections.abc import Mapping
from decimal import Context, Decimal
from typing import NamedTuple

from investment_portal.domain.totals import Bounds, area_bounds, bounds_of
from investment_portal.formatting.numbers import money_range
from investment_portal.formatting.values import show
from investment_portal.languages import Language
from investment_portal.models.project import Project
from investment_portal.models.quantities import MoneyRange
from investment_portal.models.quantities.money import yuan
from investment_portal.models.site import Site

YI = Decimal(10**8)
SQUARE_METRES_IN_MU = Decimal(2000) / 3
PLACES = 2
SIGNIFICANT = Context(prec=4)
"""Ratios of estimates are shown with four significant figures."""


class Ratio(NamedTuple):
    """A figure of the returns (or the investment) for each unit of another one."""

    of: str
    per: str


RATIOS: Mapping[str, Ratio] = {
    "output_investment": Ratio("output", "investment"),
    "profit_investment": Ratio("profit", "investment"),
    "tax_investment": Ratio("tax", "investment"),
    "jobs_investment": Ratio("jobs", "investment"),
    "investment_land": Ratio("investment", "land"),
    "output_land": Ratio("output", "land"),
    "tax_land": Ratio("tax", "land"),
}
"""Ratios by name: for each CNY 100 million (亿元) of investment, for each mu of the project's land."""


Ratios = Mapping[str, Decimal | None]
"""Ratios by name, in yuan or jobs; nothing where a figure is missing, a range or open."""


def ratios_of(project: Project, site: Site) -> Ratios:
    """Return all ratios of a project."""
    names = {name for ratio in RATIOS.values() for name in ratio}
    figures = {name: _figure(name, project, site) for name in names}
    return {name: _ratio(figures[ratio.of], figures[ratio.per], ratio.per) for name, ratio in RATIOS.items()}


def _ratio(above: Decimal | None, below: Decimal | None, per: str) -> Decimal | None:
    if above is None or not below:
        return None
    return above / (below / (YI if per == "investment" else SQUARE_METRES_IN_MU))


def _figure(name: str, project: Project, site: Site) -> Decimal | None:
    """Return one figure in yuan, square metres or jobs."""
    bounds: Bounds | None = None
    if name == "investment":
        bounds = bounds_of(project.investment, site)
    elif name == "land":
        bounds = area_bounds(project.land_area) if project.land_area else None
    elif name == "jobs":
        jobs = project.returns.jobs.value if project.returns.jobs else None
        bounds = Bounds(jobs.low.number, jobs.high.number) if jobs and jobs.low and jobs.high else None
    elif (claim := getattr(project.returns, name)) is not None:
        bounds = bounds_of(claim.value, site)
    return bounds.low if bounds and bounds.high == bounds.low else None


def ratio_text(name: str, ratio: Decimal, language: Language) -> str:
    """Return a ratio as text: a sum with two decimals, or a number of jobs."""
    if RATIOS[name].of == "jobs":
        return show(round(ratio), language)
    sum_ = yuan(SIGNIFICANT.create_decimal(ratio))
    return money_range(MoneyRange("", sum_, sum_), language, PLACES)
