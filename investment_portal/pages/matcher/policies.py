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
        [benefit(award, context) for award in policy.benefits],
        [*_audience(context, policy), *(test(condition, context) for condition in policy.eligibility)],
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
            words=words["separator"].join(word(str(value), fact, context) for value in allowed),
        )
        for fact, allowed in audience(policy)
    ]


def _excluded(context: Context, policy: Policy) -> list[Link]:
    """Return the policies that a policy excludes, or that exclude it."""
    others = [other for other in context.catalog.policies.values() if other.in_force(context.day)]
    return [
        record_link(context, "policy", other.id)
        for other in others
        if other.id != policy.id and (other.id in policy.excludes or policy.id in other.excludes)
    ]


def _contact(context: Context, policy: Policy) -> ContactCard | None:
    named = [context.catalog.contacts.get(id_ or "") for id_ in (policy.contact, context.catalog.site.bureau)]
    return next(
        (contact_card(context, contact) for contact in named if contact and contact.reachable(context.day)), None
    )


def terms(context: Context, award: Benefit) -> dict[str, object]:
    """Return the terms of a benefit as texts, from which a script writes how a sum was worked out."""
    language = context.language
    if isinstance(award, Service):
        return {}
    values: dict[str, object] = {}
    if award.from_year > 1:
        values["fromYear"] = str(award.from_year)
    if award.paid_when:
        values["paidWhen"] = [when.in_(language) for when in award.paid_when]
    if isinstance(award, Fixed):
        return values
    values["base"] = label(award.base, context)
    if isinstance(award, Rate):
        values["rate"] = show(award.rate, language)
    if isinstance(award, PerUnit):
        values |= {"amount": show(award.amount, language), "unit": unit(award, context)}
    if isinstance(award, Tiers):
        values["tiers"] = [
            {"start": show(tier.from_, language), "rate": show(tier.rate, language) if tier.rate else ""}
            for tier in award.tiers
        ]
    return values
