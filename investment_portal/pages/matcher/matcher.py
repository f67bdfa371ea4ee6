"""The matcher as a part of its page: the form, the policies, the way without a script, and the data."""

from collections.abc import Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.parts import ContactCard, Link, Part
from investment_portal.components.policy_dates import window_times
from investment_portal.domain.coverage import reaches
from investment_portal.domain.incentives.declaration import Package
from investment_portal.domain.incentives.declare import bounds, declare, yuan_for
from investment_portal.domain.windows import to_come
from investment_portal.formatting.values import show
from investment_portal.models.policy import Policy
from investment_portal.models.quantities.currencies import CNY
from investment_portal.pages.contacts.routes import main_contact
from investment_portal.pages.matcher.policies import MatcherPolicy, matcher_policy, terms
from investment_portal.pages.matcher.questions import Question, questions
from investment_portal.pages.matcher.support import support_data
from investment_portal.value import Value


class PolicyGroup(Value):
    """The policies of a sector, for readers without a script."""

    title: str
    links: Sequence[Link]


class Matcher(Part):
    """The form, the policies, and the data of the script."""

    component = "matcher"
    estimate: str
    contact: ContactCard | None
    first: Sequence[Question]
    more: Sequence[Question]
    incentives: Sequence[MatcherPolicy]
    groups: Sequence[PolicyGroup]
    data: dict[str, Any]


def matcher(context: Context) -> Matcher:
    """Make the matcher as of the day: of policies in force, and those that will be."""
    package = declare(context.catalog, context.day)
    policies = [context.catalog.policies[policy.id] for policy in package.policies]
    first, more = questions(context, package)
    return Matcher(
        context.words["matcher_estimate"],
        main_contact(context),
        first,
        more,
        [matcher_policy(context, policy, _window(context, policy)) for policy in policies],
        _groups(context, policies),
        _data(context, package, policies, [*first, *more]),
    )


def _used_up(context: Context, policy: Policy) -> str:
    """Return the day on which the money of a policy was used up, if that has come."""
    return show(policy.budget.exhausted, context.language) if policy.budget and policy.exhausted(context.day) else ""


def _window(context: Context, policy: Policy) -> str:
    return window_times(context, policy) if policy.window else context.words["window_always"]


def _groups(context: Context, policies: Sequence[Policy]) -> list[PolicyGroup]:
    groups = []
    for sector in context.catalog.sectors.values():
        reaching = [policy for policy in policies if reaches(policy, sector.id)]
        links = [Link(policy.name.in_(context.language), f"#offer-{policy.id}") for policy in reaching]
        groups.append(
            PolicyGroup(
                context.words("group_title", name=sector.name.in_(context.language), count=len(reaching)), links
            )
        )
    return groups


def _data(
    context: Context, package: Package, policies: Sequence[Policy], questions: Sequence[Question]
) -> dict[str, Any]:
    """Return the declarations with their words; a policy that is not yet in force has its first day."""
    language, site = context.language, context.catalog.site
    currencies = [CNY, *(rate.currency for rate in site.rates)]
    return {
        **support_data(context, package),
        "bounds": bounds(site),
        "policies": {
            policy.id: {
                "name": policy.name.in_(language),
                "benefits": [terms(context, benefit) for benefit in policy.benefits],
                "from": show(policy.effective.from_, language) if to_come(policy, context.day) else "",
                "exhausted": _used_up(context, policy),
            }
            for policy in policies
        },
        "facts": [
            {
                "name": question.fact,
                "label": question.label,
                "ask": question.ask,
                "sort": question.sort,
                "whole": question.whole,
                "counted": question.counted,
                "options": {option.value: option.label for option in question.options},
                "units": {unit.token: unit.name for unit in question.units},
            }
            for question in questions
        ],
        "rates": {currency: str(yuan_for(currency, site)) for currency in currencies},
        "words": context.words.group("matcher_script"),
    }
