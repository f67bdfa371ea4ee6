"""The worked example of a policy: the case, what it states, and how the sum follows."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from catalog.derive.worked import Sum, amount, stated
from catalog.model.base import fields_of
from catalog.model.benefit import Fixed, PerUnit, Rate, Service, Tiers
from catalog.model.facts import InvestorFact
from catalog.model.policy import Policy
from catalog.model.worked_example import WorkedExample
from catalog.quantities.money import yuan
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.fields import facts, make_fact
from catalog.views.parts import Cell, Fact, Facts, KeyFigures, Part, Table
from catalog.views.policies.standard import parts_of

Typed = Mapping[InvestorFact, Any]


def example(context: Context, policy: Policy) -> list[Part]:
    """Work the example out; a policy without one, or with services only, has none."""
    given = policy.worked_example
    if given is None:
        return []
    words, site, typed = context.words, context.catalog.site, given.stated()
    facts_stated = stated(typed, site)
    worked = [(one, sum_) for one in policy.benefits if (sum_ := amount(one, facts_stated, site))]
    rows = [
        [
            Cell(_name(context, benefit, sum_)),
            Cell(_way(context, benefit, sum_, typed)),
            Cell(show(sum_.total, context.language), number=True),
        ]
        for benefit, sum_ in worked
    ]
    if not rows:
        return []
    head = [words[f"policy_column_{name}"] for name in ("item", "way", "sum")]
    parts: list[Part] = [Facts(facts(context, given, fields_of(WorkedExample), known_only=True))]
    parts.append(Table(words["policy_example_caption"], head, rows))
    return [*parts, KeyFigures(list(_totals(context, worked)))]


def _totals(context: Context, worked: Sequence[tuple[Any, Sum]]) -> Iterator[Fact]:
    """Add up what is of one kind of money: a loan is never added to a grant."""
    words = context.words
    kinds = dict.fromkeys(benefit.money for benefit, _ in worked)
    for kind in kinds:
        own = [sum_.total.amount for benefit, sum_ in worked if benefit.money is kind]
        label = words["policy_example_total" if len(own) > 1 else "policy_example_sum"]
        if len(kinds) > 1:
            label = words("benefit_kind", kind=show(kind, context.language), said=label)
        yield make_fact(context, label, yuan(sum(own, Decimal(0))))


def _name(context: Context, benefit: Any, sum_: Sum) -> str:
    """Name the row of the standard that applies: of tiers the one that was reached."""
    rows = list(parts_of(benefit, context))
    return rows[benefit.tiers.index(sum_.reached)][0] if sum_.reached else rows[0][0]


def _way(context: Context, benefit: Rate | Tiers | Fixed | PerUnit | Service, sum_: Sum, typed: Typed) -> str:
    """Write the calculation, limits and years included."""
    words, language = context.words, context.language
    yearly = show(sum_.yearly, language)
    said = _before(context, benefit, sum_, typed)
    if sum_.held:
        said += words[f"policy_way_{sum_.held}"].format(sum=yearly)
    if not isinstance(benefit, Service) and benefit.years > 1:
        said += words("policy_way_years", sum=yearly, years=benefit.years, total=show(sum_.total, language))
    return said


def _before(context: Context, benefit: Any, sum_: Sum, typed: Typed) -> str:
    words, language = context.words, context.language
    before = show(sum_.before, language)
    if isinstance(benefit, Fixed):
        return before
    base = show(typed[benefit.base], language)
    if isinstance(benefit, PerUnit):
        return words("policy_way_unit", base=base, amount=show(benefit.amount, language), sum=before)
    rate = benefit.rate if isinstance(benefit, Rate) else sum_.reached and sum_.reached.rate
    if rate:
        return words("policy_way_rate", rate=show(rate, language), base=base, sum=before)
    return words("policy_way_tier", base=base, sum=before)
