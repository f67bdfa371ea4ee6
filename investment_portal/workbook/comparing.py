"""Compare the sheets of a workbook with the state of its export: what each record should hold, and what is unclear."""

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from investment_portal.content.yaml_edits import same
from investment_portal.content.yaml_values import Path
from investment_portal.languages import NOTHING, Language, Sentence
from investment_portal.problems import did_you_mean, quoted
from investment_portal.workbook.cell_types import CellRefusedError, Names, TypedCell, WordsCell, exact, is_as_shown
from investment_portal.workbook.edits import Comparison, Key, RecordEdit, RowPlace, record_order, with_value
from investment_portal.workbook.exported import names_in
from investment_portal.workbook.layout import (
    NAME,
    NUMBER,
    Keys,
    SheetColumn,
    SheetLayout,
    items_of,
    layouts,
    shown_value,
    value_at,
)
from investment_portal.workbook.reading import ReadSheet, SheetRow, place_of
from investment_portal.workbook.writing import HEADS, ID_HEAD, NUMBER_HEAD


class _Head(NamedTuple):
    """The columns of a sheet as they stand in it now."""

    id_column: int
    number_column: int
    columns: Mapping[Keys, int]


def compare(
    sheets: Sequence[ReadSheet], kinds: Iterable[str], base: Mapping[Key, Any], names: Names, language: Language
) -> Comparison:
    """Compare sheets with the values at the export; ``names`` are those of all records that cells may name."""
    comparison = Comparison(language, names)
    known = {layout.head: layout for kind in kinds for layout in layouts(kind, language)}
    by_layout = _sheets_by_layout(sheets, known, comparison)
    added = {key: None for sheet, layout in by_layout if not layout.keys for key in _ids(sheet, layout)}
    comparison.names = _with_names(names, names_in({key: {} for key in added if key not in base}))
    present: set[str] = set()
    for sheet, layout in by_layout:
        if not layout.keys:
            present.add(layout.kind)
            _RecordSheet(sheet, layout, base, comparison).compare()
    for sheet, layout in by_layout:
        if layout.keys:
            _EntrySheet(sheet, layout, base, comparison).compare(with_records=layout.kind in present)
    return comparison


def _with_names(names: Names, other: Names) -> Names:
    return Names(
        {
            kind: {**other.by_kind.get(kind, {}), **names.by_kind.get(kind, {})}
            for kind in {*names.by_kind, *other.by_kind}
        }
    )


def _sheets_by_layout(
    sheets: Sequence[ReadSheet], known: Mapping[str, SheetLayout], comparison: Comparison
) -> list[tuple[ReadSheet, SheetLayout]]:
    """Return the sheets that hold records or entries; sheets that people added are reported."""
    by_layout: dict[str, tuple[ReadSheet, SheetLayout]] = {}
    for sheet in sheets:
        words = [sheet.row(1).text(column) for column in sheet.row(1).cells]
        layout = next((known[word] for word in words if word in known), None)
        if layout is None:
            if sheet.rows and not sheet.title.startswith("_"):
                comparison.notes.append(
                    Sentence(f"工作表“{sheet.title}”没有读入。", f"Sheet “{sheet.title}” is not read.")
                )
        elif layout.head in by_layout:
            other = by_layout[layout.head][0].title
            comparison.refuse(
                place_of(sheet.title, 1, 1),
                "",
                Sentence(
                    f"工作表“{sheet.title}”与“{other}”重复，不知道以哪个为准。",
                    f"Sheet “{sheet.title}” repeats “{other}”: it is not clear which counts.",
                ),
            )
        else:
            by_layout[layout.head] = (sheet, layout)
    return list(by_layout.values())


def _ids(sheet: ReadSheet, layout: SheetLayout) -> Iterator[Key]:
    """Yield the records whose rows stand in a sheet."""
    column = next(number for number, cell in sheet.row(1).cells.items() if cell.value == layout.head)
    yield from ((layout.kind, row.text(column)) for row in sheet.rows if row.number > HEADS and row.text(column))


class _ReadLayout:
    """A sheet of the workbook with the columns that stand in it."""

    def __init__(self, sheet: ReadSheet, layout: SheetLayout, base: Mapping[Key, Any], comparison: Comparison) -> None:
        self.sheet, self.layout, self.base, self.comparison = sheet, layout, base, comparison
        self.order = record_order(layout.kind)
        self.head = self._head()
        self.rows = [row for row in sheet.rows if row.number > HEADS]

    def _head(self) -> _Head:
        places: dict[str, int] = {}
        head, notes = self.sheet.row(1), self.comparison.notes
        for number, cell in head.cells.items():
            word = str(cell.value).strip()
            if word in places:
                place = place_of(self.sheet.title, HEADS, number)
                self.comparison.refuse(place, word, Sentence("这一列重复了。", "This column stands here twice."))
            places.setdefault(word, number)
        columns = {column.keys: places[column.head] for column in self.layout.columns if column.head in places}
        gone = [column for column in self.layout.columns if column.head not in places]
        if gone:
            labels = Sentence(*("、".join(column.label(name) for column in gone) for name in ("zh", "en")))
            notes.append(
                Sentence(
                    f"“{self.sheet.title}”里删去的列不改动：{labels.zh}。",
                    f"“{self.sheet.title}” lacks columns, which stay as they are: {labels.en}.",
                )
            )
        ours = {*columns.values(), *(places.get(word, 0) for word in (self.layout.head, NAME, NUMBER))}
        widest = {number for row in self.sheet.rows for number in row.cells}
        for number in sorted(widest - ours):
            place = place_of(self.sheet.title, 1, number)
            notes.append(Sentence(f"自己加的列没有读入：{place}。", f"A column of your own is not read: {place}."))
        return _Head(places[self.layout.head], places.get(NUMBER, 0), columns)

    def place(self, row: SheetRow, path: Path) -> RowPlace:
        """Return the place of a row that holds what stands at a key path."""
        return RowPlace(path, self.layout, self.sheet.title, row.number, self.head.id_column, self.head.columns)

    def is_empty(self, row: SheetRow) -> bool:
        """Return whether no field of a row is filled."""
        return not any(number in row.cells for number in self.head.columns.values())

    def refuse(self, row: SheetRow, column: int, label: str, sentence: Sentence, hint: Sentence = NOTHING) -> None:
        """Report a cell of a row."""
        self.comparison.refuse(place_of(self.sheet.title, row.number, column), label, sentence, hint)

    def refuse_id(self, row: SheetRow, sentence: Sentence, hint: Sentence = NOTHING) -> None:
        """Report the id of a row."""
        self.refuse(row, self.head.id_column, ID_HEAD.label(self.comparison.language), sentence, hint)

    def entry(self, row: SheetRow, base: Any, path: Path) -> Any:
        """Return a record or entry with the cells that were changed; the same value where none was."""
        changes = list(self._changes(row, base))
        if not changes:
            return base
        entry = copy.deepcopy(base)
        for column, value in changes:
            keys = column.keys
            if isinstance(column.cell, WordsCell) and keys[-1] == "zh" and value in column.cell.words:
                keys = keys[:-1]
            entry = with_value(entry, keys, value, self.order, path)
        return entry

    def _changes(self, row: SheetRow, base: Any) -> Iterator[tuple[SheetColumn, Any]]:
        names, language = self.comparison.names, self.comparison.language
        for column in self.layout.columns:
            number = self.head.columns.get(column.keys)
            if number is None:
                continue
            cell, old = row.cell(number), shown_value(column, base)
            if is_as_shown(cell, column.cell.shown(old, names)):
                continue
            try:
                new = column.cell.value_of(cell, names)
            except CellRefusedError as error:
                self.refuse(row, number, column.label(language), error.sentence, error.hint)
                continue
            if isinstance(new, str) and isinstance(old, str) and old.endswith("\n"):
                new += old[len(old.rstrip("\n")) :]
            if same(new, old):
                continue
            if isinstance(column.cell, WordsCell) and isinstance(new, str) and new in column.cell.words:
                self._require_word_alone(row, column, new)
            yield column, new

    def _require_word_alone(self, row: SheetRow, column: SheetColumn, word: str) -> None:
        """Refuse a text in English next to a word that stands for the whole field."""
        keys = (*column.keys[:-1], "en")
        other = self.head.columns.get(keys) if column.keys[-1] == "zh" else None
        if other is not None and row.text(other) not in {"", word}:
            english = next(sibling for sibling in self.layout.columns if sibling.keys == keys)
            self.refuse(
                row,
                other,
                english.label(self.comparison.language),
                Sentence(
                    f"中文写了“{word}”，英文应留空。", f"Where the Chinese is “{word}”, the English is left empty."
                ),
            )


class _RecordSheet(_ReadLayout):
    """The sheet of the records of a kind."""

    def compare(self) -> None:
        """Enter each record of the sheet, and tell of those whose rows are gone."""
        edits, kind = self.comparison.edits, self.layout.kind
        for row in self.rows:
            id_ = row.text(self.head.id_column)
            if not id_:
                if not self.is_empty(row):
                    self.refuse_id(
                        row,
                        Sentence("这一行没有编号。", "This row has no id."),
                    )
                continue
            if (kind, id_) in edits:
                first = edits[kind, id_].rows[0].cell()
                self.refuse_id(
                    row,
                    Sentence(
                        f"编号“{quoted(id_)}”在 {first} 已有。", f"The id “{quoted(id_)}” stands in {first} already."
                    ),
                )
                continue
            base = self.base.get((kind, id_))
            wanted = self.entry(row, base, ())
            edits[kind, id_] = RecordEdit(kind, id_, base, wanted, [self.place(row, ())])
        gone = [id_ for name, id_ in self.base if name == kind and (kind, id_) not in edits]
        if gone:
            ids = Sentence("、".join(gone), ", ".join(gone))
            self.comparison.notes.append(
                Sentence(
                    f"“{self.sheet.title}”里删去的行不会删除记录，它们不改动：{ids.zh}。要撤回，用命令 withdraw。",
                    f"“{self.sheet.title}” lacks records, which stay as they are: {ids.en}. The command withdraw takes "
                    "records down.",
                )
            )


class _EntrySheet(_ReadLayout):
    """The sheet of the entries of a list."""

    def compare(self, *, with_records: bool) -> None:
        """Enter the lists of each record; records whose own row is gone from the workbook are left alone."""
        rows: dict[str, list[SheetRow]] = {}
        for row in self.rows:
            id_ = row.text(self.head.id_column)
            if id_:
                rows.setdefault(id_, []).append(row)
            elif not self.is_empty(row):
                self.refuse_id(
                    row,
                    Sentence("这一行没有写所属记录的编号。", "This row does not say to which record it belongs."),
                )
        kind, edits = self.layout.kind, self.comparison.edits
        known = {id_ for name, id_ in (edits if with_records else self.base) if name == kind}
        for id_ in rows.keys() - known:
            for row in rows[id_]:
                self.refuse_id(
                    row,
                    Sentence(f"没有编号为“{quoted(id_)}”的记录。", f"There is no record “{quoted(id_)}”."),
                    did_you_mean(id_, known),
                )
        for id_ in sorted(known):
            base = self.base.get((kind, id_))
            if rows.get(id_) or items_of(self.layout, base):
                edit = edits.setdefault((kind, id_), RecordEdit(kind, id_, base, base))
                self._compare_list(edit, rows.get(id_, []))

    def _compare_list(self, edit: RecordEdit, rows: Sequence[SheetRow]) -> None:
        base = items_of(self.layout, edit.base)
        placed_rows = list(self._placed(rows, len(base)))
        if len(placed_rows) < len(rows):
            return  # a row whose place is unclear must not look like one that was deleted
        ordered = sorted(placed_rows, key=lambda item: item[:2])
        entries = [
            (row, self.entry(row, base[place - 1] if place else None, (*self.layout.keys, 0)))
            for _, _, place, row in ordered
        ]
        entries = [(row, entry) for row, entry in entries if entry not in (None, {})]
        values = [entry for _, entry in entries]
        single = (
            self.layout.or_single and len(values) == 1 and not isinstance(value_at(edit.base, self.layout.keys), list)
        )
        for number, (row, _) in enumerate(entries):
            path: Path = self.layout.keys if single else (*self.layout.keys, number)
            edit.rows.append(self.place(row, path))
        if not same(values, base):
            value = values[0] if single else values or None
            edit.wanted = with_value(copy.deepcopy(edit.wanted), self.layout.keys, value, self.order, ())

    def _placed(self, rows: Sequence[SheetRow], count: int) -> Iterator[tuple[Decimal, int, int, SheetRow]]:
        """Yield rows with their order, and the place in the exported list of those that were in it, else 0."""
        taken: dict[int, SheetRow] = {}
        for row in rows:
            cell = row.cell(self.head.number_column) if self.head.number_column else TypedCell(None)
            try:
                number = _place_in_list(cell)
            except (InvalidOperation, CellRefusedError):
                self.refuse(
                    row,
                    self.head.number_column,
                    NUMBER_HEAD.label(self.comparison.language),
                    Sentence(
                        f"序号应为数字，或留空；实际写的是“{quoted(cell.value)}”。",
                        f"The number is a number, or left empty; got “{quoted(cell.value)}”.",
                    ),
                )
                continue
            place = int(number) if number == int(number) and 0 < number <= count else 0
            if place in taken and place:
                first = place_of(self.sheet.title, taken[place].number, self.head.number_column)
                self.refuse(
                    row,
                    self.head.number_column,
                    NUMBER_HEAD.label(self.comparison.language),
                    Sentence(
                        f"序号 {place} 在 {first} 已有。新增的一项请把序号留空。",
                        f"Number {place} stands in {first} already. Leave the number of a new entry empty.",
                    ),
                )
                continue
            taken[place] = row
            yield number, row.number, place, row


LAST = Decimal(10**9)


def _place_in_list(cell: TypedCell) -> Decimal:
    if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
        return LAST
    if cell.kind == "f" or isinstance(cell.value, bool) or not isinstance(cell.value, int | float | str):
        raise CellRefusedError(NOTHING)
    number = Decimal(cell.value.strip()) if isinstance(cell.value, str) else Decimal(exact(cell.value))
    if not number.is_finite() or abs(number) >= LAST:
        raise CellRefusedError(NOTHING)
    return number
