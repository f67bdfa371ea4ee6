"""From policies to declarations: exact fractions, yuan at the dated rate, square metres."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import singledispatch
from typing import Any

from catalog.derive.support.declaration import Condition, Declared, Gift, Limit, Package, Step
from catalog.model.benefit import Benefit, Fixed, PerUnit, Rate, Service, Tiers
from catalog.model.catalog import Catalog
from catalog.model.claim import Figure
from catalog.model.eligibility import Test
from catalog.model.facts import InvestorFact
from catalog.model.lists import AreaUnit
from catalog.model.policy import Policy, PolicyState
from catalog.model.site import Site
from catalog.quantities import Area, Money, Percent
from catalog.quantities.area import UNITS

HUNDREDTH = Fraction(1, 100)


def declare(catalog: Catalog, day: date) -> Package:
    """Give the package as of a day: policies in force and those that will be, in the order of their ids."""
    policies = [policy for policy in catalog.policies.values() if not _is_over(policy, day)]
    ids = {policy.id for policy in policies}
    limits = [
        Limit(members, shared.money.value, measured(shared.at_most, catalog.site))
        for policy in policies
        for shared in policy.together
        if len(members := frozenset({policy.id, *shared.with_}) & ids) > 1
    ]
    return Package([declare_policy(policy, catalog.site) for policy in policies], limits)


def _is_over(policy: Policy, day: date) -> bool:
    """Say whether a policy will not be in force any more: those keep their page, and are left out of the matcher."""
    until = policy.effective.until
    over = until is not None and until < day
    return over or policy.withdrawn is not None or policy.state is PolicyState.REPEALED


def declare_policy(policy: Policy, site: Site) -> Declared:
    """Give one policy; those for whom it is meant are tested like any other fact."""
    return Declared(
        policy.id,
        policy.effective.from_,
        policy.effective.until,
        [*_audience(policy), *(condition(test, site) for test in policy.eligibility)],
        [gift(benefit, site) for benefit in policy.benefits],
        policy.excludes,
    )


def _audience(policy: Policy) -> Iterator[Condition]:
    for fact, meant in audience(policy):
        yield Condition(fact.value, one_of=[str(one) for one in meant])


def audience(policy: Policy) -> Iterator[tuple[InvestorFact, Iterable[Any]]]:
    """Give for whom a policy is, in the order in which declarations test it; what is for all is not asked."""
    for fact, meant in (
        (InvestorFact.SECTOR, policy.sectors),
        (InvestorFact.ENTERPRISE_TYPE, policy.enterprise_types),
        (InvestorFact.STAGE, policy.stages),
    ):
        if meant != "all":
            yield fact, meant


def condition(test: Test, site: Site) -> Condition:
    """Give a test of eligibility."""
    return Condition(
        test.fact.value,
        None if test.at_least is None else measured(test.at_least, site),
        None if test.at_most is None else measured(test.at_most, site),
        test.one_of,
        test.is_,
    )


def measured(figure: Figure, site: Site) -> Fraction:
    """Measure a figure exactly: sums in yuan, areas in square metres, shares as fractions of one."""
    if isinstance(figure, Money):
        rates = {"CNY": Fraction(1), **{rate.currency: Fraction(rate.yuan) for rate in site.rates}}
        return Fraction(figure.amount) * rates[figure.currency]
    if isinstance(figure, Area):
        return Fraction(figure.number) * _square_metres(figure.unit)
    if isinstance(figure, Percent):
        return Fraction(figure.number) * HUNDREDTH
    return Fraction(figure)


def _square_metres(unit: str) -> Fraction:
    return Fraction(*UNITS[unit])


UNIT_OF: dict[AreaUnit | None, Fraction] = {
    None: Fraction(1),
    **{unit: _square_metres(unit.value) for unit in AreaUnit},
}
"""Square metres in a unit that benefits count; what is no area counts one by one."""


@singledispatch
def gift(benefit: Any, site: Site) -> Gift:  # noqa: ARG001 - those registered below need it
    """Give a benefit."""
    raise TypeError(f"no declaration of {type(benefit).__name__}")


@gift.register
def _(benefit: Rate, site: Site) -> Gift:
    rate = measured(benefit.rate, site)
    return Gift("rate", base=benefit.base.value, rate=rate, **_limits(benefit, site))


@gift.register
def _(benefit: Tiers, site: Site) -> Gift:
    steps = [
        Step(
            measured(tier.from_, site),
            None if tier.amount is None else measured(tier.amount, site),
            None if tier.rate is None else measured(tier.rate, site),
        )
        for tier in benefit.tiers
    ]
    return Gift("tiers", base=benefit.base.value, steps=steps, **_limits(benefit, site))


@gift.register
def _(benefit: Fixed, site: Site) -> Gift:
    return Gift("fixed", amount=measured(benefit.amount, site), **_limits(benefit, site))


@gift.register
def _(benefit: PerUnit, site: Site) -> Gift:
    amount, unit = measured(benefit.amount, site), UNIT_OF[benefit.measure]
    return Gift("each", base=benefit.base.value, amount=amount, unit=unit, **_limits(benefit, site))


@gift.register
def _(benefit: Service, site: Site) -> Gift:  # noqa: ARG001 - a service is no sum
    return Gift("service")


def _limits(benefit: Benefit, site: Site) -> dict[str, Any]:
    if isinstance(benefit, Service):
        raise TypeError("a service has no limits")
    return {
        "kind": benefit.money.value,
        "cap": None if benefit.cap is None else measured(benefit.cap, site),
        "floor": None if benefit.floor is None else measured(benefit.floor, site),
        "years": benefit.years,
        "only_if": [condition(test, site) for test in benefit.only_if],
    }
