"""Stated facts of an investor, and verdicts (yes, no, unknown) of one test and of several."""

from collections.abc import Iterable, Mapping
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


def judge(condition: Condition, stated: Stated) -> Verdict:
    """Evaluate one condition: a fact that is not stated is unknown; of several values one is enough."""
    value = stated.get(condition.fact)
    if value is None:
        return "unknown"
    return "yes" if _fits(condition, value) else "no"


def _fits(condition: Condition, value: Value) -> bool:
    if isinstance(value, bool):
        return value is condition.yes
    if isinstance(value, Fraction):
        low, high = condition.least, condition.most
        return (low is None or value >= low) and (high is None or value <= high)
    return not value.isdisjoint(condition.one_of or ())


def joined(verdicts: Iterable[Verdict]) -> Verdict:
    """Judge several together: one no decides, else one that is not known leaves all open."""
    found = set(verdicts)
    if "no" in found:
        return "no"
    return "unknown" if "unknown" in found else "yes"
