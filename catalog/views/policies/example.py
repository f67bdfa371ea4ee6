"""The worked example of a policy: the case, what it states, and how the sum follows."""

from decimal import Decimal
from typing import Any

from catalog.derive.worked import Stated, Sum, amount
from catalog.model.benefit import Fixed, PerUnit, Rate, Service, Tiers
from catalog.model.policy import Policy
from catalog.model.worked_example import WorkedExample
from catalog.quantities import Money
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.fields import facts, make_fact
from catalog.views.parts import Cell, Facts, KeyFigures, Part, Table
from catalog.views.policies.standard import parts_of


def example(context: Context, policy: Policy) -> list[Part]:
    """Work the example out; a policy without one, or with services only, has none."""
    given = policy.worked_example
    if given is None:
        return []
    words, stated = context.words, given.stated()
    worked = [(one, sum_) for one in policy.benefits if (sum_ := amount(one, stated))]
    rows = [
        [
            Cell(_name(context, benefit, sum_)),
            Cell(_way(context, benefit, sum_, stated)),
            Cell(show(sum_.total, context.language), number=True),
        ]
        for benefit, sum_ in worked
    ]
    if not rows:
        return []
    head = [words[f"policy_column_{name}"] for name in ("item", "way", "sum")]
    parts: list[Part] = [Facts(facts(context, given, WorkedExample.model_fields, known_only=True))]
    parts.append(Table(words["policy_example_caption"], head, rows))
    if len({sum_.total.currency for _, sum_ in worked}) == 1:
        first = worked[0][1].total
        total = sum((sum_.total.amount for _, sum_ in worked), Decimal(0))
        label = words["policy_example_total" if len(worked) > 1 else "policy_example_sum"]
        parts.append(KeyFigures([make_fact(context, label, Money(f"{first.currency} {total}", total, first.currency))]))
    return parts


def _name(context: Context, benefit: Any, sum_: Sum) -> str:
    """Name the row of the standard that applies: of tiers the one that was reached."""
    rows = list(parts_of(benefit, context))
    return rows[benefit.tiers.index(sum_.reached)][0] if sum_.reached else rows[0][0]


def _way(context: Context, benefit: Rate | Tiers | Fixed | PerUnit | Service, sum_: Sum, stated: Stated) -> str:
    """Write the calculation, limits and years included."""
    words, language = context.words, context.language
    yearly = show(sum_.yearly, language)
    said = _before(context, benefit, sum_, stated)
    if sum_.yearly.amount < sum_.before.amount and not isinstance(benefit, Service) and benefit.cap:
        said += words("policy_way_cap", sum=yearly)
    elif sum_.yearly.amount > sum_.before.amount and not isinstance(benefit, Service) and benefit.floor:
        said += words("policy_way_floor", sum=yearly)
    if not isinstance(benefit, Service) and benefit.years > 1:
        said += words("policy_way_years", sum=yearly, years=benefit.years, total=show(sum_.total, language))
    return said


def _before(context: Context, benefit: Any, sum_: Sum, stated: Stated) -> str:
    words, language = context.words, context.language
    before = show(sum_.before, language)
    if isinstance(benefit, Fixed):
        return before
    base = show(stated[benefit.base], language)
    if isinstance(benefit, PerUnit):
        return words("policy_way_unit", base=base, amount=show(benefit.amount, language), sum=before)
    rate = benefit.rate if isinstance(benefit, Rate) else sum_.reached and sum_.reached.rate
    if rate:
        return words("policy_way_rate", rate=show(rate, language), base=base, sum=before)
    return words("policy_way_tier", base=base, sum=before)
