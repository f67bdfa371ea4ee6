"""Texts for a translator as a workbook of two columns: source and translation."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, Protection

from investment_portal.formatting.same_workbook import WRITTEN_ON, same_bytes
from investment_portal.languages import Language, Sentence
from investment_portal.translation.returned import ReturnedText, returned_text
from investment_portal.translation.units import TranslationUnit, digest
from investment_portal.workbook.reading import place_of, read_sheets

HEADS = (
    (Sentence("记录", "Record"), 30),
    (Sentence("字段", "Field"), 26),
    (Sentence("原文", "Source"), 60),
    (Sentence("译文", "Translation"), 60),
    (Sentence("情况", "State"), 16),
    (Sentence("术语", "Terms"), 36),
)
TARGET_COLUMN, KEY_COLUMN, SOURCE_COLUMN, EXPORTED_COLUMN = 4, 7, 8, 9
"""Columns that an import reads: the translation, and hidden ones with the key and the digests of both texts."""

SHEET = Sentence("译文", "translations")


def workbook_of(units: Sequence[TranslationUnit], language: Language) -> bytes:
    """Return the workbook of texts; only the translations can be changed. The same texts give the same bytes."""
    book = Workbook(write_only=True)
    book.properties.creator = ""
    book.properties.created = WRITTEN_ON
    sheet = book.create_sheet(SHEET.in_(language))
    sheet.freeze_panes = "C2"
    for number, (_, width) in enumerate(HEADS, 1):
        sheet.column_dimensions["ABCDEF"[number - 1]].width = width
    for letter in "GHI":
        sheet.column_dimensions[letter].hidden = True
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)

    def cell(value: str, *, bold: bool = False, locked: bool = True) -> Cell:
        typed = WriteOnlyCell(sheet, value)
        typed.data_type = "s"  # a text that begins with = is no formula
        typed.number_format = "@"
        typed.alignment = Alignment(wrap_text=True, vertical="top")
        typed.font = Font(bold=bold)
        typed.protection = Protection(locked=locked)
        return typed

    sheet.append([cell(label.in_(language), bold=True) for label, _ in HEADS])
    for unit in units:
        label = " · ".join(part.in_(language) for part in unit.labels)
        terms = "; ".join(f"{zh} = {en}" for zh, en in unit.terms)
        shown = [f"{unit.kind}/{unit.id}", label, unit.source.rstrip("\n")]
        hidden = [unit.key, digest(unit.source), digest(unit.target)]
        sheet.append(
            [
                *(cell(text) for text in shown),
                cell(unit.target.rstrip("\n"), locked=False),
                *(cell(text) for text in (unit.state.label.in_(language), terms, *hidden)),
            ]
        )
    sheet.auto_filter.ref = f"A1:F{len(units) + 1}"
    buffer = io.BytesIO()
    book.save(buffer)
    return same_bytes(buffer.getvalue(), book.properties.modified)


def read_workbook(path: Path) -> Iterator[ReturnedText]:
    """Yield the translations of a workbook; raise ``WorkbookError`` where it cannot be read."""
    for sheet in read_sheets(path):
        for row in sheet.rows:
            key = row.text(KEY_COLUMN)
            if "#" not in key:
                continue
            place = place_of(sheet.title, row.number, TARGET_COLUMN)
            target, digests = row.cell(TARGET_COLUMN), (row.text(SOURCE_COLUMN), row.text(EXPORTED_COLUMN))
            yield returned_text(place, key, target, *digests)
