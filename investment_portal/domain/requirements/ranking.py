"""The order that wishes give to those which meet the musts, and what would change it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from investment_portal.domain.requirements.verdict import Facts, Outcome, Requirement, verdicts
from investment_portal.value import Value

Standing = Literal["fits", "open", "out"]
STANDINGS: tuple[Standing, ...] = ("fits", "open", "out")
"""All musts are met; none is missed and some are not known; some are missed."""


class Ranked(Value):
    """A record in the order: its place in the list given, outcomes, and the least and greatest sum of weights met."""

    place: int
    outcomes: Sequence[Outcome]
    standing: Standing
    least: Fraction
    most: Fraction


class Change(Value):
    """What would put a record above the one before it.

    ``weight``: a requirement's weight above or below a figure; ``confirm``: requirements that turn out to be met.
    """

    kind: Literal["above", "below", "confirm"]
    requirements: tuple[int, ...]
    figure: Fraction | None = None


def rank(records: Sequence[Facts], requirements: Sequence[Requirement]) -> list[Ranked]:
    """Order records by their standing, then by the weights that they surely meet, then by those that they may meet."""
    ranked = [_ranked(place, facts, requirements) for place, facts in enumerate(records)]
    return sorted(ranked, key=_order)


def _order(ranked: Ranked) -> tuple[int, Fraction, Fraction, int]:
    return STANDINGS.index(ranked.standing), -ranked.least, -ranked.most, ranked.place


def _ranked(place: int, facts: Facts, requirements: Sequence[Requirement]) -> Ranked:
    outcomes = verdicts(facts, requirements)
    pairs = list(zip(requirements, outcomes, strict=True))
    musts = [outcome for requirement, outcome in pairs if requirement.weight is None]
    met = [outcome in {"pass", "other"} for outcome in musts]
    standing: Standing = "out" if "fail" in musts else "fits" if all(met) else "open"
    least = [requirement.weight or Fraction(0) for requirement, outcome in pairs if outcome == "pass"]
    maybe = [requirement.weight or Fraction(0) for requirement, outcome in pairs if outcome in OPEN]
    return Ranked(place, outcomes, standing, sum(least, Fraction(0)), sum([*least, *maybe], Fraction(0)))


OPEN = frozenset({"part", "unknown", "read"})
"""Outcomes that a further answer can turn into another one."""


def changes(above: Ranked, below: Ranked, requirements: Sequence[Requirement]) -> list[Change]:
    """Return each single change that would put the lower of two records first."""
    if below.standing == "out":
        return []
    if above.standing != below.standing:
        return _by_musts(above, below, requirements)
    lead = above.least - below.least
    possible: list[Change] = []
    for place, requirement in enumerate(requirements):
        weight, first, second = requirement.weight, above.outcomes[place], below.outcomes[place]
        if weight is None:
            continue
        if second == "pass" and first != "pass":
            possible.append(Change("above", (place,), weight + lead))
        if first == "pass" and second != "pass" and weight > lead:
            possible.append(Change("below", (place,), weight - lead))
        if second in OPEN and weight > lead:
            possible.append(Change("confirm", (place,)))
    return possible


def _by_musts(above: Ranked, below: Ranked, requirements: Sequence[Requirement]) -> list[Change]:
    """Return the musts that have to be confirmed, if the wishes then put the lower record first."""
    if (below.least, below.most) <= (above.least, above.most):
        return []
    asked = (
        place
        for place, requirement in enumerate(requirements)
        if requirement.weight is None and below.outcomes[place] in OPEN
    )
    return [Change("confirm", tuple(asked))]
