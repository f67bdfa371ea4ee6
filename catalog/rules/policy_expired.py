"""A policy past its validity must not be shown as in force."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import PolicyState
from catalog.problems.finding import Finding
from catalog.problems.problem import Level
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find policies that claim to be in force after their end, and projects that name policies which have ended."""
    for policy in catalog.policies.values():
        ended = policy.effective.until is not None and policy.effective.until < day
        if ended and not policy.withdrawn and policy.state in (PolicyState.IN_FORCE, PolicyState.TRIAL):
            until, state = policy.effective.until, policy.state.label
            said = Sentence(
                f"过期政策不得标为有效：{until} 已到期，却写着“{state.zh}”。",
                f"A policy past its validity is not in force; it ended on {until}, yet it says “{state.en}”.",
            )
            hint = Sentence(
                "删去 state（由日期推算），或更新 effective。", "Delete state (the dates decide), or update effective."
            )
            yield Finding("policy-expired", "policy", policy.id, ("state",), said, hint)
    for project in catalog.projects.values():
        for step, id_ in enumerate(project.policies):
            if id_ in catalog.policies and not catalog.policies[id_].in_force(day) and not project.withdrawn:
                said = Sentence(
                    f"项目应只列有效政策，“{id_}”目前无效。",
                    f"A project names policies in force only; “{id_}” is not in force.",
                )
                hint = Sentence(
                    "从 policies 里删去它，或更新该政策的 effective。",
                    "Delete it here, or update that policy's effective.",
                )
                yield Finding("policy-expired", "project", project.id, ("policies", step), said, hint, Level.WARNING)


RULE = Rule(
    "policy-expired",
    Sentence("过期政策不得显示为有效。", "A policy past its validity is not shown as in force."),
    check,
    apart=True,
    dated=True,
)
