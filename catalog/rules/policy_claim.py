"""A policy that must be applied for must lead to the official claim page."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.windows import Applying, applying
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy
from catalog.problems.problem import Level
from catalog.rules.rule import DatedRecordCheck, Rule, Violation

OPEN = (Applying.ALWAYS, Applying.NOW, Applying.LATER)


def check_policy(policy: Policy, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield a missing link where an application is possible, now or later: a warning in a demonstration."""
    level = Level.WARNING if catalog.site.demo else Level.ERROR
    if policy.claim_link is None and applying(policy, day) in OPEN:
        said = Sentence(
            f"“{policy.delivery.label.zh}”的政策应有官方申报入口（claim_link），实际没有。",
            f"A policy delivered “{policy.delivery.label.en}” leads to the official claim page (claim_link);"
            " there is none.",
        )
        hint = Sentence(
            "填写官方申报平台的网址；本站不自建申报系统。",
            "Put the address on the official platform; this portal takes no claims itself.",
        )
        yield Violation(("delivery",), said, hint, level)


RULE = Rule(
    "policy-claim",
    Sentence("需申报的政策须有官方申报入口。", "A policy that is applied for leads to the official claim page."),
    [DatedRecordCheck(Policy, check_policy, settings=True)],
)
