"""A policy past its validity must not be shown as in force."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy, PolicyState
from catalog.model.project import Project
from catalog.problems.problem import Level
from catalog.rules.rule import DatedRecordCheck, Rule, Violation


def check_policy(policy: Policy, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield the state of a policy that is said to be in force after its end."""
    until, state = policy.effective.until, policy.state
    ended = until is not None and until < day
    if ended and not policy.withdrawn and state in (PolicyState.IN_FORCE, PolicyState.TRIAL):
        said = Sentence(
            f"过期政策不得标为有效：{until} 已到期，却写着“{state.label.zh}”。",
            f"A policy past its validity is not in force; it ended on {until}, yet it says “{state.label.en}”.",
        )
        hint = Sentence(
            "删去 state（由日期推算），或更新 effective。", "Delete state (the dates decide), or update effective."
        )
        yield Violation(("state",), said, hint)


def check_project(project: Project, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield policies of a project that are not in force."""
    for step, id_ in enumerate(project.policies if not project.withdrawn else ()):
        if id_ in catalog.policies and not catalog.policies[id_].in_force(day):
            said = Sentence(
                f"项目应只列有效政策，“{id_}”目前无效。",
                f"A project names policies in force only; “{id_}” is not in force.",
            )
            hint = Sentence(
                "从 policies 里删去它，或更新该政策的 effective。",
                "Delete it here, or update that policy's effective.",
            )
            yield Violation(("policies", step), said, hint, Level.WARNING)


RULE = Rule(
    "policy-expired",
    Sentence("过期政策不得显示为有效。", "A policy past its validity is not shown as in force."),
    [DatedRecordCheck(Policy, check_policy), DatedRecordCheck(Project, check_project)],
)
