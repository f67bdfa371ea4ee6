"""Compute the worked example of a policy with the engine of the matcher."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from investment_portal.domain.incentives.amount import FEN, marginal_parts, reckon
from investment_portal.domain.incentives.declare import award, condition, measured
from investment_portal.domain.incentives.verdict import Stated, Verdict, judge, open_facts, settled
from investment_portal.models.benefit import Benefit, Bracket, Fixed, Service, Tiers
from investment_portal.models.facts import FITTING, Test
from investment_portal.models.quantities import Money
from investment_portal.models.quantities.money import yuan
from investment_portal.models.site import Site, fact_info
from investment_portal.value import Value

DIGITS = 60
"""Enough that a sum which is no decimal (a third of a fen) is rounded only where it is shown."""


class Sum(Value):
    """A year's sum before and after its limits, and the total of all years.

    ``held`` is the limit that counted (cap, floor or nothing), ``reached`` the tier, ``slices`` the part of the base in
    each tier where they count by parts. ``held_all`` says that the cap of all years counted; ``parts`` is the total as
    it is paid.
    """

    before: Money
    yearly: Money
    total: Money
    held: str = ""
    reached: Bracket | None = None
    slices: Sequence[Money] = ()
    held_all: bool = False
    parts: Sequence[Money] = ()


def stated(facts: Mapping[str, Any], site: Site) -> Stated:
    """Return typed facts as the engine measures them."""
    return settled({fact: _value(fact, value, site) for fact, value in facts.items()})


def amount(benefit: Benefit, facts: Stated, site: Site) -> Sum | None:
    """Compute a benefit; None for a service, a base that is not stated, or conditions that fail."""
    if isinstance(benefit, Service):
        return None
    reckoned = reckon(award(benefit, site), facts)
    if reckoned.verdict != "yes" or reckoned.raw is None:
        return None
    reached = benefit.tiers[reckoned.tier] if isinstance(benefit, Tiers) and reckoned.tier is not None else None
    yearly = Fraction(reckoned.least, FEN)
    return Sum(
        _money(reckoned.raw),
        _money(yearly),
        _money(Fraction(reckoned.least_all, FEN)),
        reckoned.held,
        reached,
        _slices(benefit, facts, site),
        reckoned.held_all,
        [_money(Fraction(part, FEN)) for part in reckoned.parts],
    )


def _slices(benefit: Benefit, facts: Stated, site: Site) -> list[Money]:
    if not isinstance(benefit, Tiers) or not benefit.marginal:
        return []
    base = facts[benefit.base]
    declared = award(benefit, site)
    return [_money(part) for part, _ in marginal_parts(declared, base)] if isinstance(base, Fraction) else []


def missing_facts(benefit: Benefit, facts: Stated, site: Site) -> Iterator[str]:
    """Yield the facts without which a benefit can't be computed: its base, and what its conditions depend on."""
    if isinstance(benefit, Service):
        return
    if not isinstance(benefit, Fixed) and benefit.base not in facts:
        yield benefit.base
    for test in benefit.only_if:
        yield from open_facts(condition(test, site), facts)


def passes(test: Test, facts: Stated, site: Site) -> Verdict:
    """Judge whether stated facts pass a test."""
    return judge(condition(test, site), facts)


def _value(fact: str, value: Any, site: Site) -> Fraction | frozenset[str] | bool:
    info = fact_info(site, fact)
    if isinstance(value, bool):
        return value
    if info and info.sort in FITTING:
        return measured(value, site)
    return frozenset((str(getattr(value, "value", value)),))


def _money(sum_: Fraction) -> Money:
    with localcontext(prec=DIGITS):
        return yuan(Decimal(sum_.numerator) / Decimal(sum_.denominator))
