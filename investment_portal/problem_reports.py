"""Reports of problems: for a terminal, for machines, and for a merge request."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from investment_portal.languages import Language, Sentence
from investment_portal.problems import Level, Problem

Report = Callable[[Sequence[Problem], Language], str]

SEVERITY = {Level.ERROR: "critical", Level.WARNING: "minor"}
"""The words of GitLab's code quality report."""

MOST = 1500
"""Problems that a summary lists: GitHub takes one of at most 1 MiB."""

LEVELS = {Level.ERROR: Sentence("错误", "error"), Level.WARNING: Sentence("提醒", "warning")}


def text(problems: Sequence[Problem], language: Language) -> str:
    """Write each problem as place, level and sentence, and below it the hint; a count closes the report."""
    lines = []
    for one in problems:
        place = ":".join(str(part) for part in (one.file, one.line, one.column) if part)
        where = f" {one.path}" if one.path else ""
        lines.append(f"{place}: {LEVELS[one.level].in_(language)} [{one.rule}]{where}")
        lines.append(f"    {one.sentence.in_(language)}")
        if one.hint.in_(language):
            lines.append(f"    → {one.hint.in_(language)}")
    return "\n".join([*lines, count(problems).in_(language)])


def count(problems: Sequence[Problem]) -> Sentence:
    """Count errors and warnings in one sentence."""
    errors = sum(one.level is Level.ERROR for one in problems)
    warnings = len(problems) - errors
    if not problems:
        return Sentence("检查通过，没有问题。", "All checks passed: no problems.")
    return Sentence(
        f"共 {errors} 个错误、{warnings} 个提醒。",
        f"{errors} error{'s'[: errors != 1]}, {warnings} warning{'s'[: warnings != 1]}.",
    )


def as_json(problems: Sequence[Problem], _language: Language) -> str:
    """Write a JSON list; every problem carries its sentence in both languages."""
    return json.dumps([told(one) for one in problems], ensure_ascii=False, indent=2)


def told(one: Problem) -> dict[str, Any]:
    """Return a problem as plain values for machines."""
    return {
        "file": one.file, "line": one.line, "column": one.column, "path": one.path, "rule": one.rule,
        "level": one.level.value, "sentence": one.sentence._asdict(), "hint": one.hint._asdict(),
    }  # fmt: skip


def github(problems: Sequence[Problem], language: Language) -> str:
    """Write workflow commands, which GitHub shows at the lines of a pull request."""
    lines = []
    for one in problems:
        message = " ".join(part for part in (one.sentence.in_(language), one.hint.in_(language)) if part)
        place = f"file={_escape(one.file, property_=True)},line={max(one.line, 1)},col={max(one.column, 1)}"
        lines.append(f"::{one.level.value} {place},title={_escape(one.rule, property_=True)}::{_escape(message)}")
    return "\n".join(lines)


def gitlab(problems: Sequence[Problem], language: Language) -> str:
    """Write the code quality report that GitLab shows in a merge request."""
    return json.dumps([_in_code_quality(one, language) for one in problems], ensure_ascii=False, indent=1)


def _in_code_quality(one: Problem, language: Language) -> dict[str, Any]:
    message = " ".join(part for part in (one.sentence.in_(language), one.hint.in_(language)) if part)
    # The line is left out: a problem that only moved is not a new one.
    identity = f"{one.file}\0{one.rule}\0{one.path}\0{message}"
    return {
        "description": message,
        "check_name": one.rule,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": SEVERITY[one.level],
        "location": {"path": one.file, "lines": {"begin": max(one.line, 1)}},
    }


def markdown(problems: Sequence[Problem], language: Language, source: str = "") -> str:
    """Write the summary of a run: every problem by file, with a link to its line where the files have an address."""
    lines = [f"**{count(problems).in_(language)}**"]
    for file, group in groupby(problems[:MOST], key=lambda one: one.file):
        lines += ["", f"`{file}`", ""]
        lines += [_in_summary(one, language, source) for one in group]
    if len(problems) > MOST:
        rest = len(problems) - MOST
        lines += ["", Sentence(f"另有 {rest} 个，见日志。", f"{rest} more stand in the log.").in_(language)]
    return "\n".join(lines)


def _in_summary(one: Problem, language: Language, source: str) -> str:
    place = f"{one.line}:{one.column}" if one.line else "–"
    if source:
        place = f"[{place}]({source}{quote(one.file)}{f'#L{one.line}' if one.line else ''})"
    hint = one.hint.in_(language)
    message = escape_markdown(one.sentence.in_(language)) + (f" → {escape_markdown(hint)}" if hint else "")
    return f"- {place} {LEVELS[one.level].in_(language)} `{one.rule}` {message}"


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
