"""Read the sheets of a workbook as cells, whatever program saved it."""

import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from investment_portal.languages import Sentence
from investment_portal.refusals import RefusedError
from investment_portal.value import Value
from investment_portal.workbook.cell_types import TypedCell

LARGEST = 512 << 20
"""Bytes of the largest workbook that is opened, unpacked."""
WIDEST, LONGEST_SHEET = 1_000, 200_000
"""Columns and rows that are read: programs save formats of a million empty rows."""
EMPTY = TypedCell(None)


BROKEN = (zipfile.BadZipFile, InvalidFileException, LookupError, ValueError, TypeError, OSError, SyntaxError)
"""Errors of openpyxl and below where a file is no workbook, or a damaged one."""


class WorkbookError(RefusedError):
    """A file that is no workbook we read."""


class SheetRow(Value):
    """A row: its number, and its cells from the left that hold something, by number of the column from 1."""

    number: int
    cells: Mapping[int, TypedCell]

    def cell(self, column: int) -> TypedCell:
        """Return a cell; an empty one where there is nothing."""
        return self.cells.get(column, EMPTY)

    def text(self, column: int) -> str:
        """Return what stands in a cell as a text without blanks around it."""
        value = self.cell(column).value
        return "" if value is None else str(value).strip()


class ReadSheet(Value):
    """A sheet by its title, with the rows that hold something."""

    title: str
    rows: Sequence[SheetRow]

    def row(self, number: int) -> SheetRow:
        """Return a row by its number; an empty one where there is nothing."""
        return next((row for row in self.rows if row.number == number), SheetRow(number, {}))


def place_of(title: str, row: int, column: int) -> str:
    """Return how people name a cell: ``项目!D17``."""
    return f"{title}!{get_column_letter(column)}{row}"


def read_sheets(path: Path) -> list[ReadSheet]:
    """Return the sheets of a workbook; raise ``WorkbookError`` where it cannot be opened."""
    if not path.is_file():
        raise WorkbookError(Sentence(f"没有“{path}”这个文件。", f"There is no file “{path}”."))
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        sheets = _sheets(path) if size <= LARGEST else None
    except BROKEN as error:
        raise WorkbookError(
            Sentence(
                f"“{path.name}”读不出来：应为 .xlsx 工作簿。在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”。",
                f"“{path.name}” cannot be read as an .xlsx workbook. Open it and save it as “Excel Workbook (.xlsx)”.",
            )
        ) from error
    if sheets is None:
        raise WorkbookError(Sentence(f"“{path.name}”太大，无法读入。", f"“{path.name}” is too large to be read."))
    return sheets


def _sheets(path: Path) -> list[ReadSheet]:
    with warnings.catch_warnings(action="ignore"):  # of what openpyxl does not know, which concerns no cell
        book = load_workbook(path, read_only=True)
        try:
            return [ReadSheet(sheet.title, list(_rows(sheet))) for sheet in book.worksheets]
        finally:
            book.close()


def _rows(sheet: Any) -> Iterator[SheetRow]:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    for number, row in enumerate(sheet.iter_rows(max_row=LONGEST_SHEET, max_col=WIDEST), 1):
        cells = {
            place: TypedCell(
                cell.value, cell.data_type, "@" if isinstance(cell.value, str) else str(cell.number_format)
            )
            for place, cell in enumerate(row, 1)
            if cell.value is not None and cell.value != ""
        }
        if cells:
            yield SheetRow(number, cells)
