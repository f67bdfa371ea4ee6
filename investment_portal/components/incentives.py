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


def benefit(award: Benefit, context: Context) -> str:
    """Format a benefit: kind of money, amount, limits."""
    if isinstance(award, Service):
        return service(award, context)
    text = _gives(award, context) + _limits(award, context)
    template = _particular(context, "benefit_kind_" + award.money.value, "benefit_kind")
    return context.words(template, kind=show(award.money, context.language), said=text)


def _particular(context: Context, name: str, general: str) -> str:
    """Return the name of the words for a particular case; the name of the general ones where it has none."""
    return name if name in context.words else general


def _sum(award: Any, figure: Any, context: Context) -> str:
    """Format what is given with the verb of its kind of money: paid, waived, lent."""
    return context.words("gives_" + award.money.value, sum=show(figure, context.language))


def service(award: Service, context: Context) -> str:
    """Format help that is not money: its kind where that is no service, its text, its conditions."""
    text = award.text.in_(context.language) + _only_if(award, context)
    if award.kind is InKind.SERVICE:
        return text
    return context.words("benefit_kind", kind=show(award.kind, context.language), said=text)


@singledispatch
def _gives(award: Any, context: Context) -> str:  # noqa: ARG001 - those registered below need it
    """Format the amount of a benefit, without its limits."""
    raise TypeError(f"no words for {type(award).__name__}")


@_gives.register
def _(award: Rate, context: Context) -> str:
    return context.words("benefit_rate", gives=_sum(award, award.rate, context), base=name(award.base, context))


@_gives.register
def _(award: Fixed, context: Context) -> str:
    template = "benefit_fixed_yearly" if award.years > 1 else "benefit_fixed"
    return context.words(template, gives=_sum(award, award.amount, context))


@_gives.register
def _(award: PerUnit, context: Context) -> str:
    template = _particular(context, "benefit_per_" + award.base, "benefit_per_unit")
    gives, base = _sum(award, award.amount, context), name(award.base, context)
    return context.words(template, gives=gives, base=base, unit=unit(award, context))


def unit(award: PerUnit, context: Context) -> str:
    """Return the name of the unit that a sum is paid for: a mu, a job."""
    fact = fact_of(award.base, context)
    measure = award.measure(fact.sort)
    if measure:
        return show(measure, context.language)
    if fact.id in BUILT_IN:
        return context.words["unit_" + fact.id]
    return fact.unit.in_(context.language) if fact.unit else context.words["unit_one"]


@_gives.register
def _(award: Tiers, context: Context) -> str:
    words, base = context.words, name(award.base, context)
    tiers: list[str] = []
    for tier in award.tiers:
        template = "tier_amount" if tier.amount else "part_rate" if award.marginal else "tier_rate"
        start, gives = show(tier.from_, context.language), _sum(award, tier.amount or tier.rate, context)
        # Only the first one names the base.
        template = template if tiers else _first(template)
        tiers.append(words(template, base=base, start=start, gives=gives))
    return words["comma"].join(tiers)


def _first(template: str) -> str:
    return {"tier_amount": "tier_amount_first", "part_rate": "part_rate_first", "tier_rate": "tier_rate_first"}[
        template
    ]


def _limits(award: Any, context: Context) -> str:
    text = ""
    for limit in ("cap", "floor"):
        if getattr(award, limit):
            text += context.words(f"benefit_{limit}", sum=show(getattr(award, limit), context.language))
    if award.years > 1:
        text += context.words("benefit_years", years=award.years)
    if award.from_year > 1:
        text += context.words("benefit_from_year", year=award.from_year)
    if award.cap_all_years:
        text += context.words("benefit_cap_all", sum=show(award.cap_all_years, context.language))
    if award.paid:
        text += context.words("benefit_paid", parts=paid_parts(award, context))
    text += _only_if(award, context)
    if award.note:
        text += context.words("benefit_note", note=award.note.in_(context.language))
    return text


def _only_if(award: Any, context: Context) -> str:
    if not award.only_if:
        return ""
    tests = context.words["and"].join(_nested(inner, context) for inner in award.only_if)
    return context.words("benefit_only_if", tests=tests)


def paid_parts(award: Any, context: Context) -> str:
    """Format the parts in which a benefit is paid, each with its condition."""
    words, language = context.words, context.language
    shares = [show(share, language) for share in award.paid]
    conditions = [when.in_(language) for when in award.paid_when]
    parts = [words("benefit_note", note=when) for when in conditions] or [""] * len(shares)
    return words["separator"].join(share + when for share, when in zip(shares, parts, strict=True))


def gist(context: Context, award: Benefit) -> str:
    """Return the essence of a benefit for a card, without remarks and years; other kinds than grants are named."""
    if isinstance(award, Service):
        return benefit(award, context)
    short = replace(award, note=None, years=1, from_year=1, cap_all_years=None, paid=[], only_if=[])
    if award.money is MoneyKind.GRANT:
        return _gives(short, context) + _limits(short, context)
    return benefit(short, context)


def shared_caps(context: Context, policy: Policy) -> list[str]:
    """Return the caps that a policy shares with others, whichever policy declares them."""
    sentences = []
    for other in context.catalog.policies.values():
        for shared in other.together:
            members = [other.id, *shared.with_]
            if policy.id not in members:
                continue
            names = [record_link(context, "policy", id_).text for id_ in members if id_ != policy.id]
            sentences.append(
                context.words(
                    "benefit_together",
                    kind=show(shared.money, context.language),
                    sum=show(shared.at_most, context.language),
                    names=context.words["separator"].join(context.words("quoted", name=name_) for name_ in names),
                )
            )
    return sentences


def test(condition: Test, context: Context) -> str:
    """Format a test, or a group of tests."""
    words, language = context.words, context.language
    if condition.groups:
        text = " ".join(_group(key, tests, context) for key, tests in condition.groups)
    else:
        text = _comparison(condition, context)
    return text + (words("benefit_note", note=condition.note.in_(language)) if condition.note else "")


def _group(key: str, tests: Sequence[Test], context: Context) -> str:
    words = context.words
    if key == "none":
        separated = words["condition_separator"].join(_case(inner, context) for inner in tests)
        return words("none_of" if len(tests) > 1 else "not_of", tests=separated)
    return words["or" if key == "any" else "and"].join(_nested(inner, context) for inner in tests)


def _case(condition: Test, context: Context) -> str:
    """Format a test as a case that must not be: yes or no without “must be”."""
    if condition.is_ is None or condition.note:
        return test(condition, context)
    return context.words("case_is" if condition.is_ else "case_is_not", fact=name(condition.tested, context))


def _nested(condition: Test, context: Context) -> str:
    """Format a test inside a sentence: in brackets where it joins several."""
    text = test(condition, context)
    several = any(len(tests) > 1 or key == "none" for key, tests in condition.groups)
    return context.words("grouped", tests=text) if several else text


def _comparison(condition: Test, context: Context) -> str:
    words, language = context.words, context.language
    id_ = condition.tested
    fact, info = name(id_, context), fact_of(id_, context)
    if condition.is_ is not None:
        if condition.is_:
            return words(_particular(context, "test_is_" + id_, "test_is"), fact=fact)
        return words(_particular(context, "test_is_not_" + id_, "test_is_not"), fact=fact)
    if condition.one_of is not None:
        listed = words["separator"].join(word(value, id_, context) for value in condition.one_of)
        return words("test_one_of", fact=fact, words=listed)
    after = words("counted_in", unit=info.unit.in_(language)) if info.unit else ""
    low, high = (
        None if bound is None else _counted(id_, bound, show(bound, language) + after, context)
        for bound in (condition.at_least, condition.at_most)
    )
    if low is not None and high is not None:
        bounds = words("test_between", least=low, most=high)
    else:
        bounds = (
            words(_particular(context, "test_at_most_" + id_, "test_at_most"), sum=high)
            if low is None
            else words(_particular(context, "test_at_least_" + id_, "test_at_least"), sum=low)
        )
    return words(_particular(context, "test_figure_" + id_, "test_figure"), fact=fact, bounds=bounds)


def _counted(fact: str, bound: Any, shown: str, context: Context) -> str:
    """Return a bound with the unit in which a fact is counted."""
    template = _particular(context, "bound_" + fact, "")
    if not template:
        return shown
    return context.words(_particular(context, f"{template}_one", template) if bound == 1 else template, sum=shown)


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
