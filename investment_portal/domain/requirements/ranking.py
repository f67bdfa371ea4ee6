"""The order that wishes give to those which meet the musts, and what would change it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from investment_portal.domain.requirements.verdict import Outcome, RecordFacts, SiteRequirement, verdicts
from investment_portal.value import Value

Grade = Literal["fits", "open", "out"]
GRADES: tuple[Grade, ...] = ("fits", "open", "out")
"""All musts are met; none is missed and some are not known; some are missed."""


class Ranked(Value):
    """A record in the order: its place in the list given, outcomes, and the least and greatest sum of weights met."""

    place: int
    outcomes: Sequence[Outcome]
    grade: Grade
    least: Fraction
    most: Fraction


class OrderChange(Value):
    """A change that would put a record above the one before it.

    ``weight``: a requirement's weight above or below a figure; ``confirm``: requirements that turn out to be met.
    """

    kind: Literal["above", "below", "confirm"]
    requirements: tuple[int, ...]
    figure: Fraction | None = None


def rank(records: Sequence[RecordFacts], requirements: Sequence[SiteRequirement]) -> list[Ranked]:
    """Order records by their grade, then by the weights that they surely meet, then by those that they may meet."""
    ranked = [_ranked(place, facts, requirements) for place, facts in enumerate(records)]
    return sorted(ranked, key=_order)


def _order(ranked: Ranked) -> tuple[int, Fraction, Fraction, int]:
    return GRADES.index(ranked.grade), -ranked.least, -ranked.most, ranked.place


def _ranked(place: int, facts: RecordFacts, requirements: Sequence[SiteRequirement]) -> Ranked:
    outcomes = verdicts(facts, requirements)
    pairs = list(zip(requirements, outcomes, strict=True))
    musts = [outcome for requirement, outcome in pairs if requirement.weight is None]
    met = [outcome in {"pass", "other"} for outcome in musts]
    grade: Grade = "out" if "fail" in musts else "fits" if all(met) else "open"
    least = [requirement.weight or Fraction(0) for requirement, outcome in pairs if outcome == "pass"]
    maybe = [requirement.weight or Fraction(0) for requirement, outcome in pairs if outcome in OPEN]
    return Ranked(place, outcomes, grade, sum(least, Fraction(0)), sum([*least, *maybe], Fraction(0)))


OPEN = frozenset({"part", "unknown", "read"})
"""Outcomes that a further answer can turn into another one."""


def changes(above: Ranked, below: Ranked, requirements: Sequence[SiteRequirement]) -> list[OrderChange]:
    """Return each single change that would put the lower of two records first."""
    if below.grade == "out":
        return []
    if above.grade != below.grade:
        return _by_musts(above, below, requirements)
    lead = above.least - below.least
    possible: list[OrderChange] = []
    for place, requirement in enumerate(requirements):
        weight, first, second = requirement.weight, above.outcomes[place], below.outcomes[place]
        if weight is None:
            continue
        if second == "pass" and first != "pass":
            possible.append(OrderChange("above", (place,), weight + lead))
        if first == "pass" and second != "pass" and weight > lead:
            possible.append(OrderChange("below", (place,), weight - lead))
        if second in OPEN and weight > lead:
            possible.append(OrderChange("confirm", (place,)))
    return possible


def _by_musts(above: Ranked, below: Ranked, requirements: Sequence[SiteRequirement]) -> list[OrderChange]:
    """Return the musts that have to be confirmed, if the wishes then put the lower record first."""
    if (below.least, below.most) <= (above.least, above.most):
        return []
    compared = (
        place
        for place, requirement in enumerate(requirements)
        if requirement.weight is None and below.outcomes[place] in OPEN
    )
    return [OrderChange("confirm", tuple(compared))]
