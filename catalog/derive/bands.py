"""Bands of investment and land, by which investors narrow a list; their values stand in addresses for ever."""

from bisect import bisect_right
from decimal import Decimal
from functools import cache
from typing import TypeVar

from catalog.model.choice import Choice


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
"""What one of a band's own unit is."""

Band = TypeVar("Band", InvestmentBand, LandBand)


def band(bands: type[Band], amount: Decimal) -> Band:
    """Give the band that an amount (in the bands' own unit) lies in: its lower bound is part of it."""
    return list(bands)[bisect_right(_lower_bounds(bands), amount) - 1]


@cache
def _lower_bounds(bands: type[Choice]) -> list[Decimal]:
    return [Decimal(one.value.partition("-")[0]) for one in bands]
