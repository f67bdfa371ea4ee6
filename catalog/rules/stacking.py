"""A policy does not exclude itself, and shared caps of one kind of money lie apart or one within the other."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy, Together
from catalog.problems.finding import Finding, Path
from catalog.rules.rule import Rule

ITSELF = Sentence("这里写的是其他政策，不写本政策。", "Name other policies here, not this one.")
REMOVE = Sentence("删去这一项。", "Delete this entry.")


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find policies that name themselves, and shared caps that cross each other: what they allow cannot be said."""
    policies = [policy for policy in catalog.policies.values() if not policy.withdrawn]
    for policy in policies:
        yield from _itself(policy)
    caps = [(policy, place, one) for policy in policies for place, one in enumerate(policy.together)]
    for (first, _, one), (second, place, other) in combinations(caps, 2):
        these, those = _members(first, one), _members(second, other)
        if one.money is other.money and these & those and not (these <= those or those <= these):
            said = Sentence(
                f"合计上限的范围应互不重叠或逐级包含；与“{first.id}”的合计上限部分重叠。",
                f"Shared caps must lie apart or one within the other; this one partly overlaps that of “{first.id}”.",
            )
            hint = Sentence(
                f"让两处的政策一致，或把“{'、'.join(sorted(these ^ those))}”写进较大的一处。",
                f"Name the same policies in both, or write {', '.join(sorted(these ^ those))} into the larger one.",
            )
            yield Finding("stacking", "policy", second.id, ("together", place, "with"), said, hint)


def _itself(policy: Policy) -> Iterator[Finding]:
    named: list[tuple[Path, str]] = [(("excludes", place), id_) for place, id_ in enumerate(policy.excludes)]
    for number, shared in enumerate(policy.together):
        named += [(("together", number, "with", place), id_) for place, id_ in enumerate(shared.with_)]
    for path, id_ in named:
        if id_ == policy.id:
            yield Finding("stacking", "policy", policy.id, path, ITSELF, REMOVE)


def _members(policy: Policy, shared: Together) -> frozenset[str]:
    return frozenset({policy.id, *shared.with_})


RULE = Rule(
    "stacking",
    Sentence(
        "政策不与自己互斥；合计上限互不重叠或逐级包含。",
        "A policy does not exclude itself; shared caps lie apart or one within the other.",
    ),
    check,
)
