"""Rows of a sheet as XML, in place of a template row: a hundred thousand cells take a tenth of openpyxl's time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from investment_portal.workbook.cell_types import Shown

STRINGS, RELATIONS, TYPES = "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
CELL = re.compile(r"<c ([^>]*?)/?>")
ATTRIBUTE = re.compile(r'\b([rs])="([^"]*)"')
STRING_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{0}" uniqueCount="{0}">{1}</sst>'
)

RELATION = (
    '<Relationship Id="strings" Target="/xl/sharedStrings.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
)
TYPE = (
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)


class SharedStrings:
    """The texts of all cells, each once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of a text."""
        return self._numbers.setdefault(text, len(self._numbers))

    def parts(self, relations: bytes, types: bytes) -> dict[str, bytes]:
        """Return the table of the texts, and the lists of a workbook that name it."""
        texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self._numbers)
        return {
            STRINGS: STRING_TABLE.format(len(self._numbers), texts).encode(),
            RELATIONS: relations.replace(b"</Relationships>", RELATION.encode()),
            TYPES: types.replace(b"</Types>", TYPE.encode()),
        }


def sheet_path(number: int) -> str:
    """Return the file of a sheet within a workbook, counted from 1."""
    return f"xl/worksheets/sheet{number}.xml"


def with_rows(xml: bytes, template: int, height: int, rows: Iterable[Sequence[Shown]], strings: SharedStrings) -> bytes:
    """Return a sheet with rows in place of its template row, whose cells have the styles of their columns."""
    text = xml.decode()
    match = re.search(rf'<row r="{template}"[^>]*>(.*?)</row>', text, re.DOTALL)
    if match is None:
        raise ValueError("the sheet has no template row")
    attributes = (dict(ATTRIBUTE.findall(cell)) for cell in CELL.findall(match[1]))
    styles = {cell["r"].rstrip("0123456789"): cell.get("s", "0") for cell in attributes}
    lines = (
        f'<row r="{number}" ht="{height}" customHeight="1">{"".join(_cells(row, number, styles, strings))}</row>'
        for number, row in enumerate(rows, template)
    )
    return (text[: match.start()] + "".join(lines) + text[match.end() :]).encode()


def _cells(row: Sequence[Shown], number: int, styles: dict[str, str], strings: SharedStrings) -> Iterator[str]:
    for column, value in enumerate(row, 1):
        if value is None:
            continue
        letter = get_column_letter(column)
        start = f'<c r="{letter}{number}" s="{styles[letter]}"'
        if isinstance(value, str):
            yield f'{start} t="s"><v>{strings.number(value)}</v></c>'
        else:
            yield f"{start}><v>{value!r}</v></c>"
