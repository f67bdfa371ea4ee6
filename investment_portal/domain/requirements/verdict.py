"""Verdicts: whether what a record states meets a requirement, wholly, in part, not, or is not known."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from investment_portal.domain.requirements.criteria import CRITERIA, Way
from investment_portal.value import Value

Outcome = Literal["pass", "part", "fail", "unknown", "read", "other"]
"""``read``: stated in words, which a person has to read; ``other``: the criterion is not asked of such records."""


class Item(Value):
    """A value of a record: bounds in base units (None: open), or ids of a list, or words alone."""

    low: Fraction | None = None
    high: Fraction | None = None
    ids: tuple[str, ...] = ()
    words: bool = False


class RecordFacts(Value):
    """The values of a project or a park: its own, those of its plots and halls, those of its parks."""

    kind: str
    alone: Mapping[str, Item]
    pools: Mapping[str, Sequence[Mapping[str, Item]]]
    parks: "Sequence[RecordFacts]" = ()


class SiteRequirement(Value):
    """A requirement: a must where it has no weight, else a wish."""

    key: str
    way: Way
    limit: Fraction | None = None
    ids: tuple[str, ...] = ()
    weight: Fraction | None = None


def judge(item: Item | None, requirement: SiteRequirement) -> Outcome:
    """Compare one value with a requirement; a range meets it where all of the range does."""
    if item is None:
        return "unknown"
    if item.words:
        return "read"
    if requirement.way == "in":
        return "pass" if set(item.ids) & set(requirement.ids) else "fail"
    if requirement.way == "has":
        return "fail" if item.high == 0 else "pass"
    limit, low, high = requirement.limit or Fraction(0), item.low, item.high
    if requirement.way == "least":
        meets, misses = low is not None and low >= limit, high is not None and high < limit
    else:
        meets, misses = high is not None and high <= limit, low is not None and low > limit
    return "pass" if meets else "fail" if misses else "part"


def verdicts(facts: RecordFacts, requirements: Sequence[SiteRequirement]) -> list[Outcome]:
    """Return the outcome of each requirement; those of plots, and of halls, are compared on the best one of them."""
    chosen = {pool: _best(members, pool, requirements) for pool, members in facts.pools.items()}
    return [_outcome(facts, requirement, chosen) for requirement in requirements]


def best_members(facts: RecordFacts, requirements: Sequence[SiteRequirement]) -> dict[str, int]:
    """Return the place of the plot and of the hall on which requirements are compared."""
    return {
        pool: members.index(best)
        for pool, members in facts.pools.items()
        if (best := _best(members, pool, requirements)) is not None
    }


def _best(
    members: Sequence[Mapping[str, Item]], pool: str, requirements: Sequence[SiteRequirement]
) -> Mapping[str, Item] | None:
    """Return the member that misses the fewest musts, then leaves the fewest open, then misses the least weight."""
    compared = [requirement for requirement in requirements if CRITERIA[requirement.key].pool == pool]

    def misses(member: Mapping[str, Item]) -> tuple[int, int, Fraction]:
        outcomes = [(requirement, judge(member.get(requirement.key), requirement)) for requirement in compared]
        musts = [outcome for requirement, outcome in outcomes if requirement.weight is None]
        return (
            musts.count("fail"),
            sum(outcome != "pass" for outcome in musts),
            sum((requirement.weight or Fraction(0) for requirement, met in outcomes if met != "pass"), Fraction(0)),
        )

    return min(members, key=misses, default=None)


def _outcome(
    facts: RecordFacts, requirement: SiteRequirement, chosen: Mapping[str, Mapping[str, Item] | None]
) -> Outcome:
    criterion = CRITERIA[requirement.key]
    if facts.kind not in criterion.of:
        return "other"
    if criterion.pool:
        return judge((chosen.get(criterion.pool) or {}).get(requirement.key), requirement)
    item = facts.alone.get(requirement.key)
    if item is None and criterion.inherited and facts.parks:
        return combine([judge(park.alone.get(requirement.key), requirement) for park in facts.parks])
    return judge(item, requirement)


def combine(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the outcome of a project at several parks: that of all, else in part, or not known where one is not."""
    if len(set(outcomes)) == 1:
        return outcomes[0]
    return "unknown" if "unknown" in outcomes else "part"
