"""How a firm comes by a policy: who may apply, and in which steps."""

from decimal import Decimal

from catalog.model.policy import Policy
from catalog.quantities import Money
from catalog.quantities.money import yuan
from catalog.views.benefits import test
from catalog.views.context import Context
from catalog.views.fields import facts, make_fact
from catalog.views.parts import Bullets, Fact, Part, Step, Steps

STEP = ("authority", "bring", "result", "cost", "days", "legal_basis", "recourse", "contact")


def eligibility(context: Context, policy: Policy) -> list[Part]:
    """Give the tests that an applicant must pass."""
    return [Bullets([test(one, context) for one in policy.eligibility])] if policy.eligibility else []


def steps(context: Context, policy: Policy) -> list[Part]:
    """Give the steps, with their number, days and cost in all."""
    if not policy.steps:
        return []
    shown = [Step(one.name.in_(context.language), facts(context, one, STEP, known_only=True)) for one in policy.steps]
    return [Steps(shown, _totals(context, policy))]


def _totals(context: Context, policy: Policy) -> list[Fact]:
    """Add up; where a step does not say, nobody knows the total. A visit is a step to which something is brought."""
    words, given = context.words, policy.steps
    days = [one.days for one in given if one.days is not None]
    costs = [one.cost for one in given if one.cost is not None]
    return [
        make_fact(context, words["total_steps"], len(given)),
        make_fact(context, words["policy_total_visits"], sum(bool(one.bring) for one in given)),
        make_fact(context, words["policy_total_papers"], len(policy.materials)),
        make_fact(context, words["total_days"], sum(days) if len(days) == len(given) else None),
        make_fact(context, words["total_cost"], _sum(costs) if len(costs) == len(given) else None),
    ]


def _sum(costs: list[Money]) -> Money | None:
    if any(one.currency != "CNY" for one in costs):
        return None
    return yuan(sum((one.amount for one in costs), Decimal(0)))
