"""``check``: all problems of the portal, in one run."""

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from investment_portal.build.validate import problems_of_portal
from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Misuse, Run, add_date, today
from investment_portal.git import NoHistory
from investment_portal.history.revision import clone_revision, renamed_since
from investment_portal.languages import Language, Sentence
from investment_portal.problem_reports import REPORTS, markdown
from investment_portal.problems import Level, Problem
from investment_portal.validation import upcoming
from investment_portal.validation.registry import RULES
from investment_portal.validation.rule import DatedPortalCheck, DatedRecordCheck
from investment_portal.validation.rules.dates import FIGURE_OUTDATED

DATED = frozenset(
    rule.id for rule in RULES if any(isinstance(check, DatedRecordCheck | DatedPortalCheck) for check in rule.checks)
) | {upcoming.RULE, FIGURE_OUTDATED.id}
"""Rules whose findings depend on the day, or on that of the verification: to verify a record is never a fault."""

FORMAT = Sentence("输出格式", "how to write the problems")
SOURCE = Sentence(
    "markdown 格式中文件链接的开头，如 https://github.com/OWNER/REPO/blob/main/",
    "what links to files begin with in the format markdown, as https://github.com/OWNER/REPO/blob/main/",
)
STRICT = Sentence("提醒也算不通过", "fail on warnings too")
SINCE = Sentence(
    "与 --strict 同用：只有某个 git 版本以来新出现的提醒算不通过（日期引起的除外）",
    "with --strict: fail only on warnings that were not there at a revision of git (those that dates bring aside)",
)
WITHOUT_STRICT = Sentence("--since 要与 --strict 同用。", "--since goes with --strict.")
NEW = Sentence(
    "自 {revision} 以来新出现的提醒：{count}，按错误处理。",
    "Warnings that are new since {revision}: {count}. They count as errors.",
)


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("--format", choices=sorted(REPORTS), default="text", help=FORMAT.in_(language))
    parser.add_argument("--source", default="", metavar="ADDRESS", help=SOURCE.in_(language))
    parser.add_argument("--strict", action="store_true", help=STRICT.in_(language))
    parser.add_argument("--since", default=None, metavar="REV", help=SINCE.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Read everything, print every problem; 1 where one of them is an error."""
    day, since, strict = today(call), call.options.since, call.options.strict
    if since is not None and not strict:
        raise Misuse(WITHOUT_STRICT)
    problems = problems_of_portal(call.root, day)
    count = 0
    if since is not None:
        problems, count = _with_new_as_errors(call.root, problems, since, day)
    if call.options.format == "markdown":
        report = markdown(problems, call.language, call.options.source)
    else:
        report = REPORTS[call.options.format](problems, call.language)
    if report:
        print(report)
    if count and call.options.format == "text":
        print(NEW.in_(call.language).format(revision=since, count=count))
    bad = any(problem.level is Level.ERROR or (strict and since is None) for problem in problems)
    return DATA_ERRORS if bad else DONE


def _with_new_as_errors(root: Path, problems: Sequence[Problem], revision: str, day: date) -> tuple[list[Problem], int]:
    """Return the problems with warnings as errors that were not there at a revision, and how many these are.

    A warning is the same as long as file, rule and sentence are, wherever in the file it stands; a renamed file keeps
    its warnings. Warnings that dates bring never count: time does not stop a change.
    """
    try:
        with TemporaryDirectory() as folder:
            before = Counter(
                _identity(item) for item in problems_of_portal(clone_revision(root, revision, Path(folder)), day)
            )
        names = renamed_since(root, revision)
    except NoHistory as error:
        raise Misuse(error.why) from error
    matches, count = [], 0
    for problem in problems:
        identity = _identity(replace(problem, file=names.get(problem.file, problem.file)))
        known = before[identity] > 0 or problem.rule in DATED
        is_new = problem.level is Level.WARNING and not known
        before[identity] -= 1
        count += is_new
        matches.append(replace(problem, level=Level.ERROR) if is_new else problem)
    return matches, count


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.rule, problem.sentence.zh


COMMAND = Command(
    "check", Sentence("检查全部记录，列出所有问题", "check all records and list every problem"), options, run
)
