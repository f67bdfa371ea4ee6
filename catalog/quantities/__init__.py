"""Quantities as staff write them: parsed strictly, kept exactly as decimals, shown as typed."""

from catalog.quantities.area import Area
from catalog.quantities.days import Days
from catalog.quantities.money import Money
from catalog.quantities.percent import Percent

__all__ = ["Area", "Days", "Money", "Percent"]
