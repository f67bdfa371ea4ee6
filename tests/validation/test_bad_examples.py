"""Every bad example gives exactly its golden list of messages, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from investment_portal.build.validate import validate
from investment_portal.languages import LANGUAGES
from investment_portal.problem_reports import text
from investment_portal.problems import Problem
from tests.conftest import DAY
from tests.overlay import PORTAL, cases, lay
from tests.validation.registered import IDS, SECTIONS, UNBROKEN, without_example


def problems_in(case: Path, tmp_path: Path) -> list[Problem]:
    """Return the problems of one bad example."""
    return validate(lay(case, tmp_path / "portal"), DAY)[1]


def test_the_tiny_portal_is_valid() -> None:
    """Nothing is wrong before the edits are made."""
    assert validate(PORTAL, DAY)[1] == []


def test_no_id_is_used_by_two_rules() -> None:
    """A rule is known by its id."""
    assert len(IDS) == sum(len(rules) for rules in SECTIONS.values())


def test_every_rule_has_a_bad_example() -> None:
    """A rule without an example is not finished; an example without a rule is left over."""
    examples = {case.name for case in cases()} - {"_terrible"}
    missing = without_example(examples)
    assert not missing, "\n".join(missing)
    assert examples <= IDS


def test_a_missing_example_gets_a_sentence() -> None:
    """Which rule, which file to write, what to run."""
    (sentence,) = without_example(IDS - {"dead-link"})
    assert sentence.startswith("No example breaks the rule “dead-link”. Write tests/fixtures/bad/dead-link/edits.yaml")
    assert sentence.endswith("then run make bless.")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_messages(case: Path, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    """The messages are the golden ones, each with its place, in both languages, under a registered rule."""
    problems = problems_in(case, tmp_path)
    for language in LANGUAGES:
        golden(case / f"messages.{language}.txt", text(problems, language) + "\n")
    assert {problem.rule for problem in problems} <= IDS
    reported = {problem.rule for problem in problems}
    assert case.name.startswith("_") or case.name in reported, UNBROKEN.format(rule=case.name, reported=reported)
    for problem in problems:
        assert problem.file
        assert (problem.line, problem.column) == (0, 0) or (problem.line >= 1 and problem.column >= 1)
        assert problem.sentence.zh.endswith("。")
        assert problem.sentence.en.endswith(".")
        assert bool(problem.hint.zh) == bool(problem.hint.en)
        assert "None" not in problem.sentence.en + problem.hint.en


def test_the_terrible_portal_breaks_many_rules(tmp_path: Path) -> None:
    """One broken file never hides the mistakes of another."""
    problems = problems_in(cases()[0], tmp_path)
    assert cases()[0].name == "_terrible"
    assert len(problems) > 40
    assert len({problem.rule for problem in problems}) >= 20
