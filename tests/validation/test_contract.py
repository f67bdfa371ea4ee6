"""A rule that is written wrongly is refused: by the type checker, or by a sentence when the registry is loaded."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.policy import Policy
from investment_portal.models.project import Place, Project
from investment_portal.refusals import RegistryError
from investment_portal.validation.registry import RULES
from investment_portal.validation.rule import (
    Check,
    DatedPortalCheck,
    DatedRecordCheck,
    Located,
    PortalCheck,
    RecordCheck,
    Rule,
    Violation,
    registered,
)

SUMMARY = Sentence("句子。", "A sentence.")


def check_project(_project: Project, _catalog: Catalog) -> Iterator[Violation]:
    """Yield one violation."""
    yield Violation(("name",), SUMMARY)


def check_project_dated(_project: Project, _catalog: Catalog, _day: date) -> Iterator[Violation]:
    """Yield one violation."""
    yield Violation(("name",), SUMMARY)


def check_portal(_catalog: Catalog) -> Iterator[Located]:
    """Yield one violation."""
    yield "site", "site", Violation((), SUMMARY)


def check_portal_dated(_catalog: Catalog, _day: date) -> Iterator[Located]:
    """Yield one violation."""
    yield "site", "site", Violation((), SUMMARY)


WRONG: tuple[Callable[[], Check], ...] = (
    lambda: RecordCheck(Project, check_project_dated),  # type: ignore[arg-type]
    lambda: DatedRecordCheck(Project, check_project),  # type: ignore[arg-type]
    lambda: RecordCheck(Policy, check_project),  # type: ignore[arg-type]
    lambda: RecordCheck(Model, check_project),  # type: ignore[arg-type]
    lambda: PortalCheck(check_portal_dated),  # type: ignore[arg-type]
    lambda: DatedPortalCheck(check_portal),  # type: ignore[arg-type]
    lambda: RecordCheck(Project, check_project, whole=True),  # type: ignore[call-arg]
)
"""Wrong uses; mypy reports each, else it would report that the comment behind it is not needed."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_checks_take_what_their_sort_is_called_with(rule: Rule) -> None:
    """The record where there is one, the catalogue, and the day where the check is a dated one."""
    named = {
        RecordCheck: ("catalog",),
        DatedRecordCheck: ("catalog", "day"),
        PortalCheck: ("catalog",),
        DatedPortalCheck: ("catalog", "day"),
    }
    for check in rule.checks:
        assert isinstance(check, RecordCheck | DatedRecordCheck | PortalCheck | DatedPortalCheck)
        function = check.violations
        record = isinstance(check, RecordCheck | DatedRecordCheck)
        taken = function.__code__.co_varnames[: function.__code__.co_argcount]
        assert taken[record:] == named[type(check)]
        assert function.__name__.startswith("check_")


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (
            [Rule("twice", SUMMARY, [PortalCheck(check_portal)]), Rule("twice", SUMMARY, [PortalCheck(check_portal)])],
            "Two rules have the id “twice”. Give one of them another id, or list it once.",
        ),
        ([Rule("empty", SUMMARY, [])], "The rule “empty” has no checks. List at least one."),
        (
            [Rule("group", SUMMARY, [RecordCheck(Place, lambda _place, _catalog: iter(()))])],
            "The rule “group” checks Place, which is no model of a kind of record.",
        ),
    ],
)
def test_a_wrong_entry_of_the_registry_gets_a_sentence(rules: list[Rule], sentence: str) -> None:
    """Which entry, what is wrong, what to do."""
    with pytest.raises(RegistryError) as refused:
        registered(*rules)
    assert str(refused.value).startswith(sentence)
