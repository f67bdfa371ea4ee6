"""``status``: what needs a person though nothing is broken."""

import argparse
import sys

from investment_portal.build.validate import validate
from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Run, add_date, today
from investment_portal.cli.status_report.report import REPORTS, status_report
from investment_portal.languages import Language, Sentence
from investment_portal.problems import Level

FORMAT = Sentence("输出格式", "how to write it")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("--format", choices=sorted(REPORTS), default="text", help=FORMAT.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Print the standing; where records have errors, say so, since what cannot be read is not looked at."""
    day = today(call)
    portal, problems = validate(call.root, day)
    print(REPORTS[call.options.format](status_report(portal, day), call.language))
    errors = sum(problem.level is Level.ERROR for problem in problems)
    if not errors:
        return DONE
    check = call.line("check")
    sentence = Sentence(
        f"另有 {errors} 个错误，请先运行 {check} 改正；读不出的记录没有列入。",
        f"There are {errors} errors besides: run {check} and mend them; what cannot be read is not listed here.",
    )
    print(sentence.in_(call.language), file=sys.stderr)
    return DATA_ERRORS


COMMAND = Command(
    "status",
    Sentence(
        "列出需要人处理的事项：逾期、到期、未译、未填",
        "list what needs a person: overdue, ending, untranslated, unfilled",
    ),
    options,
    run,
)
