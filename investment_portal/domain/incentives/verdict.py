"""Stated facts of an investor, what follows from them, and verdicts (yes, no, unknown) of one test and of several."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

from investment_portal.domain.incentives.declaration import Condition
from investment_portal.value import Value


class AtMost(Value):
    """The upper bound of a figure that is not stated, as a stated figure implies it."""

    most: Fraction


Known = Fraction | frozenset[str] | bool
Stated = Mapping[str, Known | AtMost]

LIFE = ("settling", "building", "production", "growth")
"""The stages of an investment in their order; hardship has no place in it."""
STAGE = "stage"
DEFAULTS: Stated = {"new_to_district": True}
"""Facts that are assumed where they are not stated; pages say so."""


def settled(stated: Stated) -> Stated:
    """Add implied facts: a foreign-invested firm is foreign-funded."""
    types = stated.get("enterprise_type")
    if "foreign_funded" in stated or not isinstance(types, frozenset) or "foreign" not in types:
        return stated
    return {**stated, "foreign_funded": True}


def assumed(stated: Stated, bounds: Mapping[str, str]) -> Stated:
    """Add implied facts, defaults, the stages that follow and the bounds of figures; limit figures to their bounds."""
    settled_facts = settled(stated)
    complete = {**DEFAULTS, **settled_facts}
    stages = complete.get(STAGE)
    if isinstance(stages, frozenset):
        complete[STAGE] = stages | frozenset(LIFE[first_stage(stages) :])
    for fact in bounds:
        limit = _bound(fact, settled_facts, bounds)
        if limit is None:
            continue
        value = complete.get(fact)
        if value is None:
            complete[fact] = AtMost(limit)
        elif isinstance(value, Fraction):
            complete[fact] = min(value, limit)
    return complete


def first_stage(stages: Iterable[str]) -> int:
    """Return the place of the earliest stage in the life of an investment; its end where none belongs to it."""
    return min((LIFE.index(stage) for stage in stages if stage in LIFE), default=len(LIFE))


def _bound(fact: str, stated: Stated, bounds: Mapping[str, str]) -> Fraction | None:
    """Return the least of the stated figures that bound a fact, directly or through others."""
    limits, seen, wider = [], {fact}, bounds.get(fact)
    while wider is not None and wider not in seen:
        seen.add(wider)
        value = stated.get(wider)
        if isinstance(value, Fraction):
            limits.append(value)
        wider = bounds.get(wider)
    return min(limits, default=None)


Verdict = Literal["yes", "no", "unknown"]

REVERSED: Mapping[Verdict, Verdict] = {"yes": "no", "no": "yes", "unknown": "unknown"}
"""The verdict of a test that must not be passed."""


def judge(condition: Condition, stated: Stated) -> Verdict:
    """Evaluate one condition: a fact that is not stated is unknown; of several values one is enough.

    Without a stage the whole life of the investment counts. A figure of which only a bound is known fails what exceeds
    the bound, and meets what every figure up to it meets.
    """
    if condition.any:
        return either(judge(inner, stated) for inner in condition.any)
    if condition.all:
        return joined(judge(inner, stated) for inner in condition.all)
    if condition.none:
        return REVERSED[either(judge(inner, stated) for inner in condition.none)]
    value = stated.get(condition.fact)
    if value is None:
        in_life = condition.fact == STAGE and not frozenset(LIFE).isdisjoint(condition.one_of or ())
        return "yes" if in_life else "unknown"
    if isinstance(value, AtMost):
        return _within(condition, value.most)
    return "yes" if _fits(condition, value) else "no"


def _within(condition: Condition, limit: Fraction) -> Verdict:
    """Evaluate a condition for a figure from nothing to a limit."""
    low, high = condition.least, condition.most
    if low is not None and low > limit:
        return "no"
    certain = (low is None or low <= 0) and (high is None or high >= limit)
    return "yes" if certain else "unknown"


def open_facts(condition: Condition, stated: Stated) -> list[str]:
    """Return the facts that could still decide a test; none where its verdict is certain."""
    if judge(condition, stated) != "unknown":
        return []
    if not condition.inner:
        return [condition.fact]
    return [fact for inner in condition.inner for fact in open_facts(inner, stated)]


def facts_in(condition: Condition) -> Iterator[str]:
    """Yield the facts that a test and the tests within it ask for."""
    if condition.fact:
        yield condition.fact
    for inner in condition.inner:
        yield from facts_in(inner)


def _fits(condition: Condition, value: Known) -> bool:
    if isinstance(value, bool):
        return value is condition.yes
    if isinstance(value, Fraction):
        low, high = condition.least, condition.most
        return (low is None or value >= low) and (high is None or value <= high)
    return not value.isdisjoint(condition.one_of or ())


def joined(verdicts: Iterable[Verdict]) -> Verdict:
    """Judge several together: one no decides, else one that is not known leaves all open."""
    distinct = set(verdicts)
    if "no" in distinct:
        return "no"
    return "unknown" if "unknown" in distinct else "yes"


def either(verdicts: Iterable[Verdict]) -> Verdict:
    """Combine the verdicts of tests of which one is enough: one yes decides; else one unknown makes all unknown."""
    distinct = set(verdicts)
    if "yes" in distinct:
        return "yes"
    return "unknown" if "unknown" in distinct else "no"
