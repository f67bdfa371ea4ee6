"""``import``: read a workbook back, show what changes, and write it where that is asked for."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Run, add_date, today, writing
from investment_portal.editing.files import write_files
from investment_portal.languages import Language, Sentence
from investment_portal.preview.admin.drafts import write_draft
from investment_portal.problem_reports import text as report

if TYPE_CHECKING:
    from investment_portal.workbook.importing import ChangedValue, ImportPlan

FILE = Sentence("export 写出、改好并保存的工作簿", "the workbook of an export, with your changes")
COLUMNS = Sentence(
    "导入单位自己的清单：说明各列是什么字段的文件",
    "a list of the bureau's own: the file that says which column is which field",
)
WRITE = Sentence("写入记录文件；不加则只列出改动", "write the files of the records; without it changes are only listed")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE.xlsx", help=FILE.in_(language))
    parser.add_argument("--columns", default=None, metavar="MAPPING.yml", help=COLUMNS.in_(language))
    parser.add_argument("--write", action="store_true", help=WRITE.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Show what the workbook changes, and write it."""
    from investment_portal.workbook.importing import plan_import, plan_list  # noqa: PLC0415 - openpyxl takes time

    file, columns = Path(call.options.file), call.options.columns
    if columns:
        plan = plan_list(call.root, file, Path(columns), call.language, today(call))
    else:
        plan = plan_import(call.root, file, call.language, today(call))
    return finish(call, plan)


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
    if plan.incomplete:
        ids = ", ".join(edit.id for edit in plan.incomplete)
        call.print_sentence(Sentence(*(part.format(len(plan.incomplete), ids) for part in HELD_BACK)))
    if plan.is_refused:
        call.print_sentence(REFUSED)
    elif (plan.files or plan.incomplete) and not call.options.write:
        call.print_sentence(NOT_WRITTEN)
    elif plan.files or plan.incomplete:
        _write(call, plan)
    return code


def _write(call: Run, plan: "ImportPlan") -> None:
    with writing(call, len(plan.files)):
        write_files(call.root, plan.files)
        for edit in plan.incomplete:
            if not write_draft(call.root, edit.kind, edit.id, edit.wanted or {}):
                call.print_sentence(Sentence(*(part.format(edit.id) for part in OTHER_DRAFT)))


def _table(changes: "Sequence[ChangedValue]", language: Language) -> Iterator[str]:
    """Yield a line for each value that changes."""
    colon = "：" if language == "zh" else ": "
    for change in changes:
        yield f"{change.cell}  {change.record}  {change.label}{colon}{change.change}"


NOTHING_CHANGED = Sentence("没有要改的。", "There is nothing to change.")
NOT_WRITTEN = Sentence(
    "没有写入。核对无误后加 --write 再运行一次。", "Nothing was written. Run it again with --write to do so."
)
HELD_BACK = Sentence(
    "有错误的 {} 条存为草稿，在 serve 的表单里补全：{}。",
    "Records in error, {} of them, become drafts, to be completed in the form of serve: {}.",
)
OTHER_DRAFT = Sentence(
    "“{}”已有另一份草稿，没有覆盖。", "There is another draft of “{}” already, which is not written over."
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
