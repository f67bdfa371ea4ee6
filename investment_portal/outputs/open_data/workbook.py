"""Write tables as workbooks (Office Open XML, ECMA-376), row by row: the same rows give the same bytes.

Written here rather than by openpyxl, which builds a workbook cell by cell and stamps the time into the file.
Numbers and dates are such, everything else is text, also what begins with ``=``.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from html import escape
from io import BytesIO
from typing import Any, NamedTuple

TIME = (1980, 1, 1, 0, 0, 0)
"""The time of the files within: the earliest that a zip file can hold."""

LEVEL = 1
"""Of compression: twice as fast as the usual level, a tenth larger."""

CELL = 32_767
"""Characters that a cell can hold."""

DIGITS = 15
"""Digits of a number that spreadsheet programs keep; a longer number stays a text."""

DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_DAY = date(1900, 3, 1)
"""The first day on which all programs count alike; an earlier one stays a text."""

HEAD_STYLE, DAY_STYLE = 1, 2
ROWS_AT_ONCE = 500

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
UNUSUAL = re.compile(r"[&<>\x00-\x1f\ufffe\uffff]|_x|^\s|\s$|\s\s")
"""Signs that texts seldom hold, and XML not as they are."""
LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""A line that would be read as a sign by its number."""

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class WorkbookSheet(NamedTuple):
    """A sheet: its name, the names and types of its columns (words of Table Schema), and its rows."""

    name: str
    columns: Sequence[tuple[str, str]]
    rows: Iterable[Sequence[Any]]


def workbook(sheets: Sequence[WorkbookSheet]) -> bytes:
    """Return the sheets as a workbook; the head of each stays in view and can be filtered."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, text in _parts(sheets):
            archive.writestr(_entry(path), f"{XML}{text}", compresslevel=LEVEL)
        for number, sheet in enumerate(sheets, start=1):
            with archive.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w") as file:
                for text in _sheet(sheet):
                    file.write(text.encode())
    return buffer.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # else it depends on the machine
    return entry


def _parts(sheets: Sequence[WorkbookSheet]) -> Iterator[tuple[str, str]]:
    """Yield the files of a workbook besides its sheets."""
    numbers = range(1, len(sheets) + 1)
    overrides = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    overrides += [(f"/xl/worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    types = "".join(f'<Override PartName="{path}" ContentType="{TYPE}.{name}+xml"/>' for path, name in overrides)
    default = '<Default Extension="{}" ContentType="{}"/>'
    defaults = default.format("xml", "application/xml")
    defaults += default.format("rels", "application/vnd.openxmlformats-package.relationships+xml")
    yield "[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{defaults}{types}</Types>'
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    names = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in zip(numbers, sheets, strict=True)
    )
    yield "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>'
    related = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*related, (f"rId{len(sheets) + 1}", "styles", "styles.xml")])
    yield "xl/styles.xml", STYLES


def _relations(targets: Iterable[tuple[str, str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{name}" Target="{target}"/>' for id_, name, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'


def _sheet(sheet: WorkbookSheet) -> Iterator[str]:
    """Yield the text of a sheet, some hundred rows at a time."""
    last = f"{_letters(len(sheet.columns))}1"
    yield (
        f'{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols><col min="1" max="{len(sheet.columns)}" width="18" customWidth="1"/></cols><sheetData>'
    )
    yield f"<row>{''.join(_text(name, HEAD_STYLE) for name, _ in sheet.columns)}</row>"
    cells = [CELLS.get(type_, _text) for _, type_ in sheet.columns]
    rows: list[str] = []
    for row in sheet.rows:
        rows.append(f"<row>{''.join([cell(value) for cell, value in zip(cells, row, strict=True)])}</row>")
        if len(rows) == ROWS_AT_ONCE:
            yield "".join(rows)
            rows.clear()
    yield f'{"".join(rows)}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'


def _letters(number: int) -> str:
    """Return the name of a column: A, B, … Z, AA."""
    name = ""
    while number:
        number, place = divmod(number - 1, 26)
        name = chr(ord("A") + place) + name
    return name


@lru_cache(4096)  # most cells of a column repeat a few values
def _text(value: Any, style: int = 0) -> str:
    """Return a cell of text; an empty one keeps its place."""
    if value == "":
        return "<c/>"
    text, space = str(value), ""
    if len(text) > CELL or UNUSUAL.search(text):
        text, space = _escaped(text), ' xml:space="preserve"'
    styled = f' s="{style}"' if style else ""
    return f'<c t="inlineStr"{styled}><is><t{space}>{text}</t></is></c>'


def _escaped(text: str) -> str:
    """Return a text as XML holds it, no longer than a cell; what looks like an escape of the format is one itself."""
    text = NOT_IN_XML.sub("", text)
    if len(text) > CELL:
        text = f"{text[: CELL - 1]}…"
    return LOOKS_ESCAPED.sub("_x005F_", escape(text, quote=False))


@lru_cache(4096)
def _number(value: Any) -> str:
    """Return a cell of a number; one that a spreadsheet program would round stays a text."""
    if not isinstance(value, int | Decimal) or len(str(value).strip("-").replace(".", "")) > DIGITS:
        return _text(value)
    return f"<c><v>{value}</v></c>"


@lru_cache(4096)
def _day(value: str) -> str:
    """Return a cell of a day."""
    if not value or (day := date.fromisoformat(value)) < FIRST_DAY:
        return _text(value)
    return f'<c s="{DAY_STYLE}"><v>{day.toordinal() - DAY_ZERO}</v></c>'


@lru_cache(4)
def _flag(value: str) -> str:
    """Return a cell of a yes or no."""
    return f'<c t="b"><v>{int(value == "true")}</v></c>' if value else "<c/>"


CELLS = {"number": _number, "integer": _number, "date": _day, "boolean": _flag}
"""How a cell is written, by the type of its column; what is not listed is text."""
