"""Sizes that investors ask for: plots of 2 to 5 ha, halls of 2,000 to 5,000 m², offices of up to 500 m²."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from catalog.model.park import Hall, Plot
from catalog.quantities import Area
from catalog.quantities.dates import PartialDate
from catalog.value import Value

SMALL_PLOT, LARGE_PLOT = Area.parse("2 ha"), Area.parse("5 ha")
OFFICE, SMALL_HALL, LARGE_HALL = Area.parse("500 m²"), Area.parse("2000 m²"), Area.parse("5000 m²")


class Band(Value):
    """One size: what is on offer in it; a bound that is missing is open."""

    above: Area | None
    below: Area | None
    offers: Sequence[Plot | Hall]
    closed: bool = False
    """Whether its upper bound belongs to it although nothing lies below it."""

    @property
    def total(self) -> Area:
        """Add up the areas of what is on offer, in the unit of the band's bounds."""
        return _total(self.offers, (self.above or self.below or OFFICE).unit)

    @property
    def soonest(self) -> PartialDate | None:
        """Give the earliest day on which something of the size can be had."""
        return min((one.available_from for one in self.offers if one.available_from), default=None)


def hall_total(halls: Iterable[Hall]) -> Area:
    """Add up all halls and offices on offer."""
    return _total(halls, OFFICE.unit)


def plot_bands(plots: Iterable[Plot]) -> list[Band]:
    """Sort plots into below 2 ha, 2 to 5 ha, above 5 ha."""
    return _bands(plots, (SMALL_PLOT, LARGE_PLOT))


def hall_bands(halls: Iterable[Hall]) -> list[Band]:
    """Sort halls larger than an office into below 2,000 m², 2,000 to 5,000 m², above."""
    return _bands((hall for hall in halls if hall.area.thirds > OFFICE.thirds), (SMALL_HALL, LARGE_HALL))


def office_band(halls: Iterable[Hall]) -> Band:
    """Give the offices and small units."""
    return Band(None, OFFICE, [hall for hall in halls if hall.area.thirds <= OFFICE.thirds], closed=True)


def _bands(offers: Iterable[Plot | Hall], bounds: tuple[Area, Area]) -> list[Band]:
    """Sort into three; both bounds belong to the middle one."""
    low, high = bounds
    given = list(offers)
    return [
        Band(None, low, [one for one in given if one.area.thirds < low.thirds]),
        Band(low, high, [one for one in given if low.thirds <= one.area.thirds <= high.thirds]),
        Band(high, None, [one for one in given if one.area.thirds > high.thirds]),
    ]


def _total(offers: Iterable[Plot | Hall], unit: str) -> Area:
    thirds = sum((one.area.thirds for one in offers), Decimal(0))
    return Area("", thirds / Area("", Decimal(1), unit).thirds, unit)
