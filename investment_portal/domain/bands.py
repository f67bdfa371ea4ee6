"""Bands of sums and land, with short values that stay the same in addresses; sizes of plots and halls."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import TypeVar

from investment_portal.domain.totals import land
from investment_portal.models.choice import Choice
from investment_portal.models.park import Hall, Plot
from investment_portal.models.quantities import Area, AreaRange
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.value import Value


class InvestmentBand(Choice):
    """Sums of investment; the value counts in 亿元 (hundred million yuan)."""

    BELOW_1 = "0-1", "1 亿元以下", "Below CNY 100 million"
    FROM_1 = "1-5", "1–5 亿元", "CNY 100–500 million"
    FROM_5 = "5-10", "5–10 亿元", "CNY 500 million–1 billion"
    FROM_10 = "10-50", "10–50 亿元", "CNY 1–5 billion"
    FROM_50 = "50-", "50 亿元以上", "CNY 5 billion or more"


class LandBand(Choice):
    """Sizes of land; the value counts in hectares (15 mu). Investors mostly ask for plots of 2 to 5 ha."""

    BELOW_2 = "0-2", "30 亩以下", "Below 2 ha"
    FROM_2 = "2-5", "30–75 亩", "2–5 ha"
    FROM_5 = "5-10", "75–150 亩", "5–10 ha"
    FROM_10 = "10-30", "150–450 亩", "10–30 ha"
    FROM_30 = "30-", "450 亩以上", "30 ha or more"


YUAN, SQUARE_METRES = Decimal(10**8), Decimal(10**4)
"""The size of a band's own unit."""

Band = TypeVar("Band", bound=Choice)


def bands_between(bands: type[Band], low: Decimal, high: Decimal | None) -> list[Band]:
    """Return the bands that a figure between two bounds (in the bands' own unit) may lie in; none is above an open one.

    A band's lower bound is part of it; a range that ends there does not reach into it.
    """
    bounds = _lower_bounds(bands)
    first = bisect_right(bounds, low)
    last = len(bounds) if high is None else max(first, bisect_left(bounds, high) if high > low else first)
    return list(bands)[first - 1 : last]


@cache
def _lower_bounds(bands: type[Choice]) -> list[Decimal]:
    return [Decimal(option.value.partition("-")[0]) for option in bands]


SMALL_PLOT, LARGE_PLOT = Area.parse("2 ha"), Area.parse("5 ha")
OFFICE, SMALL_HALL, LARGE_HALL = Area.parse("500 m²"), Area.parse("2000 m²"), Area.parse("5000 m²")


class SizeBand(Value):
    """A band of sizes with its offers; a missing bound is open."""

    above: Area | None
    below: Area | None
    offers: Sequence[Plot | Hall]
    closed: bool = False
    """True if its upper bound belongs to it although nothing lies below it."""

    @property
    def total(self) -> AreaRange:
        """Add up the areas of what is on offer, in the unit of the band's bounds."""
        return land((offer.area for offer in self.offers), (self.above or self.below or OFFICE).unit)

    @property
    def soonest(self) -> PartialDate | None:
        """Return the earliest day on which something of the size can be had."""
        return min((offer.available_from for offer in self.offers if offer.available_from), default=None)


def hall_total(halls: Iterable[Hall]) -> AreaRange:
    """Add up all halls and offices on offer."""
    return land((hall.area for hall in halls), OFFICE.unit)


def _most(offer: Plot | Hall) -> Decimal:
    """Return the upper bound of an area, in thirds of a square metre."""
    return offer.area.high.thirds if offer.area.high else Decimal("Infinity")


def plot_bands(plots: Iterable[Plot]) -> list[SizeBand]:
    """Sort plots into below 2 ha, 2 to 5 ha, above 5 ha."""
    return _bands(plots, (SMALL_PLOT, LARGE_PLOT))


def hall_bands(halls: Iterable[Hall]) -> list[SizeBand]:
    """Sort halls larger than an office into below 2,000 m², 2,000 to 5,000 m², above."""
    return _bands((hall for hall in halls if _most(hall) > OFFICE.thirds), (SMALL_HALL, LARGE_HALL))


def office_band(halls: Iterable[Hall]) -> SizeBand:
    """Return the offices and small units."""
    return SizeBand(None, OFFICE, [hall for hall in halls if hall.area.least.thirds <= OFFICE.thirds], closed=True)


def _bands(offers: Iterable[Plot | Hall], bounds: tuple[Area, Area]) -> list[SizeBand]:
    """Sort into three; both bounds belong to the middle one, and what can be divided is in each that it reaches."""
    low, high = bounds
    spaces = list(offers)
    return [
        SizeBand(None, low, [space for space in spaces if space.area.least.thirds < low.thirds]),
        SizeBand(
            low,
            high,
            [space for space in spaces if low.thirds <= _most(space) and space.area.least.thirds <= high.thirds],
        ),
        SizeBand(high, None, [space for space in spaces if _most(space) > high.thirds]),
    ]
