"""Write sheets of records into a workbook that Excel, WPS and LibreOffice open."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from investment_portal.formatting.same_workbook import WRITTEN_ON, same_bytes
from investment_portal.languages import LANGUAGES, Language, Sentence
from investment_portal.workbook.cell_types import ChoiceCell, ListCell, Names, ReferenceCell, WordCell, YesNoCell
from investment_portal.workbook.exported import ExportedSheet
from investment_portal.workbook.layout import ID, NAME, NUMBER, SheetColumn, SheetLayout
from investment_portal.workbook.row_xml import RELATIONS, TYPES, SharedStrings, sheet_path, with_rows
from investment_portal.workbook.state import ExportedState, packed

STATE, LISTS = "_state", "_lists"
HEADS = 3
"""Rows above the records: the hidden words of the columns, their labels in Chinese, and in English."""
SPARE = 500
"""Empty rows below the records for which cells offer their lists."""
HEIGHT = 32
"""Height of a row in points: two lines, so that a page shows many records."""
LONGEST_TITLE = 31
NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))

ID_HEAD = SheetColumn(
    (ID,),
    (Sentence("编号", "ID"),),
    WordCell(26),
    (
        Sentence(
            "已有记录的编号已锁定，改编号用命令 rename。新增一行即新增记录：编号用小写字母、数字和连字符。"
            "删去一行不会删除记录；撤回用命令 withdraw。",
            "The ids of records are locked: the command rename changes them. A new row is a new record; its id "
            "has small letters, digits and hyphens. To delete a row deletes no record: withdraw takes one down.",
        ),
    ),
    required=True,
)
RECORD_HEAD = SheetColumn(
    (ID,),
    (Sentence("所属记录", "Record"),),
    WordCell(26),
    (Sentence("这一项属于哪条记录：写它的编号。", "The id of the record to which the entry belongs."),),
    required=True,
)
NAME_HEAD = SheetColumn(
    (NAME,),
    (Sentence("名称", "Name"),),
    WordCell(26),
    (Sentence("仅供对照，不读入。", "To help you read; it is not imported."),),
)
NUMBER_HEAD = SheetColumn(
    (NUMBER,),
    (Sentence("序号", "No."),),
    WordCell(6, types=("integer",)),
    (
        Sentence(
            "已有项的序号请保留。新增的一行留空即排在最后；写 1.5 即插在 1 和 2 之间。删去一行即删去这一项。",
            "Keep the numbers of entries that are there. A new row without a number comes last; 1.5 puts it between 1 "
            "and 2. To delete a row deletes the entry.",
        ),
    ),
)
NOT_LISTED = Sentence("不在列表里，导入时会检查。", "This is not on the list; the import checks it.")

HEAD_FILL = PatternFill("solid", fgColor="DCE6F1")
REQUIRED_FILL = PatternFill("solid", fgColor="FCE4D6")
READ_ONLY_FONT = Font(color="808080")
TOP = Alignment(vertical="top", wrap_text=True)


def workbook_bytes(sheets: Iterable[ExportedSheet], names: Names, state: ExportedState, language: Language) -> bytes:
    """Return the workbook; the same content gives the same bytes."""
    book = Workbook(write_only=True)
    book.properties.creator = ""
    book.properties.created = WRITTEN_ON
    lists = _Lists(names, language)
    titles: dict[str, str] = {}
    written: list[ExportedSheet] = []
    for sheet in sheets:
        title = _title(sheet.layout, language, titles.values())
        titles[sheet.layout.head] = title
        written.append(sheet)
        _SheetWriter(book.create_sheet(title), sheet, lists, language).write(titles[sheet.layout.kind])
    lists.write(book.create_sheet(LISTS))
    hidden = book.create_sheet(STATE)
    hidden.sheet_state = "veryHidden"
    for piece in packed(state):
        hidden.append([piece])
    buffer = io.BytesIO()
    book.save(buffer)
    return same_bytes(buffer.getvalue(), book.properties.modified, _parts(buffer, written))


def _parts(buffer: io.BytesIO, sheets: Sequence[ExportedSheet]) -> dict[str, bytes]:
    """Return the sheets of a workbook with their rows, and the texts of these."""
    strings, parts = SharedStrings(), {}
    with zipfile.ZipFile(buffer) as book:
        for number, sheet in enumerate(sheets, 1):
            if sheet.rows:
                path = sheet_path(number)
                parts[path] = with_rows(book.read(path), HEADS + 1, HEIGHT, sheet.rows, strings)
        return {**parts, **strings.parts(book.read(RELATIONS), book.read(TYPES))}


def _title(layout: SheetLayout, language: Language, taken: Iterable[str]) -> str:
    """Return the name of a sheet: at most 31 characters, none twice, whatever their case."""
    label = layout.label(language).translate(NOT_IN_TITLES)
    title, number = label[:LONGEST_TITLE], 1
    while title.casefold() in {other.casefold() for other in taken}:
        number += 1
        title = f"{label[: LONGEST_TITLE - len(str(number)) - 1]} {number}"
    return title


def heads(layout: SheetLayout) -> list[SheetColumn]:
    """Return the columns of a sheet with those that are no fields."""
    first = [RECORD_HEAD, NAME_HEAD, NUMBER_HEAD] if layout.keys else [ID_HEAD]
    return [*first, *layout.columns]


class _Lists:
    """The lists from which cells choose, each a column of a hidden sheet."""

    def __init__(self, names: Names, language: Language) -> None:
        self.names, self.language = names, language
        self._lists: dict[tuple[str, ...], str] = {}

    def range_for(self, cell: object) -> str | None:
        """Return the range of the list of a cell; nothing where it has none."""
        if isinstance(cell, ChoiceCell | YesNoCell):
            return self._range(tuple(cell.options))
        if isinstance(cell, ReferenceCell):
            ids = self.names.by_kind.get(cell.refers_to, {})
            return self._range(tuple(str(cell.shown(id_, self.names)) for id_ in ids))
        return None

    def _range(self, options: tuple[str, ...]) -> str | None:
        if not options:
            return None
        if options not in self._lists:
            letter = get_column_letter(len(self._lists) + 1)
            self._lists[options] = f"{LISTS}!${letter}$1:${letter}${len(options)}"
        return self._lists[options]

    def write(self, sheet: Any) -> None:
        """Write all lists into their sheet."""
        sheet.sheet_state = "hidden"
        for row in range(max(map(len, self._lists), default=0)):
            cells = [WriteOnlyCell(sheet, options[row]) if row < len(options) else None for options in self._lists]
            for cell in filter(None, cells):
                cell.data_type = "s"
            sheet.append(cells)


class _SheetWriter:
    """Writes one sheet."""

    def __init__(self, sheet: Any, exported: ExportedSheet, lists: _Lists, language: Language) -> None:
        self.sheet, self.exported, self.lists, self.language = sheet, exported, lists, language
        self.layout, self.columns = exported.layout, heads(exported.layout)

    def write(self, main_title: str) -> None:
        """Write heads, a template row, lists to choose from; ``main_title`` names the sheet of records."""
        self._set_up()
        self._write_heads()
        if self.exported.rows:
            self.sheet.append([self._cell(column) for column in self.columns])
        self._offer_lists(main_title)

    def _set_up(self) -> None:
        sheet = self.sheet
        fixed = 4 if self.layout.keys else 2 + (self.columns[1].keys[-1] == "zh")
        sheet.freeze_panes = f"{get_column_letter(fixed)}{HEADS + 1}"
        sheet.row_dimensions[1].hidden = True
        for number, column in enumerate(self.columns, 1):
            dimension = sheet.column_dimensions[get_column_letter(number)]
            dimension.width = column.cell.width
            dimension.hidden = column.hidden
            dimension.number_format = _format(column)
            dimension.alignment = TOP
            dimension.protection = Protection(locked=False)
        last = get_column_letter(len(self.columns))
        sheet.auto_filter.ref = f"A{HEADS}:{last}{HEADS + max(len(self.exported.rows), 1)}"
        if not self.layout.keys:  # ids are locked; in sheets of entries every row may be deleted
            protection = sheet.protection
            protection.sheet = True
            for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort"):
                setattr(protection, allowed, False)
            protection.autoFilter = False

    def _write_heads(self) -> None:
        words = [self.layout.head, *(column.head for column in self.columns[1:])]
        self.sheet.append([_text(WriteOnlyCell(self.sheet, word)) for word in words])
        for language in LANGUAGES:
            self.sheet.append([self._head(column, language) for column in self.columns])

    def _head(self, column: SheetColumn, language: Language) -> Cell:
        mark = " *" if column.required else ""
        cell = _text(WriteOnlyCell(self.sheet, column.label(language) + mark))
        cell.font = Font(bold=language == self.language)
        cell.fill = REQUIRED_FILL if column.required else HEAD_FILL
        cell.alignment = TOP
        if column.help:
            note = "\n".join(line.in_(language) for line in column.help)
            cell.comment = Comment(f"{note}\n[{column.head}]", "", height=160, width=360)
        return cell

    def _cell(self, column: SheetColumn) -> Cell:
        """Return the cell of the template row, which has the style of all cells of its column."""
        cell = WriteOnlyCell(self.sheet)
        cell.number_format = _format(column)
        cell.alignment = TOP
        locked = column.keys == (ID,) and not self.layout.keys
        cell.protection = Protection(locked=locked)
        if locked or column.keys == (NAME,):
            cell.font = READ_ONLY_FONT
        return cell

    def _offer_lists(self, main_title: str) -> None:
        first, last = HEADS + 1, HEADS + len(self.exported.rows) + SPARE
        for number, column in enumerate(self.columns, 1):
            range_ = self.lists.range_for(column.cell)
            if self.layout.keys and column.keys == (ID,):
                range_ = f"{quote_sheetname(main_title)}!$A${first}:$A${HEADS + 5000}"
            if range_ is None:
                continue
            validation = DataValidation("list", formula1=range_, allow_blank=True, errorStyle="warning")
            validation.error = NOT_LISTED.in_(self.language)
            validation.showErrorMessage = not isinstance(column.cell, ListCell)
            letter = get_column_letter(number)
            validation.add(f"{letter}{first}:{letter}{last}")
            self.sheet.data_validations.append(validation)


def _format(column: SheetColumn) -> str:
    """Return the format of the cells of a column: texts stay what was typed, numbers are numbers."""
    cell = column.cell
    return "General" if isinstance(cell, WordCell) and "string" not in cell.types else "@"


def _text(cell: Cell) -> Cell:
    cell.data_type = "s"
    return cell
