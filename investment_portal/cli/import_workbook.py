"""``import``: read a workbook back, show what changes, and write it where that is asked for."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Misuse, Run, add_date, today
from investment_portal.editing.files import write_files
from investment_portal.languages import Language, Sentence
from investment_portal.problem_reports import text as report

if TYPE_CHECKING:
    from investment_portal.workbook.importing import ChangedValue, ImportPlan

FILE = Sentence("export 写出、改好并保存的工作簿", "the workbook of an export, with your changes")
WRITE = Sentence("写入记录文件；不加则只列出改动", "write the files of the records; without it changes are only listed")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE.xlsx", help=FILE.in_(language))
    parser.add_argument("--write", action="store_true", help=WRITE.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Show what the workbook changes, and write it."""
    from investment_portal.workbook.importing import plan_import  # noqa: PLC0415 - openpyxl takes a tenth of a second

    return finish(call, plan_import(call.root, Path(call.options.file), call.language, today(call)))


def finish(call: Run, plan: "ImportPlan") -> int:
    """Print the plan of an import, write its files where that is asked for, and return the exit code."""
    for note in plan.notes:
        call.print_sentence(note)
    if plan.changes:
        print("\n".join(_table(plan.changes, call.language)))
    else:
        call.print_sentence(NOTHING_CHANGED)
    if plan.problems:
        print(report(plan.problems, call.language), file=sys.stderr)
    code = DATA_ERRORS if any(problem.level == "error" for problem in plan.problems) else DONE
    if plan.is_refused:
        call.print_sentence(REFUSED)
    elif plan.files and not call.options.write:
        call.print_sentence(NOT_WRITTEN)
    elif plan.files:
        _write(call, plan)
    return code


def _write(call: Run, plan: "ImportPlan") -> None:
    try:
        write_files(call.root, plan.files)
    except OSError as error:
        raise Misuse(
            Sentence(
                f"“{error.filename}”写不进去：{error.strerror}。改好后再运行一次。",
                f"“{error.filename}” cannot be written: {error.strerror}. Mend that and run it again.",
            )
        ) from error
    call.print_sentence(Sentence(f"已写入 {len(plan.files)} 个文件。", f"Files written: {len(plan.files)}."))


def _table(changes: "Sequence[ChangedValue]", language: Language) -> Iterator[str]:
    """Yield a line for each value that changes."""
    colon = "：" if language == "zh" else ": "
    for change in changes:
        yield f"{change.cell}  {change.record}  {change.label}{colon}{change.change}"


NOTHING_CHANGED = Sentence("没有要改的。", "There is nothing to change.")
NOT_WRITTEN = Sentence(
    "没有写入。核对无误后加 --write 再运行一次。", "Nothing was written. Run it again with --write to do so."
)
REFUSED = Sentence(
    "有错误，没有写入。按上面的单元格改好后再导入。", "Nothing was written. Mend the cells above and import again."
)

COMMAND = Command(
    "import",
    Sentence("读回工作簿：列出改动，--write 写入", "read a workbook back: list the changes, --write writes them"),
    options,
    run,
)
