"""One plan over all its stages: sums by stage and year, bounds of figures, what is assumed."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from investment_portal.domain.incentives.assess import assess, group
from investment_portal.domain.incentives.declaration import Award, Condition, Declared, DeclaredTier, Limit, Package
from investment_portal.domain.incentives.verdict import LIFE
from tests.domain.incentives.made import DAY, DAYS, facts, packages

M = 1_000_000
FEN = 100
TIERS = [DeclaredTier(Fraction(5 * M), rate=Fraction(3, 100)), DeclaredTier(Fraction(20 * M), rate=Fraction(1, 25))]
EQUIPMENT = Award("tiers", kind="grant", base="equipment", tiers=TIERS, cap=Fraction(10 * M))
BOUNDS = {"equipment": "investment", "graduates": "jobs"}


def policy(
    id_: str, *awards: Award, conditions: list[Condition] | None = None, excludes: tuple[str, ...] = ()
) -> Declared:
    """Make a policy that is in force."""
    return Declared(id_, date(2026, 1, 1), None, conditions or [], list(awards), excludes)


def stage(*stages: str) -> Condition:
    """Test the stage."""
    return Condition("stage", one_of=list(stages))


@pytest.mark.parametrize(("investment", "upper"), [(100 * M, 4 * M), (10 * M, 300_000), (4 * M, 0), (10**9, 10 * M)])
def test_equipment_is_bounded_by_the_investment(investment: int, upper: int) -> None:
    """Not stated, it counts as at most the whole investment."""
    package = Package([policy("equipment", EQUIPMENT)], bounds=BOUNDS)
    answer = assess(package, {"investment": Fraction(investment)}, DAY)
    assert answer.possible.sums.get("grant", 0) == upper * FEN
    assert answer.certain.sums == {}
    stated = assess(package, {"investment": Fraction(investment), "equipment": Fraction(10**10)}, DAY)
    assert stated.certain.sums.get("grant", 0) <= investment * 4


def test_a_condition_above_the_bound_fails() -> None:
    """Three jobs never come with five graduates, and always with at most three."""
    tests = [Condition("graduates", least=Fraction(5))]
    package = Package([policy("graduates", EQUIPMENT, conditions=tests)], bounds=BOUNDS)
    assert assess(package, {"jobs": Fraction(3)}, DAY).policies[0].verdict == "no"
    assert assess(package, {"jobs": Fraction(5)}, DAY).policies[0].verdict == "unknown"
    few = Package([policy("few", EQUIPMENT, conditions=[Condition("graduates", most=Fraction(3))])], bounds=BOUNDS)
    assert assess(few, {"jobs": Fraction(3)}, DAY).policies[0].verdict == "yes"


@pytest.mark.parametrize("stages", [None, {"settling"}, {"settling", "production"}])
def test_the_stage_an_investor_is_in_keeps_the_later_ones(stages: set[str] | None) -> None:
    """Settling in, building and production are added up, each in its year."""
    each = [
        policy(name, Award("fixed", kind="grant", amount=Fraction(place + 1)), conditions=[stage(name)])
        for place, name in enumerate(LIFE)
    ]
    stated: dict[str, Any] = {} if stages is None else {"stage": frozenset(stages)}
    answer = assess(Package(each), stated, DAY)
    assert answer.certain.sums == {"grant": 1000}
    assert answer.certain.years == {"grant": [100, 200, 300, 400]}
    assert answer.certain.stages == {name: {"grant": 100 * (place + 1)} for place, name in enumerate(LIFE)}


def test_what_is_behind_an_investor_is_not_counted() -> None:
    """In production already: help for settling in is not for them; hardship is another matter and is asked."""
    each = [
        policy(name, Award("fixed", kind="grant", amount=Fraction(1)), conditions=[stage(name)])
        for name in (*LIFE, "hardship")
    ]
    later = {
        result.id: result.verdict
        for result in assess(Package(each), {"stage": frozenset({"production"})}, DAY).policies
    }
    assert later == {"production": "yes", "growth": "yes", "settling": "no", "building": "no", "hardship": "no"}
    unstated = {result.id: result.verdict for result in assess(Package(each), {}, DAY).policies}
    assert unstated["hardship"] == "unknown"


def test_years_instalments_and_caps_of_all_years_add_up() -> None:
    """From its second year on, three years, held to 250 in all; and two instalments."""
    yearly = Award("fixed", kind="grant", amount=Fraction(1), years=3, cap_all=Fraction(5, 2), from_year=2)
    parts = Award("fixed", kind="saving", amount=Fraction(1), parts=[Fraction(1, 5), Fraction(4, 5)])
    answer = assess(Package([policy("both", yearly, parts)]), {}, DAY)
    assert answer.certain.years == {"grant": [0, 100, 100, 50], "saving": [20, 80, 0, 0]}


def test_a_shared_cap_takes_from_the_later_years() -> None:
    """Payments that come first is paid first."""
    package = Package(
        [
            policy("late", Award("fixed", kind="grant", amount=Fraction(8)), conditions=[stage("production")]),
            policy("early", Award("fixed", kind="grant", amount=Fraction(7))),
        ],
        [Limit(frozenset({"late", "early"}), "grant", Fraction(10))],
    )
    assert assess(package, {}, DAY).certain.years == {"grant": [700, 0, 300]}


def test_a_firm_is_new_to_the_district_unless_it_says_otherwise() -> None:
    """One default for every page."""
    new = policy("new", EQUIPMENT, conditions=[Condition("new_to_district", yes=True)])
    assert assess(Package([new]), {}, DAY).policies[0].verdict == "yes"
    assert assess(Package([new]), {"new_to_district": False}, DAY).policies[0].verdict == "no"


def test_no_policy_is_certain_and_asks_at_once() -> None:
    """Conditions met, sum open: a service where it has one, else one to be stated more about."""
    tax = policy(
        "tax", Award("each", kind="saving", base="hall", amount=Fraction(12), cap=Fraction(120_000)), Award("service")
    )
    money = policy("money", EQUIPMENT)
    groups = {result.id: group(result) for result in assess(Package([tax, money], bounds=BOUNDS), {}, DAY).policies}
    assert groups == {"tax": "service", "money": "unknown"}


@given(packages(), facts(4), DAYS)
def test_years_and_stages_add_up_to_the_sum(package: Package, stated: list[dict[str, Any]], day: date) -> None:
    """Whatever is combined and capped."""
    for facts_ in stated:
        answer = assess(package, facts_, day)
        for selection in (answer.certain, answer.possible):
            assert {kind: sum(years) for kind, years in selection.years.items()} == dict(selection.sums)
            by_stage: dict[str, int] = {}
            for sums in selection.stages.values():
                for kind, amount in sums.items():
                    by_stage[kind] = by_stage.get(kind, 0) + amount
            assert by_stage == dict(selection.sums)


@given(packages(), facts(4), DAYS)
def test_no_figure_within_the_bound_gives_more_than_the_bound(
    package: Package, stated: list[dict[str, Any]], day: date
) -> None:
    """A policy's upper sum without a figure is never below the sum with any figure that is possible."""
    for facts_ in stated:
        for fact in package.bounds:
            if fact not in facts_:
                continue
            without = {name: value for name, value in facts_.items() if name != fact}
            before = {result.id: result for result in assess(package, without, day).policies}
            for after in assess(package, facts_, day).policies:
                if before[after.id].open:
                    continue
                for kind, amount in after.most.items():
                    assert before[after.id].most.get(kind, 0) >= amount
