"""Benefits and eligibility tests in words, one sentence each, derived from the declarations."""

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from msgspec.structs import replace

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.formatting.values import show
from investment_portal.models.benefit import Benefit, Fixed, InKind, PerUnit, Rate, Service, Tiers
from investment_portal.models.controlled_values import MoneyKind, PolicyStage
from investment_portal.models.facts import BUILT_IN, FactInfo, Sort, Test
from investment_portal.models.policy import Policy
from investment_portal.models.site import enterprise_types, fact_info


def benefit(given: Benefit, context: Context) -> str:
    """Format a benefit: kind of money, amount, limits."""
    if isinstance(given, Service):
        return service(given, context)
    said = _gives(given, context) + _limits(given, context)
    return context.words("benefit_kind", kind=show(given.money, context.language), said=said)


def service(given: Service, context: Context) -> str:
    """Format help that is not money: its kind where that is no service, its text, its conditions."""
    said = given.text.in_(context.language) + _only_if(given, context)
    if given.kind is InKind.SERVICE:
        return said
    return context.words("benefit_kind", kind=show(given.kind, context.language), said=said)


@singledispatch
def _gives(given: Any, context: Context) -> str:  # noqa: ARG001 - those registered below need it
    """Format the amount of a benefit, without its limits."""
    raise TypeError(f"no words for {type(given).__name__}")


@_gives.register
def _(given: Rate, context: Context) -> str:
    return context.words("benefit_rate", rate=show(given.rate, context.language), base=name(given.base, context))


@_gives.register
def _(given: Fixed, context: Context) -> str:
    return context.words("benefit_fixed", amount=show(given.amount, context.language))


@_gives.register
def _(given: PerUnit, context: Context) -> str:
    amount, base = show(given.amount, context.language), name(given.base, context)
    return context.words("benefit_per_unit", amount=amount, base=base, unit=unit(given, context))


def unit(given: PerUnit, context: Context) -> str:
    """Return the name of the unit that a sum is paid for: a mu, a job."""
    fact = fact_of(given.base, context)
    measure = given.measure(fact.sort)
    if measure:
        return show(measure, context.language)
    if fact.id in BUILT_IN:
        return context.words["unit_" + fact.id]
    return fact.unit.in_(context.language) if fact.unit else context.words["unit_one"]


@_gives.register
def _(given: Tiers, context: Context) -> str:
    rate = "part_rate" if given.marginal else "tier_rate"
    tiers = [
        context.words(
            "tier_amount" if tier.amount else rate,
            start=show(tier.from_, context.language),
            gives=show(tier.amount or tier.rate, context.language),
        )
        for tier in given.tiers
    ]
    template = "benefit_parts" if given.marginal else "benefit_tiers"
    return context.words(template, base=name(given.base, context), tiers=context.words["semicolon"].join(tiers))


def _limits(given: Any, context: Context) -> str:
    said = ""
    for limit in ("cap", "floor"):
        if getattr(given, limit):
            said += context.words(f"benefit_{limit}", sum=show(getattr(given, limit), context.language))
    if given.years > 1:
        said += context.words("benefit_years", years=given.years)
    if given.from_year > 1:
        said += context.words("benefit_from_year", year=given.from_year)
    if given.cap_all_years:
        said += context.words("benefit_cap_all", sum=show(given.cap_all_years, context.language))
    if given.paid:
        said += context.words("benefit_paid", parts=paid_parts(given, context))
    said += _only_if(given, context)
    if given.note:
        said += context.words("benefit_note", note=given.note.in_(context.language))
    return said


def _only_if(given: Any, context: Context) -> str:
    if not given.only_if:
        return ""
    tests = context.words["and"].join(_nested(inner, context) for inner in given.only_if)
    return context.words("benefit_only_if", tests=tests)


def paid_parts(given: Any, context: Context) -> str:
    """Format the parts in which a benefit is paid, each with its condition."""
    words, language = context.words, context.language
    shares = [show(share, language) for share in given.paid]
    conditions = [when.in_(language) for when in given.paid_when]
    parts = [words("benefit_note", note=when) for when in conditions] or [""] * len(shares)
    return words["separator"].join(share + when for share, when in zip(shares, parts, strict=True))


def gist(context: Context, given: Benefit) -> str:
    """Return the essence of a benefit for a card, without remarks and years; other kinds than grants are named."""
    if isinstance(given, Service):
        return benefit(given, context)
    short = replace(given, note=None, years=1, from_year=1, cap_all_years=None, paid=[], only_if=[])
    if given.money is MoneyKind.GRANT:
        return _gives(short, context) + _limits(short, context)
    return benefit(short, context)


def shared_caps(context: Context, policy: Policy) -> list[str]:
    """Return the caps that a policy shares with others, whichever policy declares them."""
    said = []
    for one in context.catalog.policies.values():
        for shared in one.together:
            members = [one.id, *shared.with_]
            if policy.id not in members:
                continue
            names = [record_link(context, "policy", id_).text for id_ in members if id_ != policy.id]
            said.append(
                context.words(
                    "benefit_together",
                    kind=show(shared.money, context.language),
                    sum=show(shared.at_most, context.language),
                    names=context.words["separator"].join(context.words("quoted", name=name_) for name_ in names),
                )
            )
    return said


def test(given: Test, context: Context) -> str:
    """Format a test, or a group of tests."""
    words, language = context.words, context.language
    if given.groups:
        said = " ".join(_group(key, tests, context) for key, tests in given.groups)
    else:
        said = _comparison(given, context)
    return said + (words("benefit_note", note=given.note.in_(language)) if given.note else "")


def _group(key: str, tests: Sequence[Test], context: Context) -> str:
    words = context.words
    return words["or" if key == "any" else "and"].join(_nested(inner, context) for inner in tests)


def _nested(given: Test, context: Context) -> str:
    """Format a test inside a sentence: in brackets where it joins several."""
    said = test(given, context)
    several = any(len(tests) > 1 for _, tests in given.groups)
    return context.words("grouped", tests=said) if several else said


def _comparison(given: Test, context: Context) -> str:
    words, language = context.words, context.language
    fact, info = name(given.tested, context), fact_of(given.tested, context)
    unit_after = words("counted_in", unit=info.unit.in_(language)) if info.unit else ""
    if given.is_ is not None:
        return words("test_is" if given.is_ else "test_is_not", fact=fact)
    if given.one_of is not None:
        listed = words["separator"].join(word(value, given.tested, context) for value in given.one_of)
        return words("test_one_of", fact=fact, words=listed)
    bounds = [
        words(f"test_{key}", sum=show(bound, language) + unit_after)
        for key, bound in (("at_least", given.at_least), ("at_most", given.at_most))
        if bound is not None
    ]
    return words("test_figure", fact=fact, bounds=words["and"].join(bounds))


def word(typed: str, fact: str, context: Context) -> str:
    """Return the name of a value of a fact that is tested by words."""
    sort = fact_of(fact, context).sort
    if sort is Sort.SECTOR:
        return context.catalog.sectors[typed].name.in_(context.language)
    if sort is Sort.ENTERPRISE_TYPE:
        return enterprise_types(context.catalog.site)[typed].in_(context.language)
    return next(show(stage, context.language) for stage in PolicyStage if stage.value == typed)


def type_names(context: Context, policy: Policy) -> str:
    """Return the names of the types of enterprise that a policy is for."""
    if policy.enterprise_types == "all":
        return context.words["all"]
    names = enterprise_types(context.catalog.site)
    return context.words["separator"].join(names[type_].in_(context.language) for type_ in policy.enterprise_types)


def fact_of(id_: str, context: Context) -> FactInfo:
    """Return a fact of the list or of the settings."""
    fact = fact_info(context.catalog.site, id_)
    if fact is None:
        raise KeyError(id_)  # the check has refused it
    return fact


def label(fact: str, context: Context) -> str:
    """Return the name of a fact."""
    return fact_of(fact, context).label.in_(context.language)


def name(fact: str, context: Context) -> str:
    """Return the name of a fact inside a sentence."""
    text = label(fact, context)
    return text if context.language == "zh" else text[0].lower() + text[1:]
