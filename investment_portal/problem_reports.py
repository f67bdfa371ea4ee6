"""Reports of problems: for a terminal, for machines, and for a merge request."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from investment_portal.languages import Language, Sentence
from investment_portal.problems import Level, Problem

Report = Callable[[Sequence[Problem], Language], str]

SEVERITY = {Level.ERROR: "critical", Level.WARNING: "minor"}
"""The words of GitLab's code quality report."""

PROBLEMS_IN_SUMMARY = 1500
"""Problems that a summary lists: GitHub takes one of at most 1 MiB."""

PROBLEMS_OF_FILE = 20
"""Problems of one file that the text lists before it counts the rest: the first ones are mostly the cause."""

WARNINGS_OF_RULE = 5
"""Warnings of one rule that a build lists before it counts the rest: what a date brings, it brings to many records."""

ALL_LISTED = Sentence(
    "改好上面的再检查一次；要看全部，加 --format json。",
    "Mend those above and check again; --format json lists all.",
)

CHECK_LISTS_ALL = Sentence("命令 check 列出全部。", "The command check lists them all.")

LEVELS = {Level.ERROR: Sentence("错误", "error"), Level.WARNING: Sentence("提醒", "warning")}


def text(problems: Sequence[Problem], language: Language) -> str:
    """Write each problem as place, level and sentence, and below it the hint; a count closes the report.

    Of a file with very many problems the first are listed, errors before warnings, and the rest is counted.
    """
    lines = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        listed, rest = _listed(list(group))
        lines += [line for problem in listed for line in _lines(problem, language)]
        if rest:
            lines.append(_not_listed(file, rest).in_(language))
            lines.append(f"    → {ALL_LISTED.in_(language)}")
    return "\n".join([*lines, count(problems).in_(language)])


def shortened(problems: Sequence[Problem], language: Language) -> str:
    """Write every error, and the first warnings of each rule; those that are left out are counted at the end."""
    counts: Counter[str] = Counter()
    listed, rest = [], Counter[str]()
    for problem in problems:
        counts[problem.rule] += problem.level is Level.WARNING
        if problem.level is Level.WARNING and counts[problem.rule] > WARNINGS_OF_RULE:
            rest[problem.rule] += 1
        else:
            listed.append(problem)
    if not rest:
        return text(problems, language)
    lines = text(listed, language).split("\n")[:-1]
    lines += [
        Sentence(f"[{rule}]：另有 {more} 个提醒没有列出。", f"[{rule}]: warnings not listed: {more}.").in_(language)
        for rule, more in rest.items()
    ]
    return "\n".join([*lines, f"    → {CHECK_LISTS_ALL.in_(language)}", count(problems).in_(language)])


def _listed(problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Return the problems of a file that are listed, in their order, and the rest."""
    if len(problems) <= PROBLEMS_OF_FILE + 1:  # a line that counts one problem is no shorter
        return list(problems), []
    errors_first = sorted(problems, key=lambda problem: problem.level is not Level.ERROR)
    listed = set(errors_first[:PROBLEMS_OF_FILE])
    return [problem for problem in problems if problem in listed], errors_first[PROBLEMS_OF_FILE:]


def _lines(problem: Problem, language: Language) -> Iterator[str]:
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    where = f" {problem.path}" if problem.path else ""
    yield f"{place}: {LEVELS[problem.level].in_(language)} [{problem.rule}]{where}"
    yield f"    {problem.sentence.in_(language)}"
    if problem.hint.in_(language):
        yield f"    → {problem.hint.in_(language)}"


def _not_listed(file: str, rest: Sequence[Problem]) -> Sentence:
    counted = count(rest)
    return Sentence(
        f"{file}：另有{counted.zh.removeprefix('共').removesuffix('。')}没有列出。",
        f"{file}: not listed: {counted.en}",
    )


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
    return json.dumps([problem_fields(problem) for problem in problems], ensure_ascii=False, indent=2)


def problem_fields(problem: Problem) -> dict[str, Any]:
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


def gitlab(problems: Sequence[Problem], language: Language) -> str:
    """Write the code quality report that GitLab shows in a merge request."""
    return json.dumps([_in_code_quality(problem, language) for problem in problems], ensure_ascii=False, indent=1)


def _in_code_quality(problem: Problem, language: Language) -> dict[str, Any]:
    message = " ".join(part for part in (problem.sentence.in_(language), problem.hint.in_(language)) if part)
    # The line is left out: a problem that only moved is not a new one.
    identity = f"{problem.file}\0{problem.rule}\0{problem.path}\0{message}"
    return {
        "description": message,
        "check_name": problem.rule,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": SEVERITY[problem.level],
        "location": {"path": problem.file, "lines": {"begin": max(problem.line, 1)}},
    }


def markdown(problems: Sequence[Problem], language: Language, source: str = "") -> str:
    """Write the summary of a run: every problem by file, with a link to its line where the files have an address."""
    lines = [f"**{count(problems).in_(language)}**"]
    for file, group in groupby(problems[:PROBLEMS_IN_SUMMARY], key=lambda problem: problem.file):
        lines += ["", f"`{file}`", ""]
        lines += [_in_summary(listed, language, source) for listed in group]
    if len(problems) > PROBLEMS_IN_SUMMARY:
        remaining = len(problems) - PROBLEMS_IN_SUMMARY
        lines += ["", Sentence(f"另有 {remaining} 个，见日志。", f"{remaining} more are in the log.").in_(language)]
    return "\n".join(lines)


def _in_summary(problem: Problem, language: Language, source: str) -> str:
    place = f"{problem.line}:{problem.column}" if problem.line else "–"
    if source:
        place = f"[{place}]({source}{quote(problem.file)}{f'#L{problem.line}' if problem.line else ''})"
    hint = problem.hint.in_(language)
    message = escape_markdown(problem.sentence.in_(language)) + (f" → {escape_markdown(hint)}" if hint else "")
    return f"- {place} {LEVELS[problem.level].in_(language)} `{problem.rule}` {message}"


def escape_markdown(text_: str) -> str:
    """Return a text that Markdown shows as it is, in one line."""
    return re.sub(r"([\\`*_~\[\]|<>&#!@])", r"\\\1", " ".join(text_.split()))


def _escape(text_: str, *, property_: bool = False) -> str:
    signs = {"%": "%25", "\r": "%0D", "\n": "%0A", **({":": "%3A", ",": "%2C"} if property_ else {})}
    return "".join(signs.get(sign, sign) for sign in text_)


REPORTS: dict[str, Report] = {
    "text": text,
    "json": as_json,
    "github": github,
    "gitlab": gitlab,
    "markdown": markdown,
}
