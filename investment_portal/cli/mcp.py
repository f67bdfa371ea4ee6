"""``mcp``: serve the public records and the engines to assistants on this machine, read only."""

import argparse
import sys

from investment_portal.build.validate import validate
from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Misuse, Run, add_date, today
from investment_portal.domain.public_records import moved_records, public_catalog
from investment_portal.languages import Language, Sentence
from investment_portal.problems import Level

MISSING = Sentence(
    "缺少 MCP 程序包。→ 运行 pip install 'investment-portal[mcp]'。",
    "The package for MCP is missing. → Run pip install 'investment-portal[mcp]'.",
)


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    add_date(parser, language)


def run(call: Run) -> int:
    """Serve until the assistant hangs up; records with errors are not served."""
    try:
        from investment_portal.assistants.server import server  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError as error:
        raise Misuse(MISSING) from error
    day = today(call)
    portal, problems = validate(call.root, day)
    errors = sum(problem.level is Level.ERROR for problem in problems)
    if errors:
        check = call.line("check")
        sentence = Sentence(
            f"数据有 {errors} 个错误，不能提供服务。→ 运行 {check} 查看并改正。",
            f"The data have {errors} errors and cannot be served. → Run {check}, and mend them.",
        )
        print(sentence.in_(call.language), file=sys.stderr)
        return DATA_ERRORS
    moved = moved_records(portal.catalog.records, portal.catalog.former, day)
    catalog, _ = public_catalog(portal.catalog, moved)
    server(catalog, day).run("stdio")
    return DONE


COMMAND = Command(
    "mcp",
    Sentence(
        "在本机向智能助手提供公开数据（MCP，只读）",
        "serve the public records to assistants on this machine (MCP, read only)",
    ),
    options,
    run,
)
