"""The list of problems for a terminal: a file with very many of them does not hide the others."""

import json

from investment_portal.languages import Sentence
from investment_portal.problem_reports import PROBLEMS_OF_FILE, REPORTS, WARNINGS_OF_RULE, shortened, text
from investment_portal.problems import Level, Problem


def _problem(file: str, line: int, level: Level = Level.ERROR) -> Problem:
    return Problem(
        file, line, 1, "bad-type", "", Sentence(f"第 {line} 行不对。", f"Line {line} is wrong."), level=level
    )


BROKEN = [_problem("a.yaml", line, Level.WARNING if line <= 5 else Level.ERROR) for line in range(1, 31)]
OTHER = [_problem("b.yaml", 3)]


def test_the_problems_of_a_file_are_capped_and_the_rest_is_counted() -> None:
    """Errors come first; the other files are listed in full, and the count at the end counts everything."""
    english = text([*BROKEN, *OTHER], "en")
    assert english.count("a.yaml:") == PROBLEMS_OF_FILE + 1
    assert "a.yaml: not listed: 5 errors, 5 warnings." in english
    assert "--format json" in english
    assert "a.yaml:1:1" not in english
    assert "b.yaml:3:1: error" in english
    assert english.endswith("26 errors, 5 warnings.")
    assert "a.yaml：另有 5 个错误、5 个提醒没有列出。" in text(BROKEN, "zh")


def test_a_usual_number_of_problems_is_listed_in_full() -> None:
    """A single problem is never hidden behind a line that counts it."""
    assert "not listed" not in text(BROKEN[: PROBLEMS_OF_FILE + 1], "en")


def test_machines_get_every_problem() -> None:
    """JSON has no cap."""
    assert len(json.loads(REPORTS["json"](BROKEN, "en"))) == len(BROKEN)


def test_a_build_lists_the_first_warnings_of_a_rule_and_every_error() -> None:
    """A warning that many records have is not read a thousand times; the count at the end counts everything."""
    warnings = [_problem(f"{number:03}.yaml", 1, Level.WARNING) for number in range(200)]
    english = shortened([*warnings, *OTHER], "en")
    assert english.count(": warning [") == WARNINGS_OF_RULE
    assert "[bad-type]: warnings not listed: 195." in english
    assert "b.yaml:3:1: error" in english
    assert english.endswith("1 error, 200 warnings.")
    assert shortened([*BROKEN, *OTHER], "en") == text([*BROKEN, *OTHER], "en")
