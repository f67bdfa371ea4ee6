"""A policy does not exclude itself, and shared caps of one kind of money lie apart or one within the other."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy, Together
from catalog.problems.finding import Path
from catalog.rules.rule import RecordCheck, Rule, Violation

ITSELF = Sentence("这里写的是其他政策，不写本政策。", "Name other policies here, not this one.")
REMOVE = Sentence("删去这一项。", "Delete this entry.")


def check_policy(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield the policy itself in its lists, and shared caps that cross one written before: these cannot be computed."""
    if policy.withdrawn:
        return
    for path, id_ in _named(policy):
        if id_ == policy.id:
            yield Violation(path, ITSELF, REMOVE)
    before = list(_caps_before(policy, catalog)) if policy.together else []
    for place, cap in enumerate(policy.together):
        these = _members(policy, cap)
        for other, other_cap in before:
            those = _members(other, other_cap)
            if cap.money is other_cap.money and these & those and not (these <= those or those <= these):
                said = Sentence(
                    f"合计上限的范围应互不重叠或逐级包含；与“{other.id}”的合计上限部分重叠。",
                    "Shared caps must lie apart or one within the other; "
                    f"this one partly overlaps that of “{other.id}”.",
                )
                hint = Sentence(
                    f"让两处的政策一致，或把“{'、'.join(sorted(these ^ those))}”写进较大的一处。",
                    f"Name the same policies in both, or write {', '.join(sorted(these ^ those))} into the larger one.",
                )
                yield Violation(("together", place, "with"), said, hint)
        before.append((policy, cap))


def _caps_before(policy: Policy, catalog: Catalog) -> Iterator[tuple[Policy, Together]]:
    """Yield the shared caps of the policies that stand before a policy, withdrawn ones left out."""
    for other in catalog.policies.values():
        if other.id == policy.id:
            return
        if not other.withdrawn:
            for cap in other.together:
                yield other, cap


def _named(policy: Policy) -> Iterator[tuple[Path, str]]:
    for place, id_ in enumerate(policy.excludes):
        yield ("excludes", place), id_
    for number, shared in enumerate(policy.together):
        for place, id_ in enumerate(shared.with_):
            yield ("together", number, "with", place), id_


def _members(policy: Policy, shared: Together) -> frozenset[str]:
    return frozenset({policy.id, *shared.with_})


RULE = Rule(
    "stacking",
    Sentence(
        "政策不与自己互斥；合计上限互不重叠或逐级包含。",
        "A policy does not exclude itself; shared caps lie apart or one within the other.",
    ),
    [RecordCheck(Policy, check_policy)],
)
