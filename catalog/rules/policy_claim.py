"""A policy that must be applied for must lead to the official claim page."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.windows import Applying, applying
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.problems.problem import Level
from catalog.rules.rule import Rule

OPEN = (Applying.ALWAYS, Applying.NOW, Applying.LATER)


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find policies that can be applied for, now or later, without the link: warnings in a demonstration."""
    level = Level.WARNING if catalog.site.demo else Level.ERROR
    for policy in catalog.policies.values():
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
            yield Finding("policy-claim", "policy", policy.id, ("delivery",), said, hint, level)


RULE = Rule(
    "policy-claim",
    Sentence("需申报的政策须有官方申报入口。", "A policy that is applied for leads to the official claim page."),
    check,
    settings=True,
    apart=True,
    dated=True,
)
