"""Reports of problems: for a terminal, for machines, and for a merge request."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from investment_portal.languages import Language, Sentence
from investment_portal.problems import Level, Problem

Report = Callable[[Sequence[Problem], Language], str]

LEVELS = {Level.ERROR: Sentence("错误", "error"), Level.WARNING: Sentence("提醒", "warning")}


def text(problems: Sequence[Problem], language: Language) -> str:
    """Write each problem as place, level and sentence, and below it the hint; a count closes the report."""
    lines = []
    for problem in problems:
        place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
        where = f" {problem.path}" if problem.path else ""
        lines.append(f"{place}: {LEVELS[problem.level].in_(language)} [{problem.rule}]{where}")
        lines.append(f"    {problem.sentence.in_(language)}")
        if problem.hint.in_(language):
            lines.append(f"    → {problem.hint.in_(language)}")
    return "\n".join([*lines, count(problems).in_(language)])


def count(problems: Sequence[Problem]) -> Sentence:
    """Count errors and warnings in one sentence."""
    errors = sum(problem.level is Level.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return Sentence("检查通过，没有问题。", "All checks passed: no problems.")
    return Sentence(
        f"共 {errors} 个错误、{warnings} 个提醒。",
        f"{errors} error{'s'[: errors != 1]}, {warnings} warning{'s'[: warnings != 1]}.",
    )


def as_json(problems: Sequence[Problem], _language: Language) -> str:
    """Write a JSON list; every problem carries its sentence in both languages."""
    return json.dumps([told(problem) for problem in problems], ensure_ascii=False, indent=2)


def told(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain values for machines."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.path,
        "rule": problem.rule,
        "level": problem.level.value,
        "sentence": problem.sentence._asdict(),
        "hint": problem.hint._asdict(),
    }


def github(problems: Sequence[Problem], language: Language) -> str:
    """Write workflow commands, which GitHub shows at the lines of a pull request."""
    lines = []
    for problem in problems:
        message = " ".join(part for part in (problem.sentence.in_(language), problem.hint.in_(language)) if part)
        place = f"file={_escape(problem.file, property_=True)},line={max(problem.line, 1)},col={max(problem.column, 1)}"
        lines.append(
            f"::{problem.level.value} {place},title={_escape(problem.rule, property_=True)}::{_escape(message)}"
        )
    return "\n".join(lines)


def _escape(text_: str, *, property_: bool = False) -> str:
    signs = {"%": "%25", "\r": "%0D", "\n": "%0A", **({":": "%3A", ",": "%2C"} if property_ else {})}
    return "".join(signs.get(sign, sign) for sign in text_)


REPORTS: dict[str, Report] = {"text": text, "json": as_json, "github": github}
