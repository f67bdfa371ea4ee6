"""A workbook in the hands of a clerk: cells by record and field, rows added and deleted."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from investment_portal.workbook.writing import HEADS


class Book:
    """An exported workbook, opened to be changed."""

    def __init__(self, path: Path) -> None:
        """Open it."""
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def sheet(self, head: str) -> Worksheet:
        """Return the sheet of a kind (``project``) or of a list (``project/phases``)."""
        return next(sheet for sheet in self.book.worksheets if sheet["A1"].value == head)

    def column(self, head: str, field: str) -> int:
        """Return the number of the column of a field, or of one that is none (``#``)."""
        words = {str(cell.value): cell.column or 0 for cell in self.sheet(head)[1]}
        return words[head if field == "id" else field]

    def row(self, head: str, id_: str, number: int = 1) -> int:
        """Return the row of a record, or of the entry with a number of its list."""
        rows = [cell.row for cell in self.sheet(head)["A"][HEADS:] if cell.value == id_]
        return rows[number - 1] or 0

    def cell(self, head: str, id_: str, field: str, number: int = 1) -> Any:
        """Return a cell."""
        return self.sheet(head).cell(self.row(head, id_, number), self.column(head, field))

    def name(self, head: str, id_: str, field: str, number: int = 1) -> str:
        """Return the name of a cell as people say it."""
        return f"{self.sheet(head).title}!{self.cell(head, id_, field, number).coordinate}"

    def add(self, head: str, values: Mapping[str, Any]) -> int:
        """Add a row; return its number."""
        sheet = self.sheet(head)
        row = max(cell.row for cell in sheet["A"] if cell.value) + 1
        for field, value in values.items():
            sheet.cell(row, self.column(head, field), value)
        return int(row)

    def delete(self, head: str, id_: str, number: int = 1) -> None:
        """Delete the row of a record or of an entry."""
        self.sheet(head).delete_rows(self.row(head, id_, number))

    def save(self) -> Path:
        """Save the workbook as it is now."""
        self.book.save(self.path)
        return self.path
