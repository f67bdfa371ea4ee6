"""``check``: all problems of the portal, in one run."""

import argparse

from investment_portal.build.validate import problems_of_portal
from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Run, add_date, today
from investment_portal.languages import Language, Sentence
from investment_portal.problem_reports import REPORTS, markdown
from investment_portal.problems import Level

FORMAT = Sentence("输出格式", "how to write the problems")
SOURCE = Sentence(
    "markdown 格式中文件链接的开头，如 https://github.com/OWNER/REPO/blob/main/",
    "what links to files begin with in the format markdown, as https://github.com/OWNER/REPO/blob/main/",
)
STRICT = Sentence("提醒也算不通过", "fail on warnings too")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("--format", choices=sorted(REPORTS), default="text", help=FORMAT.in_(language))
    parser.add_argument("--source", default="", metavar="ADDRESS", help=SOURCE.in_(language))
    parser.add_argument("--strict", action="store_true", help=STRICT.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Read everything, print every problem; 1 where one of them is an error."""
    problems = problems_of_portal(call.root, today(call))
    if call.options.format == "markdown":
        report = markdown(problems, call.language, call.options.source)
    else:
        report = REPORTS[call.options.format](problems, call.language)
    if report:
        print(report)
    bad = any(problem.level is Level.ERROR or call.options.strict for problem in problems)
    return DATA_ERRORS if bad else DONE


COMMAND = Command(
    "check", Sentence("检查全部记录，列出所有问题", "check all records and list every problem"), options, run
)
