"""Totals: computed from records, never typed."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol

from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.event import Event
from investment_portal.models.project import Project
from investment_portal.models.quantities import Area, AreaRange, Money, MoneyRange
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.quantities.money import yuan
from investment_portal.models.record import Withdrawal
from investment_portal.models.site import Site
from investment_portal.value import Value


class Offered(Protocol):
    """The fields of a project, or of its summary, that totals add up."""

    @property
    def investment(self) -> MoneyRange | None:
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


class Bounds(Value):
    """The bounds of a figure: without an upper one it is open; ``about`` marks a figure that is not exact."""

    low: Decimal
    high: Decimal | None
    about: bool = False

    def overlap(self, other: "Bounds") -> bool:
        """Return whether two figures can be the same; one that is not exact may be a tenth more or less."""
        return self.may_be_below(other) and other.may_be_below(self)

    def may_be_below(self, other: "Bounds") -> bool:
        """Return whether this figure can be as small as the other one, or smaller."""
        upper = other.high
        if upper is None:
            return True
        return self.low * (1 - TENTH * self.about) <= upper * (1 + TENTH * other.about)


TENTH = Decimal("0.1")


class Total(Value):
    """How many projects, how many of them state an investment, and the sum of those; the bounds of all in yuan.

    The sum counts the lower bound of each: it is a least sum where one of them may be more, about the sum where one of
    them is not exact. The bounds are open above where a project states none.
    """

    projects: int
    stated: int
    investment: MoneyRange
    bounds: Bounds

    @property
    def amount(self) -> Decimal:
        """The sum of the lower bounds in yuan."""
        return self.bounds.low


def in_yuan(money: Money, site: Site) -> Decimal | None:
    """Convert a sum at the dated rate of the settings; without a rate there is no answer (the check reports it)."""
    rates: dict[str, Decimal] = {CNY: Decimal(1), **{rate.currency: rate.yuan for rate in site.rates}}
    rate = rates.get(money.currency)
    return None if rate is None else money.amount * rate


def bounds_of(sum_: MoneyRange | None, site: Site) -> Bounds | None:
    """Return the bounds of a sum in yuan; nothing where none is named, or no rate converts it."""
    if sum_ is None or sum_.negotiable:
        return None
    low, high = (in_yuan(bound, site) if bound else None for bound in (sum_.low, sum_.high))
    if low is None and high is None:
        return None
    return Bounds(low or Decimal(0), high, sum_.about)


def area_bounds(area: AreaRange) -> Bounds:
    """Return the bounds of an area in square metres."""
    return Bounds(area.least.square_metres, area.high.square_metres if area.high else None, area.about)


def amount_of(project: Offered, site: Site) -> Decimal | None:
    """Return the lower bound of a project's investment in yuan, if it names a sum that can be converted."""
    bounds = bounds_of(project.investment, site)
    return bounds.low if bounds else None


def total(projects: Iterable[Offered], site: Site) -> Total:
    """Count projects and add up their investments."""
    return summed(bounds_of(project.investment, site) for project in projects)


def summed(sums: Iterable[Bounds | None]) -> Total:
    """Count projects by the bounds of their investments, and add these up."""
    every = list(sums)
    stated = [bounds for bounds in every if bounds is not None]
    low = sum((bounds.low for bounds in stated), Decimal(0))
    exact, about = all(bounds.low == bounds.high for bounds in stated), any(bounds.about for bounds in stated)
    highs = [bounds.high for bounds in stated if bounds.high is not None]
    high = sum(highs, Decimal(0)) if len(highs) == len(every) else None
    least = yuan(low)
    investment = MoneyRange(least.typed, least, least if exact else None, about=about and exact)
    return Total(len(every), len(stated), investment, Bounds(low, high, about))


def announced_sums(event: Event) -> dict[str, MoneyRange | None] | None:
    """Return the sum announced for each project of an event; nothing where it was not written down."""
    each = event.announced.each if event.announced else []
    return {announced.project: announced.investment for announced in each} or None


def event_total(event: Event, linked: Total, site: Site) -> Total:
    """Return the totals of an event's projects: of the announced sums, else of the present ones (``linked``)."""
    sums = announced_sums(event)
    if sums is None:
        return linked
    return summed(bounds_of(sum_, site) for sum_ in sums.values())


def land(areas: Iterable[AreaRange | None], unit: str = "亩") -> AreaRange:
    """Add up areas exactly, in thirds of a square metre, and return the sum in a unit; land is offered in mu."""
    stated = [area for area in areas if area is not None]
    sum_ = sum((area.least.thirds for area in stated), Decimal(0))
    exact = all(area.low == area.high for area in stated)
    least = Area("", sum_ / Area("", Decimal(1), unit).thirds, unit)
    return AreaRange("", least, least if exact else None, about=exact and any(area.about for area in stated))


def available(project: Offered, day: date) -> bool:
    """Return whether a project still seeks an investor: by its status and its dates."""
    return seeks(project) and lasts(project.valid_until, day)


def seeks(project: Offered) -> bool:
    """Return whether a project seeks an investor by its status."""
    return project.withdrawn is None and project.status in {ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING}


def lasts(until: date | None, day: date) -> bool:
    """Return whether a validity until a day still lasts; without a day it does."""
    return until is None or until >= day


def published(catalog: Catalog) -> list[Project]:
    """Return all projects that have a place in lists and totals: those not withdrawn."""
    return [project for project in catalog.projects.values() if project.withdrawn is None]
