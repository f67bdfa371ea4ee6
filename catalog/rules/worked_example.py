"""A policy's worked example must state what its support is reckoned from, and must qualify."""

from collections.abc import Iterator

from catalog.derive.support.stated import Stated
from catalog.derive.totals import in_yuan
from catalog.derive.worked import amount, facts_of, passes, stated
from catalog.languages import Sentence
from catalog.model.benefit import Fixed, Service
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy
from catalog.model.site import Site
from catalog.model.walk import each
from catalog.quantities import Money
from catalog.rules.rule import RecordCheck, Rule, Violation

KEY = "worked_example"


def check_policy(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield what prevents the example from being computed, fails a test of the policy, or gives a sum of 0."""
    if policy.worked_example is None or any(in_yuan(sum_, catalog.site) is None for _, sum_ in each(Money, policy)):
        return  # a currency without a rate is a problem of its own
    facts = stated(policy.worked_example.stated(), catalog.site)
    yield from _lacking(policy, facts, catalog.site)
    yield from _failing(policy, facts, catalog.site)


def _lacking(policy: Policy, facts: Stated, site: Site) -> Iterator[Violation]:
    """Yield facts that the sums are computed from and that are missing or too small for the first tier."""
    wanted = dict.fromkeys(fact for benefit in policy.benefits for fact in facts_of(benefit))
    missing = [fact for fact in wanted if fact.value not in facts]
    if missing:
        zh = "、".join(f"{fact.value}（{fact.label.zh}）" for fact in missing)
        en = ", ".join(f"{fact.value} ({fact.label.en})" for fact in missing)
        said = Sentence(
            f"测算示例应写明扶持标准的计算依据，缺少 {zh}。",
            f"The worked example must state what the support is reckoned from; it lacks {en}.",
        )
        yield Violation((KEY,), said, of_key=True)
    sums = [benefit for benefit in policy.benefits if not isinstance(benefit, Service)]
    if not sums:
        said = Sentence(
            "没有金额的政策不需要测算示例。", "A policy that gives no sum of money has nothing to work out."
        )
        yield Violation((KEY,), said, of_key=True)
    for benefit in sums:
        worked = amount(benefit, facts, site)
        if worked is not None and worked.total.amount == 0 and not isinstance(benefit, Fixed):
            base = benefit.base
            said = Sentence(
                f"测算示例按“{base.label.zh}”算出的金额为 0，没有示范作用。",
                f"Reckoned from “{base.label.en}”, the worked example comes to nothing.",
            )
            yield Violation((KEY, base.value), said, RAISE)


REACH = {"sector": "sectors", "enterprise_type": "enterprise_types", "stage": "stages"}
"""Field of the example -> field of the policy that limits it."""

RAISE = Sentence("写一个达到扶持标准的数。", "State a figure that reaches the support.")


def _failing(policy: Policy, facts: Stated, site: Site) -> Iterator[Violation]:
    for step, test in enumerate(policy.eligibility):
        if passes(test, facts, site) == "no":
            label = test.fact.label
            said = Sentence(
                f"测算示例应符合申报条件，“{label.zh}”不符合第 {step + 1} 条。",
                f"The worked example must qualify; “{label.en}” fails test {step + 1}.",
            )
            yield Violation((KEY, test.fact.value), said)
    for name, field in REACH.items():
        reach, value = getattr(policy, field), getattr(policy.worked_example, name)
        if value is not None and reach != "all" and value not in reach:
            said = Sentence(
                f"测算示例应在政策适用范围内，“{value}”不在其中。",
                f"The worked example must be one that the policy is meant for; “{value}” is not.",
            )
            yield Violation((KEY, name), said)


RULE = Rule(
    "worked-example",
    Sentence("测算示例须符合条件，且能算出金额。", "A worked example qualifies and can be worked out."),
    [RecordCheck(Policy, check_policy)],
)
