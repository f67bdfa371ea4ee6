"""Benefits and tests of eligibility in words: one sentence each, made from the declaration."""

from functools import singledispatch
from typing import Any

from catalog.model.benefit import Benefit, Fixed, PerUnit, Rate, Service, Tiers
from catalog.model.eligibility import Test
from catalog.model.facts import SORTS, InvestorFact, Sort
from catalog.model.lists import EnterpriseType, PolicyStage
from catalog.show.values import show
from catalog.views.context import Context


@singledispatch
def benefit(given: Any, context: Context) -> str:  # noqa: ARG001 - those registered below need it
    """Say what a benefit gives, limits included."""
    raise TypeError(f"no words for {type(given).__name__}")


@benefit.register
def _(given: Rate, context: Context) -> str:
    said = context.words("benefit_rate", rate=show(given.rate, context.language), base=_name(given.base, context))
    return said + _limits(given, context)


@benefit.register
def _(given: Fixed, context: Context) -> str:
    return context.words("benefit_fixed", amount=show(given.amount, context.language)) + _limits(given, context)


@benefit.register
def _(given: PerUnit, context: Context) -> str:
    unit = context.words[f"policy_unit_{given.base.value}"]
    said = context.words(
        "benefit_per_unit", amount=show(given.amount, context.language), base=_name(given.base, context), unit=unit
    )
    return said + _limits(given, context)


@benefit.register
def _(given: Tiers, context: Context) -> str:
    tiers = [
        context.words(
            "tier_amount" if tier.amount else "tier_rate",
            start=show(tier.from_, context.language),
            gives=show(tier.amount or tier.rate, context.language),
        )
        for tier in given.tiers
    ]
    said = context.words("benefit_tiers", base=_name(given.base, context), tiers=context.words["semicolon"].join(tiers))
    return said + _limits(given, context)


@benefit.register
def _(given: Service, context: Context) -> str:
    return given.text.in_(context.language)


def _limits(given: Any, context: Context) -> str:
    said = ""
    for name in ("cap", "floor"):
        if getattr(given, name):
            said += context.words(f"benefit_{name}", sum=show(getattr(given, name), context.language))
    if given.years > 1:
        said += context.words("benefit_years", years=given.years)
    if given.note:
        said += context.words("benefit_note", note=given.note.in_(context.language))
    return said


def gist(context: Context, given: Benefit) -> str:
    """Say the essence of a benefit, without remarks and years: what a card has room for."""
    if isinstance(given, Service):
        return benefit(given, context)
    return benefit(given.model_copy(update={"note": None, "years": 1}), context)


def test(given: Test, context: Context) -> str:
    """Say what a test asks for."""
    words, language, name = context.words, context.language, _name(given.fact, context)
    if given.is_ is not None:
        said = words("test_is" if given.is_ else "test_is_not", fact=name)
    elif given.one_of is not None:
        said = words(
            "test_one_of",
            fact=name,
            words=words["separator"].join(_word(one, given.fact, context) for one in given.one_of),
        )
    else:
        bounds = [
            words(f"test_{key}", sum=show(bound, language))
            for key, bound in (("at_least", given.at_least), ("at_most", given.at_most))
            if bound is not None
        ]
        said = words("test_figure", fact=name, bounds=words["and"].join(bounds))
    return said + (words("benefit_note", note=given.note.in_(language)) if given.note else "")


def _word(word: str, fact: InvestorFact, context: Context) -> str:
    if SORTS[fact] is Sort.SECTOR:
        return context.catalog.sectors[word].name.in_(context.language)
    listed = EnterpriseType if SORTS[fact] is Sort.ENTERPRISE_TYPE else PolicyStage
    return next(show(one, context.language) for one in listed if one.value == word)


def _name(fact: InvestorFact, context: Context) -> str:
    label = show(fact, context.language)
    return label if context.language == "zh" else label[0].lower() + label[1:]
