"""What a declared benefit comes to for the facts of a worked example: the matcher's engine, with figures to show."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from catalog.derive.support.amount import FEN, reckon
from catalog.derive.support.declare import award, condition, measured
from catalog.derive.support.stated import Stated, settled
from catalog.derive.support.verdict import Verdict, judge
from catalog.model.benefit import Benefit, Bracket, Fixed, Service, Tiers
from catalog.model.eligibility import Test
from catalog.model.facts import SORTS, InvestorFact, Sort
from catalog.model.site import Site
from catalog.quantities import Money
from catalog.quantities.money import yuan
from catalog.value import Value

DIGITS = 60
"""Enough that a sum which is no decimal (a third of a fen) is rounded only where it is shown."""


class Sum(Value):
    """A year's sum before and after its limits, and what all years come to.

    ``held`` is the limit that counted (cap, floor or nothing), ``reached`` the tier.
    """

    before: Money
    yearly: Money
    total: Money
    held: str = ""
    reached: Bracket | None = None


def stated(facts: Mapping[InvestorFact, Any], site: Site) -> Stated:
    """Give typed facts as the engine measures them."""
    return settled({fact.value: _value(fact, value, site) for fact, value in facts.items()})


def amount(benefit: Benefit, facts: Stated, site: Site) -> Sum | None:
    """Reckon a benefit; a service has no sum, nor has one whose base is not stated or whose own conditions fail."""
    if isinstance(benefit, Service):
        return None
    found = reckon(award(benefit, site), facts)
    if found.verdict != "yes" or found.raw is None:
        return None
    reached = benefit.tiers[found.tier] if isinstance(benefit, Tiers) and found.tier is not None else None
    yearly = Fraction(found.least, FEN)
    return Sum(_money(found.raw), _money(yearly), _money(yearly * found.years), found.held, reached)


def facts_of(benefit: Benefit) -> Iterable[InvestorFact]:
    """Name the facts that a benefit is reckoned from."""
    if isinstance(benefit, Service):
        return ()
    base = () if isinstance(benefit, Fixed) else (benefit.base,)
    return (*base, *(test.fact for test in benefit.only_if))


def passes(test: Test, facts: Stated, site: Site) -> Verdict:
    """Judge whether stated facts pass a test."""
    return judge(condition(test, site), facts)


def _value(fact: InvestorFact, value: Any, site: Site) -> Fraction | frozenset[str] | bool:
    if SORTS[fact] is Sort.YES_NO:
        return bool(value)
    if SORTS[fact] in {Sort.MONEY, Sort.AREA, Sort.COUNT}:
        return measured(value, site)
    return frozenset((str(getattr(value, "value", value)),))


def _money(sum_: Fraction) -> Money:
    with localcontext(prec=DIGITS):
        return yuan(Decimal(sum_.numerator) / Decimal(sum_.denominator))
