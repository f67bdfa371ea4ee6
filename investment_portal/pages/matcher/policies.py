"""Each policy as the matcher shows it: benefits and conditions in words, exclusions, contact."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.components.incentives import benefit, gist, label, name, shared_caps, test, unit, word
from investment_portal.components.parts import ContactCard, Link
from investment_portal.domain.incentives.declare import audience
from investment_portal.formatting.values import show
from investment_portal.models.benefit import Benefit, Fixed, PerUnit, Rate, Service, Tiers
from investment_portal.models.policy import Policy
from investment_portal.pages.contacts.routes import contact_card
from investment_portal.value import Value


class MatcherPolicy(Value):
    """One policy."""

    id: str
    title: str
    href: str
    lead: str
    gist: str
    benefits: Sequence[str]
    tests: Sequence[str]
    excluded: Sequence[Link]
    shared: Sequence[str]
    window: str
    contact: ContactCard | None


def matcher_policy(context: Context, policy: Policy, window: str) -> MatcherPolicy:
    """Return one policy; its conditions are in the order of the declaration."""
    return MatcherPolicy(
        policy.id,
        policy.name.in_(context.language),
        context.record_href("policy", policy.id),
        f"{show(policy.instrument, context.language)} · {show(policy.delivery, context.language)}",
        gist(context, policy.benefits[0]),
        [benefit(one, context) for one in policy.benefits],
        [*_audience(context, policy), *(test(one, context) for one in policy.eligibility)],
        _excluded(context, policy),
        shared_caps(context, policy),
        window,
        _contact(context, policy),
    )


def _audience(context: Context, policy: Policy) -> list[str]:
    words = context.words
    return [
        words(
            "test_one_of",
            fact=name(fact, context),
            words=words["separator"].join(word(str(one), fact, context) for one in allowed),
        )
        for fact, allowed in audience(policy)
    ]


def _excluded(context: Context, policy: Policy) -> list[Link]:
    """Return the policies that a policy excludes, or that exclude it."""
    others = [one for one in context.catalog.policies.values() if one.in_force(context.day)]
    return [
        record_link(context, "policy", other.id)
        for other in others
        if other.id != policy.id and (other.id in policy.excludes or policy.id in other.excludes)
    ]


def _contact(context: Context, policy: Policy) -> ContactCard | None:
    named = [context.catalog.contacts.get(id_ or "") for id_ in (policy.contact, context.catalog.site.bureau)]
    return next((contact_card(context, one) for one in named if one and one.reachable(context.day)), None)


def terms(context: Context, given: Benefit) -> dict[str, object]:
    """Return the terms of a benefit as texts, from which a script writes how a sum was worked out."""
    language = context.language
    if isinstance(given, Service):
        return {}
    said: dict[str, object] = {}
    if given.from_year > 1:
        said["fromYear"] = str(given.from_year)
    if given.paid_when:
        said["paidWhen"] = [when.in_(language) for when in given.paid_when]
    if isinstance(given, Fixed):
        return said
    said["base"] = label(given.base, context)
    if isinstance(given, Rate):
        said["rate"] = show(given.rate, language)
    if isinstance(given, PerUnit):
        said |= {"amount": show(given.amount, language), "unit": unit(given, context)}
    if isinstance(given, Tiers):
        said["tiers"] = [
            {"start": show(tier.from_, language), "rate": show(tier.rate, language) if tier.rate else ""}
            for tier in given.tiers
        ]
    return said
