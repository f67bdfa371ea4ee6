"""Workbooks of the open data: read back by openpyxl, equal to the tables, and the same bytes from the same rows."""

import csv
import io
import zipfile
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from investment_portal.outputs.open_data.records import BOM, LABELS, unrunnable
from investment_portal.outputs.open_data.workbook import CELL, TIME, WorkbookSheet, workbook
from investment_portal.pages.data.published_records import FOLDER, PUBLISHED_KINDS, column_labels, columns_of
from tests.sites import Site

COLUMNS = (("text", "string"), ("sum", "number"), ("day", "date"), ("flag", "boolean"), ("count", "integer"))


def cells(content: bytes, sheet: int = 0) -> list[list[Any]]:
    """Return the values of a sheet, the head first."""
    book = load_workbook(io.BytesIO(content))
    return [list(row) for row in book.worksheets[sheet].iter_rows(values_only=True)]


def write(*rows: list[Any]) -> bytes:
    """Return a workbook of some rows."""
    return workbook([WorkbookSheet("rows", COLUMNS, rows)])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", '=HYPERLINK("http://a")', "1", "TRUE", "<a> & b", " a "])
def test_text_stays_text(text: str) -> None:
    """No text becomes a formula, a number or a truth value, and none loses a blank."""
    book = load_workbook(io.BytesIO(write([text, "", "", "", ""])))
    cell = book.active["A2"]  # type: ignore[index]
    assert (cell.value, cell.data_type) == (text, "s")


def test_values_have_their_types() -> None:
    """Sums and counts are numbers, days are days, yes and no are truth values; empty cells are empty."""
    content = write(["a", Decimal("1.25"), "2026-06-30", "true", 7], ["", "", "", "false", ""])
    assert cells(content)[1:] == [
        ["a", 1.25, datetime(2026, 6, 30), True, 7],  # noqa: DTZ001 - as openpyxl reads days
        [None, None, None, False, None],
    ]


def test_what_programs_would_change_stays_text() -> None:
    """Long numbers would be rounded, days before March 1900 moved, long texts refused."""
    content = write(["长" * (CELL + 1), 1234567890123456, "1850-01-01", "", ""])
    assert cells(content)[1] == ["长" * (CELL - 1) + "…", "1234567890123456", "1850-01-01", None, None]


def test_signs_that_xml_cannot_hold_go() -> None:
    """A text that looks like an escape of the format is read as it is written."""
    content = write(["a\x00b\x0bc", "", "", "", ""], ["_x000A_", "", "", "", ""])
    assert cells(content)[1][0] == "abc"
    assert b"_x005F_x000A_" in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_the_same_rows_give_the_same_bytes() -> None:
    """No time and no name of a machine stands in the file."""
    content = write(["a", 1, "2026-06-30", "true", 7])
    assert content == write(["a", 1, "2026-06-30", "true", 7])
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {TIME}


def test_the_head_stays_in_view() -> None:
    """And can be filtered by, in a sheet of any width."""
    wide = [(f"column {number}", "string") for number in range(30)]
    sheet = load_workbook(io.BytesIO(workbook([WorkbookSheet("wide", wide, [])]))).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:AD1")
    assert sheet["AD1"].font.b


@pytest.fixture(params=["full", "real"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return each site of the tests."""
    chosen: Site = request.getfixturevalue(request.param)
    return chosen


@pytest.mark.parametrize("name", PUBLISHED_KINDS)
def test_a_workbook_says_what_the_table_says(site: Site, name: str) -> None:
    """The same rows; the second sheet names each column in every language."""
    text = (site.out / FOLDER / f"{name}.csv").read_bytes().decode("utf-8").removeprefix(BOM)
    table = list(csv.reader(io.StringIO(text, newline="")))
    content = (site.out / FOLDER / f"{name}.xlsx").read_bytes()
    assert [unrunnable([as_text(value) for value in row]) for row in cells(content)] == [
        [line.replace("\r\n", "\n") for line in row] for row in table
    ]
    kind = PUBLISHED_KINDS[name]
    assert cells(content, sheet=1) == [list(LABELS), *map(list, column_labels(kind))]
    assert len(cells(content, sheet=1)) == len(columns_of(kind)) + 1


def as_text(value: Any) -> str:
    """Return the value of a cell as the table writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else f"{Decimal(str(value)):f}" if isinstance(value, float) else str(value)
