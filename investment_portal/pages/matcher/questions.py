"""The questions of the matcher, and the units in which their answers are stated."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.domain.incentives.declaration import Package
from investment_portal.domain.incentives.verdict import DEFAULTS, facts_in
from investment_portal.formatting.values import show
from investment_portal.languages import Language, Sentence
from investment_portal.models.controlled_values import PolicyStage
from investment_portal.models.facts import FactInfo, InvestorFact, Sort
from investment_portal.models.site import Site, all_facts, enterprise_types
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


def units(fact: FactInfo, language: Language, site: Site) -> tuple[InputUnit, ...]:
    """Return the units of a fact, the usual one first; dollars only where the settings hold their rate."""
    if fact.sort is Sort.MONEY:
        dollars = any(rate.currency == "USD" for rate in site.rates)
        return tuple(unit for unit in MONEY[language] if dollars or not unit.token.endswith("usd"))
    if fact.sort is not Sort.AREA:
        return ()
    usual = "m2" if fact.id == InvestorFact.HALL else "mu" if language == "zh" else "ha"
    tokens = sorted(AREAS, key=lambda token: token != usual)
    return tuple(InputUnit(token, AREAS[token].in_(language)) for token in tokens)


FIRST = (
    InvestorFact.SECTOR.value,
    InvestorFact.ENTERPRISE_TYPE.value,
    InvestorFact.STAGE.value,
    InvestorFact.NEW_TO_DISTRICT.value,
    InvestorFact.INVESTMENT.value,
    InvestorFact.JOBS.value,
)
"""Facts that almost every investor knows, in this order; the others are folded."""
WHOLE = frozenset({InvestorFact.JOBS.value, InvestorFact.GRADUATES.value})
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
    counted: str = ""
    """The unit of a number."""
    ask: str = ""
    """The question inside a sentence."""
    unstated: str = ""
    """The label of a question without an answer."""


def needed_facts(package: Package) -> frozenset[str]:
    """Return the facts that tests and sums of the package need."""
    awards = [award for policy in package.policies for award in policy.benefits]
    conditions = [condition for policy in package.policies for condition in policy.conditions]
    conditions += [condition for award in awards for condition in award.only_if]
    facts = [fact for condition in conditions for fact in facts_in(condition)]
    return frozenset({*facts, *(award.base for award in awards)})


def questions(context: Context, package: Package) -> tuple[list[Question], list[Question]]:
    """Return the questions that come first, and the others."""
    needed = needed_facts(package)
    facts = {id_: fact for id_, fact in all_facts(context.catalog.site).items() if id_ in needed}
    first = [facts[id_] for id_ in FIRST if id_ in facts]
    others = [fact for id_, fact in facts.items() if id_ not in FIRST]
    return [_question(context, fact) for fact in first], [_question(context, fact) for fact in others]


def _question(context: Context, fact: FactInfo) -> Question:
    name, language = fact.label.in_(context.language), context.language
    return Question(
        fact.id,
        context.words("matcher_label_unit", name=name, unit=fact.unit.in_(language)) if fact.unit else name,
        {Sort.SECTOR: "one", Sort.ENTERPRISE_TYPE: "several", Sort.STAGE: "several"}.get(fact.sort, fact.sort.value),
        _options(context, fact),
        units(fact, language, context.catalog.site),
        fact.id in WHOLE,
        _example(context, fact),
        fact.unit.in_(language) if fact.unit else "",
        context.words.get("matcher_ask_" + fact.id, name),
        context.words["matcher_assumed" if fact.id in DEFAULTS else "matcher_choose"],
    )


def _example(context: Context, fact: FactInfo) -> str:
    """Return what stands below a field: the question of the settings, else an example of what can be typed."""
    selected = next((particular for particular in context.catalog.site.facts if particular.id == fact.id), None)
    if selected and selected.question:
        return selected.question.in_(context.language)
    if fact.id == InvestorFact.HALL:
        return context.words["matcher_example_hall"]
    shown = (Sort.MONEY, Sort.AREA, Sort.SHARE)
    return context.words["matcher_example_" + fact.sort.value] if fact.sort in shown else ""


def _options(context: Context, fact: FactInfo) -> list[FactOption]:
    sort, language = fact.sort, context.language
    if sort is Sort.SECTOR:
        return [FactOption(sector.id, sector.name.in_(language)) for sector in context.catalog.sectors.values()]
    if sort is Sort.YES_NO:
        return [FactOption("yes", context.words["matcher_yes"]), FactOption("no", context.words["matcher_no"])]
    if sort is Sort.ENTERPRISE_TYPE:
        return [FactOption(id_, name.in_(language)) for id_, name in enterprise_types(context.catalog.site).items()]
    return [FactOption(stage.value, show(stage, language)) for stage in PolicyStage] if sort is Sort.STAGE else []
