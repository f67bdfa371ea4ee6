"""Quantities as staff write them: parsed strictly, kept exactly as decimals, shown as typed."""

from investment_portal.models.quantities.area import Area
from investment_portal.models.quantities.days import Days
from investment_portal.models.quantities.money import Money
from investment_portal.models.quantities.number import Percent
from investment_portal.models.quantities.ranges import (
    AreaRange,
    HeadcountRange,
    MoneyRange,
    PercentRange,
    QuantityRange,
    WorkingDaysRange,
    YearsRange,
)
from investment_portal.models.quantities.unit_price import UnitPrice

__all__ = [
    "Area",
    "AreaRange",
    "Days",
    "HeadcountRange",
    "Money",
    "MoneyRange",
    "Percent",
    "PercentRange",
    "QuantityRange",
    "UnitPrice",
    "WorkingDaysRange",
    "YearsRange",
]
