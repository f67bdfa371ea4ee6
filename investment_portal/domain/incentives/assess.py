"""Assess a package: each policy with its verdicts and amounts, largest first, and the best combination."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from investment_portal.domain.incentives.amount import Reckoned, reckon
from investment_portal.domain.incentives.combination import KINDS, Selection, best, rank
from investment_portal.domain.incentives.declaration import Declared, Package
from investment_portal.domain.incentives.verdict import Stated, Verdict, joined, judge, open_facts, settled
from investment_portal.value import Value

State = Literal["open", "later", "exhausted", "ended"]
"""The state of a policy on a day: available, in force later, money used up, ended."""

GROUPS = ("yes", "unknown", "later", "exhausted", "no")
"""In the order in which policies are shown; a policy whose conditions fail is last, whatever its state."""


class Assessed(Value):
    """A policy: its verdict, its state, the verdict of each test, its benefits, its sums in fen.

    ``least`` is what is certain by what is stated, ``most`` what can be reached; ``open`` says that nothing bounds it.
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


class Answer(Value):
    """Policies by value; the certain combination, and the one that can be reached with the missing facts."""

    policies: Sequence[Assessed]
    certain: Selection
    possible: Selection


def assess(package: Package, facts: Stated, day: date) -> Answer:
    """Assess the facts of an investor as of a day."""
    stated = settled(facts)
    assessed = [_policy(declared, stated, day) for declared in package.policies]
    excludes = frozenset(frozenset({policy.id, other}) for policy in package.policies for other in policy.excludes)
    certain = {policy.id: policy.least for policy in assessed if policy.verdict == "yes" and policy.state == "open"}
    possible = {policy.id: policy.most for policy in assessed if policy.verdict != "no" and policy.state == "open"}
    # Sorting keeps the order of the package among equals.
    ordered = sorted(assessed, key=lambda item: (GROUPS.index(group(item)), _falling(item.least), _falling(item.most)))
    return Answer(
        ordered,
        best(certain, excludes, package.limits),
        best(possible, excludes, package.limits),
    )


def group(policy: Assessed) -> str:
    """Return the group of results in which a policy is shown."""
    return policy.verdict if policy.verdict == "no" or policy.state == "open" else policy.state


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
    kinds = [award.kind for award in declared.benefits]
    awarded = list(zip(kinds, benefits, strict=True)) if verdict != "no" else []
    unknown_facts = [fact for condition in declared.conditions for fact in open_facts(condition, stated)]
    unknown_facts += [fact for _, award in awarded for fact in award.missing]
    return Assessed(
        declared.id,
        verdict,
        state,
        tests,
        benefits,
        _sums((kind, award.least_all if verdict == "yes" else 0) for kind, award in awarded),
        # What nothing bounds counts with what is certain of it, and ``open`` says so.
        _sums((kind, award.least_all if award.most_all is None else award.most_all) for kind, award in awarded),
        any(award.most_all is None for _, award in awarded),
        list(dict.fromkeys(unknown_facts)) if verdict != "no" else [],
    )


def _sums(parts: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = dict.fromkeys(KINDS, 0)
    for kind, amount in parts:
        if kind:
            sums[kind] += amount
    return {kind: amount for kind, amount in sums.items() if amount}
