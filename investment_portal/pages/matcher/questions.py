"""The questions of the matcher, and the units in which their answers are stated."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.domain.incentives.declaration import Package
from investment_portal.domain.incentives.verdict import facts_in
from investment_portal.formatting.values import show
from investment_portal.languages import Language, Sentence
from investment_portal.models.controlled_values import EnterpriseType, PolicyStage
from investment_portal.models.facts import SORTS, InvestorFact, Sort
from investment_portal.models.site import Site
from investment_portal.value import Value


class InputUnit(Value):
    """A unit: the token by which addresses and ``theme/scripts/matcher/figure_input.js`` know it, and its name."""

    token: str
    name: str


MONEY: dict[Language, tuple[InputUnit, ...]] = {
    "zh": (InputUnit("wan", "万元"), InputUnit("yi", "亿元"), InputUnit("yuan", "元"), InputUnit("wanusd", "万美元")),
    "en": (
        InputUnit("m", "CNY million"),
        InputUnit("k", "CNY thousand"),
        InputUnit("yuan", "CNY"),
        InputUnit("musd", "USD million"),
    ),
}
AREAS = {"mu": Sentence("亩", "mu"), "ha": Sentence("公顷", "ha"), "m2": Sentence("平方米", "m²")}
"""Units: halls are let by the square metre; land is offered in mu, or in hectares for readers of English."""


def units(fact: InvestorFact, language: Language, site: Site) -> tuple[InputUnit, ...]:
    """Return the units of a fact, the usual one first; dollars only where the settings hold their rate."""
    if SORTS[fact] is Sort.MONEY:
        dollars = any(rate.currency == "USD" for rate in site.rates)
        return tuple(unit for unit in MONEY[language] if dollars or not unit.token.endswith("usd"))
    if SORTS[fact] is not Sort.AREA:
        return ()
    usual = "m2" if fact is InvestorFact.HALL else "mu" if language == "zh" else "ha"
    tokens = sorted(AREAS, key=lambda token: token != usual)
    return tuple(InputUnit(token, AREAS[token].in_(language)) for token in tokens)


FIRST = (
    InvestorFact.SECTOR,
    InvestorFact.ENTERPRISE_TYPE,
    InvestorFact.STAGE,
    InvestorFact.NEW_TO_DISTRICT,
    InvestorFact.INVESTMENT,
    InvestorFact.JOBS,
)
"""Facts that almost every investor knows, in this order; the others are folded."""
WHOLE = frozenset({InvestorFact.JOBS, InvestorFact.GRADUATES})
"""Counted in whole ones."""


class FactOption(Value):
    """A value to choose."""

    value: str
    label: str


class Question(Value):
    """One fact: ``sort`` is money, area, count, yes_no, one (of the options) or several."""

    fact: str
    label: str
    sort: str
    options: Sequence[FactOption] = ()
    units: Sequence[InputUnit] = ()
    whole: bool = False
    example: str = ""


def needed_facts(package: Package) -> frozenset[str]:
    """Return the facts that tests and sums of the package need."""
    awards = [award for policy in package.policies for award in policy.benefits]
    conditions = [condition for policy in package.policies for condition in policy.conditions]
    conditions += [condition for award in awards for condition in award.only_if]
    facts = [fact for condition in conditions for fact in facts_in(condition)]
    return frozenset({*facts, *(award.base for award in awards)})


def questions(context: Context, package: Package) -> tuple[list[Question], list[Question]]:
    """Return the questions that come first, and the others."""
    facts = [fact for fact in InvestorFact if fact.value in needed_facts(package)]
    first = [fact for fact in FIRST if fact in facts]
    return [_question(context, fact) for fact in first], [_question(context, one) for one in facts if one not in first]


def _question(context: Context, fact: InvestorFact) -> Question:
    sort = SORTS[fact]
    return Question(
        fact.value,
        show(fact, context.language),
        {Sort.SECTOR: "one", Sort.ENTERPRISE_TYPE: "several", Sort.STAGE: "several"}.get(sort, sort.value),
        _options(context, fact),
        units(fact, context.language, context.catalog.site),
        fact in WHOLE,
        _example(context, fact),
    )


def _example(context: Context, fact: InvestorFact) -> str:
    if fact is InvestorFact.HALL:
        return context.words["matcher_example_hall"]
    sort = SORTS[fact]
    return context.words["matcher_example_" + sort.value] if sort in (Sort.MONEY, Sort.AREA) else ""


def _options(context: Context, fact: InvestorFact) -> list[FactOption]:
    sort, language = SORTS[fact], context.language
    if sort is Sort.SECTOR:
        return [FactOption(sector.id, sector.name.in_(language)) for sector in context.catalog.sectors.values()]
    if sort is Sort.YES_NO:
        return [FactOption("yes", context.words["matcher_yes"]), FactOption("no", context.words["matcher_no"])]
    listed = {Sort.ENTERPRISE_TYPE: EnterpriseType, Sort.STAGE: PolicyStage}.get(sort, ())
    return [FactOption(one.value, show(one, language)) for one in listed]
