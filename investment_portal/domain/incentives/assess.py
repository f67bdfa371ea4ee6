"""Assess a package: each policy with its verdicts and amounts, largest first, and the best combination."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec.structs import replace

from investment_portal.domain.incentives.amount import Reckoned, by_year, reckon
from investment_portal.domain.incentives.combination import STAGES, Payment, Selection, best, rank, sums
from investment_portal.domain.incentives.declaration import Award, Declared, Package
from investment_portal.domain.incentives.verdict import (
    LIFE,
    STAGE,
    Stated,
    Verdict,
    assumed,
    first_stage,
    joined,
    judge,
    open_facts,
)
from investment_portal.value import Value

State = Literal["open", "later", "exhausted", "ended"]
"""The state of a policy on a day: available, in force later, money used up, ended."""

GROUPS = ("yes", "service", "unknown", "later", "exhausted", "no")
"""In the order in which policies are shown; a policy whose conditions fail is last, whatever its state."""


class Assessed(Value):
    """A policy: its verdict, its state, the verdict of each test, its benefits, its sums in fen.

    ``least`` is what is certain by what is stated, ``most`` what can be reached; ``open`` says that nothing bounds it.
    ``service`` says that help other than money is certain; ``stage`` is where the policy can first be used, ``year``
    the year of the investment in which that is.
    """

    id: str
    verdict: Verdict
    state: State
    tests: Sequence[Verdict]
    benefits: Sequence[Reckoned]
    least: dict[str, int]
    most: dict[str, int]
    open: bool
    missing: Sequence[str]
    service: bool
    stage: str
    year: int


class Answer(Value):
    """Policies by value; the certain combination, and the one that can be reached with the missing facts."""

    policies: Sequence[Assessed]
    certain: Selection
    possible: Selection


def assess(package: Package, facts: Stated, day: date) -> Answer:
    """Assess the facts of an investor as of a day."""
    stated = assumed(facts, package.bounds)
    assessed = [_policy(declared, stated, day) for declared in package.policies]
    payments = {
        declared.id: _payments(declared, policy) for declared, policy in zip(package.policies, assessed, strict=True)
    }
    excludes = frozenset(frozenset({policy.id, other}) for policy in package.policies for other in policy.excludes)
    available = [policy for policy in assessed if policy.verdict != "no" and policy.state == "open"]
    certain = {policy.id: payments[policy.id][0] for policy in available if policy.verdict == "yes"}
    possible = {policy.id: payments[policy.id][1] for policy in available}
    # Sorting keeps the order of the package among equals.
    ordered = sorted(assessed, key=lambda item: (GROUPS.index(group(item)), _falling(item.least), _falling(item.most)))
    return Answer(
        ordered,
        best(certain, excludes, package.limits),
        best(possible, excludes, package.limits),
    )


def group(policy: Assessed) -> str:
    """Return the group of results in which a policy is shown.

    A policy whose conditions are met, and whose sum depends on what is not stated, is a service where it has one, and
    one to be stated more about where it has none.
    """
    if policy.verdict != "no" and policy.state != "open":
        return policy.state
    if policy.verdict != "yes" or policy.least:
        return policy.verdict
    if policy.service:
        return "service"
    return "unknown" if policy.missing else "yes"


def _state(declared: Declared, day: date) -> State:
    if declared.end is not None and declared.end < day:
        return "ended"
    if day < declared.start:
        return "later"
    return "exhausted" if declared.exhausted is not None and declared.exhausted <= day else "open"


def _falling(sums: dict[str, int]) -> tuple[int, ...]:
    return tuple(-amount for amount in rank(sums))


def _policy(declared: Declared, stated: Stated, day: date) -> Assessed:
    state = _state(declared, day)
    tests = [judge(condition, stated) for condition in declared.conditions]
    verdict = "no" if state == "ended" else joined(tests)
    benefits = [reckon(benefit, stated) for benefit in declared.benefits]
    awarded = list(zip(declared.benefits, benefits, strict=True)) if verdict != "no" else []
    unknown_facts = [fact for condition in declared.conditions for fact in open_facts(condition, stated)]
    unknown_facts += [fact for _, reckoned in awarded for fact in reckoned.missing]
    stage, year = _begins(declared, stated)
    policy = Assessed(
        declared.id,
        verdict,
        state,
        tests,
        benefits,
        {},
        {},
        any(reckoned.most_all is None for _, reckoned in awarded),
        list(dict.fromkeys(unknown_facts)) if verdict != "no" else [],
        any(award.form == "service" and reckoned.verdict == "yes" for award, reckoned in awarded),
        stage,
        year,
    )
    certain, possible = _payments(declared, policy)
    return replace(policy, least=sums(certain), most=sums(possible))


def _begins(declared: Declared, stated: Stated) -> tuple[str, int]:
    """Return the stage in which a policy can first be used, and the year: one stage a year from the first stated."""
    ahead = stated.get(STAGE)
    reached = ahead if isinstance(ahead, frozenset) else frozenset(LIFE)
    tested = [frozenset(test.one_of or ()) for test in declared.conditions if test.fact == STAGE]
    usable = reached.intersection(*tested)
    stage = next((stage for stage in STAGES if stage in usable), STAGES[-1])
    begin = first_stage(reached)
    return stage, 1 + (LIFE.index(stage) - begin if stage in LIFE else 0)


def _payments(declared: Declared, policy: Assessed) -> tuple[list[Payment], list[Payment]]:
    """Return the certain and the possible payments of a policy; none where its conditions fail.

    What nothing bounds counts with what is certain of it, and ``open`` says so.
    """
    certain: list[Payment] = []
    possible: list[Payment] = []
    if policy.verdict == "no":
        return certain, possible
    for award, reckoned in zip(declared.benefits, policy.benefits, strict=True):
        if not award.kind:
            continue
        most_all = reckoned.least_all if reckoned.most_all is None else reckoned.most_all
        possible += _yearly(award, policy, reckoned.most, most_all)
        if policy.verdict == "yes":
            certain += _yearly(award, policy, reckoned.least, reckoned.least_all)
    return certain, possible


def _yearly(award: Award, policy: Assessed, yearly: int | None, total: int) -> list[Payment]:
    by_years = by_year(award, yearly, total)
    return [Payment(policy.year + place, policy.stage, award.kind, fen) for place, fen in enumerate(by_years) if fen]
