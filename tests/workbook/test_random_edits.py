"""Random edits of cells: what the record then holds is shown again as it was typed, and its file holds the same."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from investment_portal.content.yaml_edits import same
from investment_portal.editing.differences import changes_between
from investment_portal.editing.records import change_record, value_of
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.kinds import KINDS
from investment_portal.workbook.cell_types import Shown, TypedCell
from investment_portal.workbook.comparing import compare
from investment_portal.workbook.exported import ExportedSheet, names_in, read_records, rows_of, sheets_of
from investment_portal.workbook.reading import ReadSheet, SheetRow
from investment_portal.workbook.writing import HEADS, heads
from tests.conftest import FUZZ
from tests.overlay import PORTAL, SEED

EDITS = 40 * FUZZ
TEXTS = (
    "58 亿元",
    "2026-07-01",
    "甲: 乙 #1",
    "多行\n文字",
    "'quoted'",
    "- x",
    "true",
    "12",
    "unknown",
    "all",
    "[",
    "é",
)

ODD: tuple[Any, ...] = (
    *(1, 1.5, 0.1 + 0.2, 1e20, -3, float("inf"), True, False, time(9, 30), timedelta(hours=30)),
    *(datetime(2026, 5, 1), datetime(2026, 5, 1, 3), date(2026, 1, 1)),  # noqa: DTZ001 - as programs have them
    *(
        "a\u00a0b",
        "名\u200b称",
        "a\x0bb",
        "a\r\nb",
        "_x000D_",
        "[]",
        "[a",
        "{a: b}",
        "a: [",
        "&a *a",
        "<<: x",
        "；；",
        "，",
    ),
    *("'", '"', "\\", "\t", "\u2028", "\ufeff", "1e400", "1e999999999", "9" * 30, "null", "~", "[null]", "x" * 33_000),
)
"""Content that programs and people leave in cells."""
FORMATS = ("General", "@", "0.00%", "yyyy-mm-dd", "mmm-yy", "h:mm", "#,##0.00")


def cell_of(value: Shown) -> TypedCell:
    """Return a cell with a value."""
    return TypedCell(value, "s" if isinstance(value, str) else "n", "@" if isinstance(value, str) else "General")


def read(sheet: ExportedSheet, rows: list[list[Shown]]) -> ReadSheet:
    """Return a sheet as it is read when it was saved with these rows."""
    words = [sheet.layout.head, *(column.head for column in heads(sheet.layout)[1:])]
    head = SheetRow(1, {number: TypedCell(word) for number, word in enumerate(words, 1)})
    body = [
        SheetRow(number, {place: cell_of(value) for place, value in enumerate(row, 1) if value is not None})
        for number, row in enumerate(rows, HEADS + 1)
    ]
    return ReadSheet(sheet.layout.head, [head, *body])


def edited(random: Random, sheet: ExportedSheet, rows: list[list[Shown]]) -> bool:
    """Change a cell of the sheet: to what another row holds there, to a text, or to nothing."""
    first = 3 if sheet.layout.keys else 1
    row = random.choice(rows)
    place = random.randrange(first, len(row))
    choice = random.random()
    if choice < 0.5:
        value = random.choice(rows)[place]
    elif choice < 0.8:
        value = random.choice(TEXTS)
    else:
        value = None
    before, row[place] = row[place], value
    return before != value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("portal", [PORTAL, SEED], ids=["tiny", "seed"])
def test_edits_are_shown_again_as_they_are_read(portal: Path, language: Language) -> None:
    """A record with changed cells, exported again, is read as the same record; its file is written so and no other."""
    records = read_records(portal, tuple(KINDS))
    names = names_in(records.values)
    sheets = [sheet for sheet in sheets_of(records, tuple(KINDS), names, language) if sheet.rows]
    random = Random(f"{portal.name}{language}")  # noqa: S311 - not for secrets
    for _ in range(EDITS):
        sheet = random.choice(sheets)
        rows = [list(row) for row in sheet.rows]
        if not edited(random, sheet, rows):
            continue
        comparison = compare([read(sheet, rows)], [sheet.layout.kind], records.values, names, language)
        for key, edit in comparison.edits.items():
            place, text = records.places[key], records.texts[records.places[key].file]
            after = change_record(text, place, list(changes_between(edit.base, edit.wanted)))
            value = value_of(place.file, after)
            for step in place.path:
                value = value[step]
            assert same(value, edit.wanted), (edit.id, edit.base, edit.wanted)
            assert (after == text) == same(edit.base, edit.wanted)
        if comparison.problems:
            continue
        for key, edit in comparison.edits.items():
            again = [list(row) for row in rows_of(sheet.layout, edit.id, edit.wanted, names, language)]
            second = compare([read(sheet, again)], [sheet.layout.kind], {key: edit.base}, names, language)
            assert [problem.sentence.en for problem in second.problems] == []
            wanted = second.edits[key].wanted if key in second.edits else edit.base
            assert same(wanted, edit.wanted), (edit.id, wanted, edit.wanted)


def test_whatever_a_cell_holds_is_read_or_refused() -> None:
    """Nothing of it is a failure of the program, and what is read can be written."""
    records = read_records(PORTAL, tuple(KINDS))
    names = names_in(records.values)
    sheets = [sheet for sheet in sheets_of(records, tuple(KINDS), names, "zh") if sheet.rows]
    random = Random("odd")  # noqa: S311 - not for secrets
    for _ in range(20 * EDITS):
        sheet = random.choice(sheets)
        rows = list(read(sheet, [list(row) for row in sheet.rows]).rows)
        place, value = random.randrange(1, len(rows)), random.choice(ODD)
        column = random.randrange(1, len(sheet.rows[0]) + 1)
        kind = random.choice("sssfe") if isinstance(value, str) else "n"
        cell = TypedCell(value, kind, random.choice(FORMATS))
        rows[place] = SheetRow(rows[place].number, {**rows[place].cells, column: cell})
        comparison = compare([ReadSheet("x", rows)], [sheet.layout.kind], records.values, names, "zh")
        for key, edit in comparison.edits.items():
            if not edit.is_new:
                where = records.places[key]
                change_record(records.texts[where.file], where, list(changes_between(edit.base, edit.wanted)))
