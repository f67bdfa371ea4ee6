"""A policy must name its legal basis and its fair-competition review."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy
from catalog.problems.problem import Level
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_policy(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield a missing legal basis and an unfinished or late review: warnings in a demonstration, errors when live."""
    level = Level.WARNING if catalog.site.demo else Level.ERROR
    if not policy.legal_basis:
        said = Sentence(
            "政策应写明依据（legal_basis），实际没有。",
            "A policy must name its legal basis (legal_basis); there is none.",
        )
        yield Violation((), said, level=level)
    review = policy.fair_competition_review
    if review is None or not review.done or review.on is None:
        said = Sentence(
            "政策应已通过公平竞争审查，没有相应记录。",
            "A policy needs a finished fair-competition review; none is recorded.",
        )
        hint = Sentence(
            "填写 fair_competition_review: {done: true, on: 日期}。",
            "Fill fair_competition_review: {done: true, on: DAY}.",
        )
        yield Violation(("fair_competition_review",), said, hint, level)
    elif policy.issued_on and review.on > policy.issued_on:
        said = Sentence(
            f"公平竞争审查应在发文前完成，审查日期 {review.on} 晚于发文日期 {policy.issued_on}。",
            f"The review comes before the policy is issued; it is of {review.on}, issued on {policy.issued_on}.",
        )
        yield Violation(("fair_competition_review", "on"), said, level=level)


RULE = Rule(
    "policy-review",
    Sentence("政策须写明依据和公平竞争审查情况。", "A policy names its legal basis and its fair-competition review."),
    [RecordCheck(Policy, check_policy, settings=True)],
)
