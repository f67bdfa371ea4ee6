"""What a declared benefit comes to for stated facts: exact decimals, rounded half up to the fen."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from catalog.model.benefit import Benefit, Bracket, Fixed, PerUnit, Rate, Service, Tiers
from catalog.model.claim import size
from catalog.model.eligibility import Test
from catalog.model.facts import InvestorFact
from catalog.quantities import Area, Money

Stated = Mapping[InvestorFact, Any]

FEN = Decimal("0.01")
DIGITS = 80
"""Enough for the longest typed number times the longest rate, so that only the rounding to the fen rounds."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A year's sum before and after its limits, and what all years come to; ``reached`` is the tier that counted."""

    before: Money
    yearly: Money
    total: Money
    reached: Bracket | None = None


def amount(benefit: Benefit, facts: Stated) -> Sum | None:
    """Compute a benefit; a service has no sum, nor has one whose base is not stated or is in another currency."""
    if isinstance(benefit, Service):
        return None
    with localcontext(prec=DIGITS):
        found = _before(benefit, facts)
        if found is None:
            return None
        before, reached = found
        limits = [limit for limit in (benefit.cap, benefit.floor) if limit]
        if any(limit.currency != before.currency for limit in limits):
            return None
        yearly = before.amount
        # Nothing stays nothing: the least sum is paid only to whom anything is paid.
        if yearly > 0:
            yearly = min(yearly, benefit.cap.amount) if benefit.cap else yearly
            yearly = max(yearly, benefit.floor.amount) if benefit.floor else yearly
        fen = yearly.quantize(FEN, ROUND_HALF_UP)
        return Sum(before, _money(fen, before), _money(fen * benefit.years, before), reached)


def base_of(benefit: Benefit) -> InvestorFact | None:
    """Name the fact that a benefit is reckoned from, if there is one."""
    return None if isinstance(benefit, Fixed | Service) else benefit.base


def passes(test: Test, facts: Stated) -> bool | None:
    """Say whether stated facts pass a test; nothing where the fact is not stated or cannot be compared."""
    value = facts.get(test.fact)
    if value is None:
        return None
    if test.is_ is not None:
        return bool(value == test.is_)
    if test.one_of is not None:
        return value in test.one_of
    measure, number = size(value)
    for bound, sign in ((test.at_least, 1), (test.at_most, -1)):
        if bound is None:
            continue
        other, limit = size(bound)
        if other != measure:
            return None
        if sign * (number - limit) < 0:
            return False
    return True


def _before(benefit: Rate | Tiers | Fixed | PerUnit, facts: Stated) -> tuple[Money, Bracket | None] | None:
    """Give a year's sum before its limits, and the tier that was reached."""
    if isinstance(benefit, Fixed):
        return benefit.amount, None
    value = facts.get(benefit.base)
    if value is None:
        return None
    if isinstance(benefit, Rate):
        return _share(value, benefit.rate.number), None
    if isinstance(benefit, PerUnit):
        units = value.mu if isinstance(value, Area) else Decimal(value)
        return _money(units * benefit.amount.amount, benefit.amount), None
    return _tier(benefit, value)


def _tier(benefit: Tiers, value: Any) -> tuple[Money, Bracket | None] | None:
    measure, number = size(value)
    if size(benefit.tiers[0].from_)[0] != measure:
        return None
    reached = [tier for tier in benefit.tiers if tier.start <= number]
    if not reached:
        first = next((tier.amount for tier in benefit.tiers if tier.amount), value)
        return _money(Decimal(0), first), None
    tier = reached[-1]
    if tier.rate:
        return _share(value, tier.rate.number), tier
    return (tier.amount, tier) if tier.amount else None


def _share(base: Money, hundredths: Decimal) -> Money:
    return _money(base.amount * hundredths / 100, base)


def _money(number: Decimal, like: Money) -> Money:
    return Money(f"{like.currency} {number}", number, like.currency)
