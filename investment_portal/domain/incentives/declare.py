"""From policies to declarations (exact fractions, yuan at the dated rate, square metres), and both as plain JSON."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import singledispatch
from typing import Any

from investment_portal.domain.incentives.declaration import Award, Condition, Declared, DeclaredTier, Limit, Package
from investment_portal.models.benefit import Benefit, Fixed, PerUnit, Rate, Service, Tiers
from investment_portal.models.catalog import Catalog
from investment_portal.models.claim import Figure
from investment_portal.models.controlled_values import AreaUnit
from investment_portal.models.facts import InvestorFact, Test
from investment_portal.models.policy import Policy, PolicyState
from investment_portal.models.quantities import Area, Money, Percent
from investment_portal.models.quantities.area import UNITS
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.quantities.number import Counted
from investment_portal.models.site import Site, all_facts, fact_info
from investment_portal.value import Value

HUNDREDTH = Fraction(1, 100)
UNIT_NAMES = {AreaUnit.MU: "mu", AreaUnit.SQUARE_METRE: "m²", AreaUnit.HECTARE: "ha"}


def declare(catalog: Catalog, day: date) -> Package:
    """Return the package as of a day: policies in force and those that will be, in the order of their ids."""
    policies = [policy for policy in catalog.policies.values() if not _is_over(policy, day)]
    ids = {policy.id for policy in policies}
    limits = [
        Limit(frozenset({policy.id, *shared.with_}) & ids, shared.money.value, measured(shared.at_most, catalog.site))
        for policy in policies
        for shared in policy.together
    ]
    return Package([declare_policy(policy, catalog.site) for policy in policies], limits, bounds(catalog.site))


def bounds(site: Site) -> dict[str, str]:
    """Return for each fact that another one bounds the name of that other."""
    return {id_: fact.bounded_by for id_, fact in all_facts(site).items() if fact.bounded_by}


def _is_over(policy: Policy, day: date) -> bool:
    """Return whether a policy will not be in force any more: those keep their page, and are left out of the matcher."""
    until = policy.effective.until
    over = until is not None and until < day
    return over or policy.withdrawn is not None or policy.state is PolicyState.REPEALED


def declare_policy(policy: Policy, site: Site) -> Declared:
    """Return one policy; its audience is tested like any other fact."""
    return Declared(
        policy.id,
        policy.effective.from_,
        policy.effective.until,
        [*_audience(policy), *(condition(test, site) for test in policy.eligibility)],
        [award(benefit, site) for benefit in policy.benefits],
        policy.excludes,
        policy.budget.exhausted if policy.budget else None,
    )


def _audience(policy: Policy) -> Iterator[Condition]:
    for fact, allowed in audience(policy):
        yield Condition(fact, one_of=[str(value) for value in allowed])


def audience(policy: Policy) -> Iterator[tuple[str, Iterable[Any]]]:
    """Yield the conditions of a policy's audience, in the order of declarations; none for a policy for all."""
    for fact, allowed in (
        (InvestorFact.SECTOR.value, policy.sectors),
        (InvestorFact.ENTERPRISE_TYPE.value, policy.enterprise_types),
        (InvestorFact.STAGE.value, policy.stages),
    ):
        if allowed != "all":
            yield fact, allowed


def condition(test: Test, site: Site) -> Condition:
    """Return a test of eligibility."""
    if test.groups:
        inner = {key: [condition(nested, site) for nested in tests] for key, tests in test.groups}
        return Condition(any=inner.get("any", ()), all=inner.get("all", ()), none=inner.get("none", ()))
    return Condition(
        test.tested,
        None if test.at_least is None else measured(test.at_least, site),
        None if test.at_most is None else measured(test.at_most, site),
        test.one_of,
        test.is_,
    )


def measured(figure: Figure | Counted, site: Site) -> Fraction:
    """Measure a figure exactly: sums in yuan, areas in square metres, shares as fractions of one."""
    if isinstance(figure, Money):
        return Fraction(figure.amount) * yuan_for(figure.currency, site)
    if isinstance(figure, Area):
        return Fraction(figure.number) * _square_metres(figure.unit)
    if isinstance(figure, Percent):
        return Fraction(figure.number) * HUNDREDTH
    if isinstance(figure, Counted):
        return Fraction(figure.number)
    return Fraction(figure)


def yuan_for(currency: str, site: Site) -> Fraction:
    """Return the price of one unit of a currency at the dated rate (the check reports a missing one)."""
    if currency == CNY:
        return Fraction(1)
    return next(Fraction(rate.yuan) for rate in site.rates if rate.currency == currency)


def _square_metres(unit: str) -> Fraction:
    times, parts = UNITS[unit]
    return Fraction(times, parts)


def _measure(benefit: PerUnit, site: Site) -> AreaUnit | None:
    """Return the unit of area that a benefit counts."""
    base = fact_info(site, benefit.base)
    return benefit.measure(base.sort) if base else None


def _unit(unit: AreaUnit | None) -> Fraction:
    """Return the square metres in a unit of a benefit; 1 for a unit that is no area."""
    return Fraction(1) if unit is None else _square_metres(UNIT_NAMES[unit])


@singledispatch
def award(benefit: Any, site: Site) -> Award:  # noqa: ARG001 - those registered below need it
    """Return a benefit."""
    raise TypeError(f"no declaration of {type(benefit).__name__}")


@award.register
def _(benefit: Rate, site: Site) -> Award:
    rate = measured(benefit.rate, site)
    return Award("rate", base=benefit.base, rate=rate, **_limits(benefit, site))


@award.register
def _(benefit: Tiers, site: Site) -> Award:
    tiers = [
        DeclaredTier(
            measured(tier.from_, site),
            None if tier.amount is None else measured(tier.amount, site),
            None if tier.rate is None else measured(tier.rate, site),
        )
        for tier in benefit.tiers
    ]
    limits = _limits(benefit, site)
    return Award("tiers", base=benefit.base, tiers=tiers, marginal=benefit.marginal, **limits)


@award.register
def _(benefit: Fixed, site: Site) -> Award:
    return Award("fixed", amount=measured(benefit.amount, site), **_limits(benefit, site))


@award.register
def _(benefit: PerUnit, site: Site) -> Award:
    amount, unit = measured(benefit.amount, site), _unit(_measure(benefit, site))
    return Award("each", base=benefit.base, amount=amount, unit=unit, **_limits(benefit, site))


@award.register
def _(benefit: Service, site: Site) -> Award:
    return Award("service", only_if=[condition(test, site) for test in benefit.only_if])


def _limits(benefit: Benefit, site: Site) -> dict[str, Any]:
    if isinstance(benefit, Service):
        raise TypeError("a service has no limits")
    return {
        "kind": benefit.money.value,
        "cap": None if benefit.cap is None else measured(benefit.cap, site),
        "floor": None if benefit.floor is None else measured(benefit.floor, site),
        "years": benefit.years,
        "cap_all": None if benefit.cap_all_years is None else measured(benefit.cap_all_years, site),
        "parts": [measured(share, site) for share in benefit.paid],
        "from_year": benefit.from_year,
        "only_if": [condition(test, site) for test in benefit.only_if],
    }


NAMES = {
    "one_of": "oneOf",
    "only_if": "onlyIf",
    "cap_all": "capAll",
    "least_all": "leastAll",
    "most_all": "mostAll",
    "held_all": "heldAll",
    "from_year": "fromYear",
}
"""Keys that JavaScript writes in its own way."""


def plain(value: Any) -> Any:
    """Return a value as JSON holds it; an empty list, like a missing value, is left out of its group."""
    if isinstance(value, Value):
        return {
            NAMES.get(name, name): plain(inner)
            for name in value.__struct_fields__
            if (inner := getattr(value, name)) is not None and inner not in ((), [], "")
        }
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    # JavaScript's numbers are not exact beyond sixteen digits.
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
