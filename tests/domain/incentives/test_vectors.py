"""Shared vectors: the browser gives the same verdicts, sums and order as Python, to the fen."""

from datetime import date
from functools import cache
from typing import Any

from hypothesis import Phase, given, settings
from playwright.sync_api import Page

from investment_portal.domain.incentives.assess import assess
from investment_portal.domain.incentives.declaration import Package
from investment_portal.domain.incentives.declare import plain
from tests.domain.incentives.made import DAYS, facts, packages

Vector = dict[str, Any]

ASSESS = """async (vectors) => {
  const { assess } = await import('/incentives/assess.js');
  const { fractionText } = await import('/lib/fraction.js');
  const plain = (value) => {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return undefined;
    if (typeof value === "bigint" || typeof value === "number") return String(value);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object") return value;
    if (typeof value.d === "bigint") return fractionText(value);
    const entries = Object.entries(value).map(([name, one]) => [name, plain(one)]);
    return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
  };
  return vectors.map(({ declarations, facts, day }) => plain(assess(declarations, facts, day)));
}"""


@cache
def vectors() -> list[Vector]:
    """Make some thousand, the same at every run."""
    collected: list[Vector] = []

    @settings(max_examples=200, database=None, phases=[Phase.generate])
    @given(packages(), facts(16), DAYS)
    def collect(package: Package, stated: list[dict[str, Any]], day: date) -> None:
        declarations = plain(package)
        for facts_ in stated:
            answer = plain(assess(package, facts_, day))
            collected.append(
                {"declarations": declarations, "facts": plain(facts_), "day": day.isoformat(), "answer": answer}
            )

    collect()
    return collected


def test_the_browser_answers_as_python_does(modules: Page) -> None:
    """Thousands of packages and investors in one go; the first that differs is shown whole."""
    cases = vectors()
    arguments = [{name: case[name] for name in ("declarations", "facts", "day")} for case in cases]
    answers = modules.evaluate(ASSESS, arguments)
    assert len(cases) >= 3000
    for case, answer in zip(cases, answers, strict=True):
        assert answer == case["answer"], case


def test_the_vectors_reach_everything() -> None:
    """No verdict, form, limit or reduction is missing, or the test above would show little."""
    cases = vectors()
    policies = [policy for case in cases for policy in case["answer"]["policies"]]
    benefits = [benefit for policy in policies for benefit in policy["benefits"]]
    assert {policy["verdict"] for policy in policies} == {"yes", "no", "unknown"}
    assert {benefit.get("held") for benefit in benefits} == {None, "cap", "floor"}
    assert {"missing", "tier", "raw"} <= {name for benefit in benefits for name in benefit}
    assert {policy["open"] for policy in policies} == {True, False}
    assert {policy["state"] for policy in policies} == {"open", "later", "exhausted", "ended"}
    assert {benefit["heldAll"] for benefit in benefits} == {True, False}
    assert {len(benefit.get("parts", ())) for benefit in benefits} == {0, 1, 2, 3}
    left_out = [case for case in cases if len(case["answer"]["possible"].get("policies", ())) < _eligible(case)]
    assert len(left_out) > 100
    declared = [policy for case in cases for policy in case["declarations"]["policies"]]
    forms = {benefit["form"] for policy in declared for benefit in policy["benefits"]}
    assert forms == {"rate", "tiers", "fixed", "each", "service"}
    assert {benefit["marginal"] for policy in declared for benefit in policy["benefits"]} == {True, False}
    conditions = [condition for policy in declared for condition in policy.get("conditions", ())]
    assert {_depth(condition) for condition in conditions} == {0, 1, 2, 3}


def _eligible(vector: Vector) -> int:
    return sum(policy["verdict"] != "no" and policy["state"] == "open" for policy in vector["answer"]["policies"])


def _depth(condition: dict[str, Any]) -> int:
    inner = [*condition.get("any", ()), *condition.get("all", ()), *condition.get("none", ())]
    return max((1 + _depth(test) for test in inner), default=0)
