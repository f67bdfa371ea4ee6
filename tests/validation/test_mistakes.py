"""Mistakes that people make in a portal's files, each with all that the check says about it, in both languages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from investment_portal.build.validate import validate
from investment_portal.problems import Problem
from tests.conftest import DAY
from tests.overlay import MISTAKES, PORTAL, lay_edits

CASES = sorted(MISTAKES.glob("*.yaml"))
SAID = "said:"
"""The line below which a mistake's file holds the golden messages."""

DUE = tuple(problem for problem in validate(PORTAL, DAY)[1])


def golden_lines(problems: list[Problem]) -> Iterator[str]:
    """Yield problems as lines of YAML; every text is quoted as JSON has it."""
    for problem in problems:
        yield f"- at: {problem.file}:{problem.line}:{problem.column}"
        yield f"  rule: {problem.level.value} {problem.rule}"
        for key, text in (
            ("zh", problem.sentence.zh),
            ("mend", problem.hint.zh),
            ("en", problem.sentence.en),
            ("mend_en", problem.hint.en),
        ):
            yield f"  {key}: {json.dumps(text, ensure_ascii=False)}"


def test_the_tiny_portal_has_no_problem() -> None:
    """Whatever is said is said because of the mistake."""
    assert DUE == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mistake(case: Path, tmp_path: Path, bless: bool) -> None:
    """The problems are those of the golden list, with place, sentence and hint."""
    text = case.read_text("utf-8")
    head, _, _ = text.partition(f"\n{SAID}")
    written: dict[str, Any] = yaml.safe_load(text)
    problems = validate(lay_edits(written["edits"], tmp_path / "portal"), DAY)[1]
    assert problems, "no mistake any more: delete the file, and test what is accepted elsewhere"
    lines = [head.rstrip("\n"), SAID, *golden_lines(problems)]
    golden_text = "\n".join(lines) + "\n"
    if bless:
        case.write_text(golden_text, "utf-8")
    assert text == golden_text or bless
