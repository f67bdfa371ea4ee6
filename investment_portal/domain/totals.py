"""Totals: computed from records, never typed."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol

from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.event import Event
from investment_portal.models.project import Project
from investment_portal.models.quantities import Area, Money
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.quantities.money import yuan
from investment_portal.models.record import Withdrawal
from investment_portal.models.site import Site
from investment_portal.value import Value


class Offered(Protocol):
    """The fields of a project, or of its summary, that totals add up."""

    @property
    def investment(self) -> Money | None:
        """The total investment."""

    @property
    def status(self) -> ProjectStatus:
        """The status."""

    @property
    def valid_until(self) -> date | None:
        """The last day on which it is offered."""

    @property
    def withdrawn(self) -> Withdrawal | None:
        """The withdrawal."""


class Total(Value):
    """How many projects, how many of them state an investment, and the sum of those."""

    projects: int
    stated: int
    investment: Money


def in_yuan(money: Money, site: Site) -> Decimal | None:
    """Convert a sum at the dated rate of the settings; without a rate there is no answer (the check reports it)."""
    rates: dict[str, Decimal] = {CNY: Decimal(1), **{rate.currency: rate.yuan for rate in site.rates}}
    rate = rates.get(money.currency)
    return None if rate is None else money.amount * rate


def amount_of(project: Offered, site: Site) -> Decimal | None:
    """Return the investment of a project in yuan, if it names one that can be converted."""
    return in_yuan(project.investment, site) if project.investment else None


def total(projects: Iterable[Offered], site: Site) -> Total:
    """Count projects and add up their investments."""
    return summed(amount_of(project, site) for project in projects)


def summed(amounts: Iterable[Decimal | None]) -> Total:
    """Count projects by their investments in yuan, and add these up."""
    every = list(amounts)
    stated = [amount for amount in every if amount is not None]
    return Total(len(every), len(stated), yuan(sum(stated, Decimal(0))))


def announced_sums(event: Event) -> dict[str, Money | None] | None:
    """Return the sum announced for each project of an event; nothing where it was not written down."""
    each = event.announced.each if event.announced else []
    return {one.project: one.investment for one in each} or None


def event_total(event: Event, linked: Total, site: Site) -> Total:
    """Return what the projects of an event come to: by the sums announced there, else by today's (``linked``)."""
    sums = announced_sums(event)
    if sums is None:
        return linked
    return summed(in_yuan(sum_, site) if sum_ else None for sum_ in sums.values())


def land(thirds: Iterable[Decimal | None]) -> Area:
    """Add up land in thirds of a square metre, exactly, and give it in the unit in which land is offered."""
    sum_ = sum((third for third in thirds if third is not None), Decimal(0))
    return Area("", sum_ / Area("", Decimal(1), "亩").thirds, "亩")


def available(project: Offered, day: date) -> bool:
    """Return whether a project still seeks an investor: by its status and its dates."""
    return seeks(project) and lasts(project.valid_until, day)


def seeks(project: Offered) -> bool:
    """Return whether a project seeks an investor by its status."""
    return project.withdrawn is None and project.status in {ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING}


def lasts(until: date | None, day: date) -> bool:
    """Return whether what is valid until a day still is; what names no day is."""
    return until is None or until >= day


def published(catalog: Catalog) -> list[Project]:
    """Return all projects that have a place in lists and totals: those not withdrawn."""
    return [project for project in catalog.projects.values() if project.withdrawn is None]
