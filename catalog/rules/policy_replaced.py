"""Of two policies of which one replaces the other, only the later may be in force."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy
from catalog.problems.problem import Level
from catalog.rules.rule import DatedRecordCheck, Rule, Violation


def check_policy(policy: Policy, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield a replaced policy that is the policy itself, later, or still in force."""
    for step, id_ in enumerate(policy.supersedes):
        replaced = catalog.policies.get(id_)
        path = ("supersedes", step)
        if id_ == policy.id or (replaced and replaced.effective.from_ > policy.effective.from_):
            said = Sentence(
                f"只能替代更早的政策，“{id_}”不是。", f"A policy replaces an earlier one; “{id_}” is not earlier."
            )
            yield Violation(path, said)
        elif replaced and policy.in_force(day) and replaced.in_force(day):
            said = Sentence(
                f"已被替代的政策不应继续有效，“{id_}”仍在有效期内。",
                f"A policy that was replaced is not in force any more; “{id_}” still is.",
            )
            hint = Sentence(
                f"在 policies/{id_}.yaml 写 state: repealed，或改 effective。",
                f"Write state: repealed in policies/{id_}.yaml, or change effective.",
            )
            yield Violation(path, said, hint, Level.WARNING)


RULE = Rule(
    "policy-replaced",
    Sentence("被替代的政策不再有效。", "A policy that was replaced is no longer in force."),
    [DatedRecordCheck(Policy, check_policy)],
)
