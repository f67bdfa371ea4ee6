"""A normative document is valid for at most five years, one on trial for two."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import PolicyState
from catalog.problems.finding import Finding
from catalog.problems.problem import Level
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find policies without an end, or with one later than the usual practice allows."""
    for policy in catalog.policies.values():
        until, years = policy.effective.until, 2 if policy.state is PolicyState.TRIAL else 5
        if until is None:
            said = Sentence("没有写有效期止（until）。", "The end of validity (until) is missing.")
            yield Finding("policy-validity", "policy", policy.id, ("effective",), said, level=Level.WARNING)
        elif (until - policy.effective.from_).days > years * 366:
            said = Sentence(f"有效期超过 {years} 年。", f"Valid for more than {years} years.")
            yield Finding("policy-validity", "policy", policy.id, ("effective", "until"), said, level=Level.WARNING)


RULE = Rule("policy-validity", Sentence("规范性文件有效期一般不超过 5 年，试行不超过 2 年。", "A policy is valid for at most five years, on trial for two."), check)
