"""``translate``: the texts of records for a translator, and the translations back."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from investment_portal.cli.command import DONE, Command, Misuse, Run, add_date, today
from investment_portal.cli.export import write_new
from investment_portal.cli.import_workbook import WRITE, finish
from investment_portal.cli.status_report.translations import find, has_history
from investment_portal.languages import Language, Sentence
from investment_portal.models.kinds import KINDS
from investment_portal.problems import Finding
from investment_portal.validation.record_reader import read_portal

if TYPE_CHECKING:
    from investment_portal.content.yaml_values import Path as KeyPath

ACT = Sentence("export 导出待译文字；import 读回译文", "export: texts to translate; import: the translations back")
FILE = Sentence(".xlsx 工作簿，或 .xlf（XLIFF 2.0）", "an .xlsx workbook, or .xlf (XLIFF 2.0)")
ALL = Sentence("导出全部文字，不只是缺译、仍是中文、原文改过的", "all texts, not only those missing, Chinese or older")
WORKBOOK, XLIFF = ".xlsx", (".xlf", ".xliff")
NOTHING_LEFT = Sentence("没有待译的文字。加 --all 导出全部。", "Nothing is left to translate. --all exports all texts.")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("act", choices=("export", "import"), help=ACT.in_(language))
    parser.add_argument("file", metavar="FILE", help=FILE.in_(language))
    parser.add_argument("--all", action="store_true", help=ALL.in_(language))
    parser.add_argument("--write", action="store_true", help=WRITE.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Write the file for the translator, or read it back."""
    file = Path(call.options.file)
    if file.suffix != WORKBOOK and file.suffix not in XLIFF:
        raise Misuse(
            Sentence(f"文件名应以 .xlsx 或 .xlf 结尾；实际是“{file}”。", f"The file is an .xlsx or .xlf; got “{file}”.")
        )
    return _export(call, file) if call.options.act == "export" else _import(call, file)


def _export(call: Run, file: Path) -> int:
    from investment_portal.translation.units import TranslationState, units_of  # noqa: PLC0415 - as of the workbook
    from investment_portal.translation.workbook import workbook_of  # noqa: PLC0415 - openpyxl takes a tenth of a second
    from investment_portal.translation.xliff import xliff_of  # noqa: PLC0415 - the same

    units = list(units_of(call.root, KINDS, _stale(call)))
    counts = {state: sum(unit.state is state for unit in units) for state in TranslationState}
    if not call.options.all:
        units = [unit for unit in units if unit.state is not TranslationState.DONE]
    if not units:
        call.print_sentence(NOTHING_LEFT)
        return DONE
    write_new(file, (workbook_of if file.suffix == WORKBOOK else xliff_of)(units, call.language))
    for state in (TranslationState.MISSING, TranslationState.IDENTICAL, TranslationState.STALE):
        call.print_sentence(Sentence(f"{state.label.zh}：{counts[state]} 段", f"{state.label.en}: {counts[state]}"))
    back = call.line("translate", "import", str(file))
    call.print_sentence(
        Sentence(
            f"已把 {len(units)} 段文字写入 {file}。译好后运行 {back}。",
            f"{file} holds {len(units)} texts. Then run {back}.",
        )
    )
    return DONE


def _stale(call: Run) -> "set[tuple[tuple[str, str], KeyPath]]":
    """Return the translations that their source has outrun; none where there is no history."""
    if not has_history(call.root):
        return set()
    findings = find(read_portal(call.root), today(call))
    return {((item.kind, item.id), item.path[:-1]) for item in findings if isinstance(item, Finding)}


def _import(call: Run, file: Path) -> int:
    from investment_portal.translation.returned import plan_translations  # noqa: PLC0415 - as above
    from investment_portal.translation.workbook import read_workbook  # noqa: PLC0415 - as above
    from investment_portal.translation.xliff import read_xliff  # noqa: PLC0415 - as above

    texts = list((read_workbook if file.suffix == WORKBOOK else read_xliff)(file))
    return finish(call, plan_translations(call.root, texts, call.language, today(call)))


COMMAND = Command(
    "translate",
    Sentence("导出待译文字（工作簿或 XLIFF），读回译文", "texts for a translator (workbook or XLIFF), and back"),
    options,
    run,
)
