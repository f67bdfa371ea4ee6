"""Output of commands that change records: a table of the changes, then the problems of the changed files."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from investment_portal.build.validate import problems_of_portal
from investment_portal.cli.command import DATA_ERRORS, DONE, Run, today, writing
from investment_portal.editing.differences import differences, shown_value
from investment_portal.editing.files import FileChange, changed_lines, write_files
from investment_portal.editing.records import value_of
from investment_portal.languages import Language, Sentence
from investment_portal.problem_reports import text as report
from investment_portal.problems import Level
from investment_portal.validation.loaded_portal import dotted

DIFF = Sentence("只列出要改的行，不写入", "show the lines that would change; write nothing")
NOTHING_CHANGED = Sentence("没有要改的。", "There is nothing to change.")
NOT_WRITTEN = Sentence(
    "没有写入。去掉 --diff 再运行一次即写入。", "Nothing was written. Run it without --diff to write."
)


def add_diff(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add ``--diff``."""
    parser.add_argument("--diff", action="store_true", help=DIFF.in_(language))


def finish(call: Run, changes: Sequence[FileChange]) -> int:
    """Print what changes and write it; print the problems of the files; return the exit code."""
    if not changes:
        call.print_sentence(NOTHING_CHANGED)
        return DONE
    if call.options.diff:
        for change in changes:
            print(change.name)
            print("\n".join(f"  {line}" for line in changed_lines(change)))
        call.print_sentence(NOT_WRITTEN)
        return DONE
    print("\n".join(table(changes, call.language)))
    with writing(call, len(changes)):
        write_files(call.root, changes)
    names = {change.name for change in changes}
    problems = [problem for problem in problems_of_portal(call.root, today(call)) if problem.file in names]
    if problems:
        print(report(problems, call.language), file=sys.stderr)
    return DATA_ERRORS if any(problem.level is Level.ERROR for problem in problems) else DONE


REMOVED_FILE, NEW_FILE = Sentence("删除", "deleted"), Sentence("新增", "new")
PAGE = Sentence("链接和短代码", "links and shortcodes")


def table(changes: Sequence[FileChange], language: Language) -> Iterator[str]:
    """Yield a line for each value that changes: file, key, value before and after."""
    rows = [row for change in changes for row in _rows(change, language)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for file, key, what in rows:
        yield f"{file:<{widths[0]}}  {key:<{widths[1]}}  {what}".rstrip()


def _rows(change: FileChange, language: Language) -> Iterator[tuple[str, str, str]]:
    if change.before is None or change.after is None:
        yield change.name, "", (NEW_FILE if change.before is None else REMOVED_FILE).in_(language)
        return
    if not change.name.endswith(".yaml"):
        yield change.name, "", PAGE.in_(language)
        return
    before, after = (value_of(change.name, text) for text in (change.before, change.after))
    differing = list(differences(before, after))
    if not differing:
        yield change.name, "", f"±{sum(line[0] in '+-' for line in changed_lines(change))}"
    for path, old, new in differing:
        yield change.name, dotted(path), f"{shown_value(old)} → {shown_value(new)}"
