"""Units in which an investor states figures: what is typed without a unit is of the one chosen beside it."""

from catalog.languages import Language, Sentence
from catalog.model.facts import SORTS, InvestorFact, Sort
from catalog.model.site import Site
from catalog.value import Value


class Unit(Value):
    """A unit: the token by which addresses and ``overrides/scripts/policy/typed.js`` know it, and its name."""

    token: str
    name: str


MONEY: dict[Language, tuple[Unit, ...]] = {
    "zh": (Unit("wan", "万元"), Unit("yi", "亿元"), Unit("yuan", "元"), Unit("wanusd", "万美元")),
    "en": (Unit("m", "CNY million"), Unit("k", "CNY thousand"), Unit("yuan", "CNY"), Unit("musd", "USD million")),
}
AREAS = {"mu": Sentence("亩", "mu"), "ha": Sentence("公顷", "ha"), "m2": Sentence("平方米", "m²")}
"""Halls are let by the square metre; land is offered in mu, which readers of English rather state in hectares."""


def units(fact: InvestorFact, language: Language, site: Site) -> tuple[Unit, ...]:
    """Give the units of a fact, the usual one first; dollars only where the settings hold their rate."""
    if SORTS[fact] is Sort.MONEY:
        dollars = any(rate.currency == "USD" for rate in site.rates)
        return tuple(unit for unit in MONEY[language] if dollars or not unit.token.endswith("usd"))
    if SORTS[fact] is not Sort.AREA:
        return ()
    usual = "m2" if fact is InvestorFact.HALL else "mu" if language == "zh" else "ha"
    tokens = sorted(AREAS, key=lambda token: token != usual)
    return tuple(Unit(token, AREAS[token].in_(language)) for token in tokens)
