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
        if ended and policy.state in (PolicyState.IN_FORCE, PolicyState.TRIAL):
            said = Sentence(f"有效期已于 {policy.effective.until} 届满，却写着“{policy.state.label.zh}”。", f"Its validity ended on {policy.effective.until}, yet it says “{policy.state.label.en}”.")
            hint = Sentence("删去 state（由日期推算），或更新 effective。", "Delete state (the dates decide), or update effective.")
            yield Finding("policy-expired", "policy", policy.id, ("state",), said, hint)
    for project in catalog.projects.values():
        for step, id_ in enumerate(project.policies):
            if id_ in catalog.policies and not catalog.policies[id_].in_force(day) and not project.withdrawn:
                said = Sentence(f"项目列出的政策“{id_}”已不再有效。", f"The policy “{id_}” that the project names is no longer in force.")
                yield Finding("policy-expired", "project", project.id, ("policies", step), said, level=Level.WARNING)


RULE = Rule("policy-expired", Sentence("过期政策不得显示为有效。", "A policy past its validity is not shown as in force."), check)
