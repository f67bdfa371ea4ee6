"""Mistakes of clerks in cells: the import names the cell, and says what ``check`` says of a file."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.kinds import KINDS
from investment_portal.workbook.cell_types import TypedCell
from investment_portal.workbook.comparing import compare
from investment_portal.workbook.export import export_records
from investment_portal.workbook.exported import names_in, read_records
from investment_portal.workbook.importing import ImportPlan, plan_edits
from investment_portal.workbook.reading import ReadSheet, SheetRow, place_of, read_sheets
from investment_portal.workbook.writing import HEADS
from tests.conftest import DAY
from tests.overlay import PORTAL

HERE = Path(__file__).parent
MISTAKES: list[dict[str, Any]] = yaml.safe_load((HERE / "mistakes.yaml").read_text("utf-8"))


def typed(mistake: dict[str, Any]) -> TypedCell:
    """Return the cell of a mistake, as the program that saved it left it."""
    kind, value = mistake.get("kind", "s"), mistake["input"]
    if kind == "d":
        value = datetime.fromisoformat(value)
    return TypedCell(value or None, kind, mistake.get("format", "@"))


def with_cell(sheets: list[ReadSheet], mistake: dict[str, Any]) -> tuple[list[ReadSheet], str]:
    """Return the sheets with the cell of a mistake, and the name of the cell."""
    head, id_, field = mistake["at"].replace('"', "").split(" ")
    sheet = next(sheet for sheet in sheets if sheet.row(1).text(1) == head)
    column = next(number for number in sheet.row(1).cells if sheet.row(1).text(number) == field)
    rows = [row for row in sheet.rows if row.number > HEADS and row.text(1) == id_]
    row = rows[mistake.get("row", 1) - 1]
    changed = SheetRow(row.number, {**row.cells, column: typed(mistake)})
    rows = [changed if other is row else other for other in sheet.rows]
    result = [replace(sheet, rows=rows) if other is sheet else other for other in sheets]
    return result, place_of(sheet.title, row.number, column)


def row_of(cell: str) -> str:
    """Return the sheet and the row of a cell: of two languages the other one may be missing."""
    return re.sub("![A-Z]+", "!", cell)


@pytest.fixture(scope="module", params=LANGUAGES)
def plan_of(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    """Return the function that gives the cell of a mistake and the plan of its import."""
    language: Language = request.param
    path = tmp_path_factory.mktemp("workbook") / "records.xlsx"
    path.write_bytes(export_records(PORTAL, tuple(KINDS), language)[0])
    sheets = read_sheets(path)
    records = read_records(PORTAL, tuple(KINDS))

    def plan(mistake: dict[str, Any]) -> tuple[Language, str, ImportPlan]:
        changed, cell = with_cell(sheets, mistake)
        comparison = compare(changed, KINDS, records.values, names_in(records.values), language)
        return language, cell, plan_edits(PORTAL, comparison, records, DAY)

    return plan


def test_common_mistakes(plan_of: Callable[[Any], Any], golden: Callable[[Path, str], None]) -> None:
    """Each is refused or warned of at its cell, with a sentence of the check and mostly a way out."""
    assert len(MISTAKES) >= 40
    lines = []
    for mistake in MISTAKES:
        language, cell, plan = plan_of(mistake)
        assert plan.problems, mistake
        assert plan.is_refused or not plan.files or plan.problems[0].level == "warning", mistake
        lines.append(f"{cell}  {mistake['at']}  {mistake['input']!r} {mistake.get('format', '')}".rstrip())
        for problem in plan.problems:
            lines.append(f"  {problem.file} [{problem.rule}] {problem.path}: {problem.sentence.in_(language)}")
            lines += [f"    → {problem.hint.in_(language)}"] if problem.hint else []
        assert any(row_of(problem.file) == row_of(cell) for problem in plan.problems), (mistake, plan.problems)
    golden(HERE / f"mistakes.{language}.txt", "\n".join(lines) + "\n")
