"""Stated facts of an investor, and verdicts (yes, no, unknown) of one test and of several."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

from investment_portal.domain.incentives.declaration import Condition

Value = Fraction | frozenset[str] | bool
Stated = Mapping[str, Value]


def settled(stated: Stated) -> Stated:
    """Add implied facts: a foreign-invested firm is foreign-funded."""
    types = stated.get("enterprise_type")
    if "foreign_funded" in stated or not isinstance(types, frozenset) or "foreign" not in types:
        return stated
    return {**stated, "foreign_funded": True}


Verdict = Literal["yes", "no", "unknown"]

REVERSED: Mapping[Verdict, Verdict] = {"yes": "no", "no": "yes", "unknown": "unknown"}
"""The verdict of a test that must not be passed."""


def judge(condition: Condition, stated: Stated) -> Verdict:
    """Evaluate one condition: a fact that is not stated is unknown; of several values one is enough."""
    if condition.any:
        return either(judge(inner, stated) for inner in condition.any)
    if condition.all:
        return joined(judge(inner, stated) for inner in condition.all)
    if condition.none:
        return REVERSED[either(judge(inner, stated) for inner in condition.none)]
    value = stated.get(condition.fact)
    if value is None:
        return "unknown"
    return "yes" if _fits(condition, value) else "no"


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


def _fits(condition: Condition, value: Value) -> bool:
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
