"""``export``: the records as a workbook for Excel, WPS or LibreOffice."""

import argparse
from pathlib import Path

from investment_portal.cli.command import DONE, Command, Misuse, Run
from investment_portal.editing.scaffold.request import Refused, kind_named
from investment_portal.languages import Language, Sentence
from investment_portal.models.kinds import KINDS

KIND = Sentence(
    f"只导出这些种类（{'、'.join(KINDS)}）；不写即全部", f"only these kinds ({', '.join(KINDS)}); none for all"
)
OUT = Sentence("工作簿的文件名，默认 records.xlsx", "file of the workbook; default: records.xlsx")
USUAL = "records.xlsx"


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=KIND.in_(language))
    parser.add_argument("--out", default=USUAL, metavar="FILE.xlsx", help=OUT.in_(language))


def run(call: Run) -> int:
    """Write the workbook; one that is there already is not written over, as it may hold changes."""
    from investment_portal.workbook.export import export_records  # noqa: PLC0415 - openpyxl takes a tenth of a second

    out = Path(call.options.out)
    try:
        kinds = {kind_named(word).name for word in call.options.kinds}
    except Refused as refused:
        raise Misuse(refused.sentence) from refused
    named = [name for name in KINDS if not kinds or name in kinds]
    content, count = export_records(call.root, named, call.language)
    write_new(out, content)
    call.print_sentence(
        Sentence(
            f"已把 {count} 条记录写入 {out}。改好后运行 {call.line('import', str(out))} 查看改动。",
            f"{out} holds {count} records. After your changes, {call.line('import', str(out))} shows them.",
        )
    )
    return DONE


def write_new(out: Path, content: bytes) -> None:
    """Write a file that is not there yet."""
    if out.exists():
        raise Misuse(
            Sentence(
                f"已有文件“{out}”，里面可能有还没导入的修改。请换个文件名（--out），或先把它移走。",
                f"There is a file “{out}” already, which may hold changes. Choose another (--out), or move it first.",
            )
        )
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Misuse(
            Sentence(f"“{out}”写不进去：{error.strerror}。", f"“{out}” cannot be written: {error.strerror}.")
        ) from error


COMMAND = Command(
    "export",
    Sentence("把记录导出为 Excel 工作簿", "write the records into a workbook for Excel"),
    options,
    run,
)
