"""Edits of records by a workbook: where each value stands in it, and what is unclear."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from investment_portal.content.yaml_values import Path
from investment_portal.content.yaml_writer import KeyOrder, placed
from investment_portal.editing.records import key_order
from investment_portal.languages import NOTHING, Language, Sentence
from investment_portal.models.kinds import KINDS
from investment_portal.problems import Level, Problem
from investment_portal.value import Value
from investment_portal.workbook.cell_types import Names
from investment_portal.workbook.layout import Keys, SheetColumn, SheetLayout
from investment_portal.workbook.reading import place_of

RULE = "cell"
"""The rule of problems that only a workbook can have."""

Key = tuple[str, str]


class RowPlace(Value):
    """A row of the workbook that holds a record, or the entry of it at a key path."""

    path: Path
    layout: SheetLayout
    sheet: str
    row: int
    id_column: int
    columns: Mapping[Keys, int]

    def cell(self, column: SheetColumn | None = None) -> str:
        """Return the name of the cell of a column, or of the id."""
        number = self.columns.get(column.keys, self.id_column) if column else self.id_column
        return place_of(self.sheet, self.row, number)


@dataclass(slots=True)
class RecordEdit:
    """A record as the workbook has it, and what it held at the export, which is nothing for a new record."""

    kind: str
    id: str
    base: Any
    wanted: Any
    rows: list[RowPlace] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Return whether the record was not there at the export."""
        return self.base is None

    def cells(self) -> list[str]:
        """Return the names of all cells of the record."""
        return [
            place_of(row.sheet, row.row, number)
            for row in self.rows
            for number in (row.id_column, *row.columns.values())
        ]

    def column_at(self, path: Path) -> tuple[RowPlace, SheetColumn | None] | None:
        """Return the row and the column that hold what stands at a key path, or what is nearest above or below it."""
        rows = [row for row in self.rows if path[: len(row.path)] == row.path]
        if not rows:
            return None
        row = max(rows, key=lambda place: len(place.path))
        rest = tuple(str(step) for step in path[len(row.path) :])
        columns = [column for column in row.layout.columns if column.keys in row.columns]
        ranked = [(common, -len(column.keys), column) for column in columns if (common := _common(column.keys, rest))]
        best = max(ranked, key=lambda item: item[:2], default=None)
        entries = [entry for entry in self.rows if entry.path[: len(path)] == path]
        if best is None and entries:
            return entries[0], None
        return row, best[2] if best else None


def _common(keys: Keys, rest: Keys) -> int:
    """Return how many keys two paths share from their start."""
    return next(
        (number for number, pair in enumerate(zip(keys, rest, strict=False)) if pair[0] != pair[1]),
        min(len(keys), len(rest)),
    )


@dataclass(slots=True)
class Comparison:
    """The edits of a workbook by kind and id, the problems of its cells, and notes on what is not read."""

    language: Language
    names: Names
    edits: dict[Key, RecordEdit] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Sentence] = field(default_factory=list)

    def refuse(self, place: str, label: str, sentence: Sentence, hint: Sentence = NOTHING) -> None:
        """Report a cell that cannot be read."""
        self.problems.append(Problem(place, 0, 0, RULE, label, sentence, hint, Level.ERROR))


def record_order(kind: str) -> KeyOrder:
    """Return the order of the keys of a record, whose paths begin in it."""
    order = key_order(KINDS[kind])
    return (lambda path: order(("", *path))) if KINDS[kind].is_file else order


def with_value(group: Any, keys: Keys, value: Any, order: KeyOrder, path: Path) -> Any:
    """Return a group with a value at keys, in its usual place; None removes it, and the groups that it leaves empty."""
    key, rest = keys[0], keys[1:]
    group = group if isinstance(group, dict) else {}
    new = with_value(group.get(key), rest, value, order, (*path, key)) if rest else value
    if new is None or (new == {} and rest):
        return {other: inner for other, inner in group.items() if other != key}
    if key in group:
        return {**group, key: new}
    return placed(group, key, new, order(path))
