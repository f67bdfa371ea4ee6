"""A normative document is valid for at most five years, one on trial for two."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy, PolicyState
from catalog.problems.problem import Level
from catalog.rules.rule import RecordCheck, Rule, Violation

USUAL, TRIAL = 5, 2
HINT = Sentence("核对文件原文。", "Compare with the document itself.")


def check_policy(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield a validity without an end, or with one later than the usual practice allows."""
    if policy.withdrawn or policy.state is PolicyState.REPEALED:
        return
    until, years = policy.effective.until, TRIAL if policy.state is PolicyState.TRIAL else USUAL
    if until is None:
        said = Sentence("应写有效期的截止日（until），实际没有。", "The end of validity (until) is missing.")
        yield Violation(("effective",), said, HINT, Level.WARNING)
    elif until > _later(policy.effective.from_, years):
        said = Sentence(
            f"有效期一般不超过 {years} 年，实际到 {until}。",
            f"Usually valid for {years} years at the most; this ends on {until}.",
        )
        yield Violation(("effective", "until"), said, HINT, Level.WARNING)


def _later(day: date, years: int) -> date:
    """Return the same day years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


RULE = Rule(
    "policy-validity",
    Sentence(
        "规范性文件有效期一般不超过 5 年，试行不超过 2 年。",
        "A policy is valid for at most five years, on trial for two.",
    ),
    [RecordCheck(Policy, check_policy)],
)
