"""Totals: computed from records, never typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from catalog.model.catalog import Catalog
from catalog.model.lists import ProjectStatus
from catalog.model.project import Project
from catalog.model.site import Site
from catalog.quantities import Area, Money
from catalog.quantities.money import yuan


@dataclass(frozen=True, slots=True)
class Total:
    """How many projects, how many of them state an investment, and the sum of those."""

    projects: int
    stated: int
    investment: Money


def in_yuan(money: Money, site: Site) -> Decimal | None:
    """Convert a sum at the dated rate of the settings; without a rate there is no answer (the check reports it)."""
    rates: dict[str, Decimal] = {"CNY": Decimal(1), **{rate.currency: rate.yuan for rate in site.rates}}
    rate = rates.get(money.currency)
    return None if rate is None else money.amount * rate


def total(projects: Iterable[Project], site: Site) -> Total:
    """Count projects and add up their investments."""
    chosen = list(projects)
    sums = [in_yuan(project.investment, site) for project in chosen if project.investment]
    stated = [amount for amount in sums if amount is not None]
    return Total(len(chosen), len(stated), yuan(sum(stated, Decimal(0))))


def land_total(projects: Iterable[Project]) -> Area:
    """Add up the land that projects offer, exactly, in the unit in which land is offered."""
    offered = (project.land_offered for project in projects)
    thirds = sum((area.thirds for area in offered if area), Decimal(0))
    return Area("", thirds / Area("", Decimal(1), "亩").thirds, "亩")


def on_offer(project: Project, day: date) -> bool:
    """Say whether a project still seeks an investor: by its status and its dates."""
    seeks = project.withdrawn is None and project.status in {ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING}
    return seeks and (project.valid_until is None or project.valid_until >= day)


def published(catalog: Catalog) -> list[Project]:
    """Give all projects that have a place in lists and totals: those not withdrawn."""
    return [project for project in catalog.projects.values() if project.withdrawn is None]
