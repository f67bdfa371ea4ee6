"""Quantities as staff write them: parsed strictly, kept exactly as decimals, shown as typed."""

from investment_portal.models.quantities.area import Area
from investment_portal.models.quantities.days import Days
from investment_portal.models.quantities.money import Money
from investment_portal.models.quantities.number import Percent

__all__ = ["Area", "Days", "Money", "Percent"]
