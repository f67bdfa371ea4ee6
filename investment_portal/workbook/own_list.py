"""A list that a bureau keeps in its own workbook: a mapping file says which column is which field."""

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from investment_portal.content.text import Unreadable
from investment_portal.content.yaml_edits import same
from investment_portal.content.yaml_loader import load
from investment_portal.editing.scaffold.request import Refused, kind_named
from investment_portal.languages import Language, Sentence
from investment_portal.problems import Level, Problem, did_you_mean, quoted
from investment_portal.refusals import RefusedError
from investment_portal.validation.record_files import is_id
from investment_portal.value import Value
from investment_portal.workbook.cell_types import CellRefusedError, Names, TypedCell, exact
from investment_portal.workbook.edits import RULE, Comparison, Key, RecordEdit, RowPlace, record_order, with_value
from investment_portal.workbook.layout import Keys, SheetColumn, layouts, value_at
from investment_portal.workbook.reading import ReadSheet, SheetRow, place_of

KNOWN = ("kind", "sheet", "heads", "id", "columns", "always")
OF_COLUMN = ("field", "unit", "words")
IGNORED = "-"
"""Stands in a mapping for a column that is left out on purpose."""


class MappingError(RefusedError):
    """A mapping file that cannot be used."""


class MappedColumn(NamedTuple):
    """A column of the list: the field, the unit of plain numbers, and what the words of the list mean."""

    column: SheetColumn
    unit: str
    words: Mapping[str, Any]


class ColumnMapping(Value):
    """Which column of a list is which field; None is one that is left out."""

    kind: str
    sheet: str
    heads: int
    id_column: str
    id_before: str
    columns: Mapping[str, MappedColumn | None]
    always: Mapping[str, Any]


def read_mapping(path: Path, language: Language) -> ColumnMapping:
    """Return the mapping of a file; raise ``MappingError`` with what is wrong in it."""
    try:
        value = load(path.read_bytes()).value
    except OSError as error:
        raise MappingError(
            Sentence(f"“{path}”读不出来：{error.strerror}。", f"“{path}” cannot be read: {error.strerror}.")
        ) from error
    except Unreadable as error:
        zh, en = error.fault.sentence
        raise MappingError(Sentence(f"{path}:{error.fault.line}：{zh}", f"{path}:{error.fault.line}: {en}")) from error
    try:
        return _mapping(value if isinstance(value, dict) else {}, language)
    except (MappingError, Refused) as error:
        zh, en = error.sentence
        raise MappingError(Sentence(f"{path}：{zh}", f"{path}: {en}")) from error


def _mapping(value: Mapping[str, Any], language: Language) -> ColumnMapping:
    _require_known(value, KNOWN)
    for key in ("kind", "id", "columns"):
        if not value.get(key):
            raise MappingError(Sentence(f"缺少“{key}”。", f"“{key}” is missing."))
    kind = kind_named(str(value["kind"]))
    id_ = value["id"] if isinstance(value["id"], dict) else {"column": value["id"]}
    _require_known(id_, ("column", "before"))
    columns, always, heads = value["columns"], value.get("always") or {}, value.get("heads", 1)
    if not isinstance(columns, dict) or not isinstance(always, dict) or not isinstance(heads, int) or heads < 1:
        raise MappingError(
            Sentence(
                "columns 和 always 应为一组“键: 值”，heads 应为表头所在的行号。",
                "columns and always are groups of keys, heads is the number of the row with the heads.",
            )
        )
    fields = {column.head: column for column in layouts(kind.name, language)[0].columns}
    return ColumnMapping(
        kind.name,
        str(value.get("sheet") or ""),
        heads,
        str(id_.get("column") or ""),
        str(id_.get("before") or ""),
        {str(head): _mapped(target, fields) for head, target in columns.items()},
        always,
    )


def _require_known(value: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in value:
        if key not in known:
            hint = did_you_mean(str(key), known)
            raise MappingError(
                Sentence(f"没有“{key}”这个键。{hint.zh}", f"There is no key “{key}”. {hint.en}".rstrip())
            )


def _mapped(target: Any, fields: Mapping[str, SheetColumn]) -> MappedColumn | None:
    if target == IGNORED:
        return None
    group = target if isinstance(target, dict) else {"field": target}
    _require_known(group, OF_COLUMN)
    field, words = str(group.get("field") or ""), group.get("words") or {}
    if field not in fields:
        hint = did_you_mean(field, fields)
        zh, en = f"没有“{quoted(field)}”这个字段。{hint.zh}", f"There is no field “{quoted(field)}”. {hint.en}"
        raise MappingError(Sentence(zh, en.rstrip()))
    return MappedColumn(fields[field], str(group.get("unit") or ""), {str(word): to for word, to in words.items()})


def compare_list(
    sheets: list[ReadSheet], mapping: ColumnMapping, base: Mapping[Key, Any], names: Names, language: Language
) -> Comparison:
    """Compare a bureau's list with the records as they stand; empty cells leave a record as it is."""
    comparison = Comparison(language, names)
    sheet = next((sheet for sheet in sheets if sheet.title == mapping.sheet or not mapping.sheet), None)
    if sheet is None:
        titles = Sentence("、".join(other.title for other in sheets), ", ".join(other.title for other in sheets))
        raise MappingError(
            Sentence(
                f"没有“{mapping.sheet}”这张工作表；现有：{titles.zh}。",
                f"There is no sheet “{mapping.sheet}”; there are: {titles.en}.",
            )
        )
    _ListReader(sheet, mapping, base, comparison).read()
    return comparison


class _ListReader:
    """Reads the rows of a list into a comparison."""

    def __init__(
        self, sheet: ReadSheet, mapping: ColumnMapping, base: Mapping[Key, Any], comparison: Comparison
    ) -> None:
        self.sheet, self.mapping, self.base, self.comparison = sheet, mapping, base, comparison
        head = sheet.row(mapping.heads)
        self.heads = {" ".join(head.text(number).split()): number for number in head.cells}
        self.columns: dict[int, MappedColumn] = {}
        self.places: dict[Keys, int] = {}

    def read(self) -> None:
        """Enter each row as an edit of a record, and tell which columns are not read."""
        mapping, notes = self.mapping, self.comparison.notes
        missing = [head for head in (mapping.id_column, *mapping.columns) if head not in self.heads]
        if missing:
            heads = Sentence("、".join(missing), ", ".join(missing))
            raise MappingError(
                Sentence(
                    f"“{self.sheet.title}”第 {mapping.heads} 行没有这些表头：{heads.zh}。",
                    f"Row {mapping.heads} of “{self.sheet.title}” lacks these heads: {heads.en}.",
                )
            )
        for head, number in self.heads.items():
            mapped = mapping.columns.get(head)
            if mapped:
                self.columns[number] = mapped
                self.places[mapped.column.keys] = number
            elif head not in mapping.columns and head != mapping.id_column:
                place = place_of(self.sheet.title, mapping.heads, number)
                notes.append(
                    Sentence(f"没有读入的列：{place}“{head}”。", f"A column that is not read: {place} “{head}”.")
                )
        for row in self.sheet.rows:
            if row.number > mapping.heads:
                self._read_row(row)

    def _read_row(self, row: SheetRow) -> None:
        kind, id_column = self.mapping.kind, self.heads[self.mapping.id_column]
        place = place_of(self.sheet.title, row.number, id_column)
        id_ = self._id(row, id_column)
        if not is_id(id_):
            sentence = Sentence(
                f"编号只用小写字母、数字和连字符；这一行是“{quoted(id_)}”，没有读入。",
                f"An id has small letters, digits and hyphens; that of this row is “{quoted(id_)}”: it is not read.",
            )
            self._leave_out(place, sentence)
            return
        if (kind, id_) in self.comparison.edits:
            sentence = Sentence(f"编号“{id_}”出现了两次。", f"The id “{id_}” stands here twice.")
            self._leave_out(place, sentence)
            return
        base = self.base.get((kind, id_))
        entry: Any = copy.deepcopy(base) if base is not None else copy.deepcopy(dict(self.mapping.always))
        for column, value in self._values(row):
            if not same(value_at(entry, column.keys), value):
                entry = with_value(entry, column.keys, value, record_order(kind), ())
        layout = layouts(kind, self.comparison.language)[0]
        rows = [RowPlace((), layout, self.sheet.title, row.number, id_column, self.places)]
        self.comparison.edits[kind, id_] = RecordEdit(kind, id_, base, entry, rows)

    def _leave_out(self, place: str, sentence: Sentence) -> None:
        """Report a row that is not read; the others are."""
        self.comparison.problems.append(
            Problem(place, 0, 0, RULE, self.mapping.id_column, sentence, level=Level.WARNING)
        )

    def _id(self, row: SheetRow, column: int) -> str:
        cell = row.cell(column)
        if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
            return f"{self.mapping.id_before}{exact(cell.value)}"
        return f"{self.mapping.id_before}{row.text(column)}" if row.text(column) else ""

    def _values(self, row: SheetRow) -> Iterator[tuple[SheetColumn, Any]]:
        for number, mapped in self.columns.items():
            try:
                value = self._value(row.cell(number), mapped)
            except CellRefusedError as error:
                label = mapped.column.label(self.comparison.language)
                self.comparison.refuse(
                    place_of(self.sheet.title, row.number, number), label, error.sentence, error.hint
                )
                continue
            if value is not None:
                yield mapped.column, value

    def _value(self, cell: TypedCell, mapped: MappedColumn) -> Any:
        word = cell.value.strip() if isinstance(cell.value, str) else None
        if word is not None and word in mapped.words:
            return mapped.words[word]
        is_number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool) and cell.kind == "n"
        if mapped.unit and is_number:
            return f"{exact(cell.value)} {mapped.unit}"
        if mapped.unit and word and word.replace(".", "", 1).isascii() and word.replace(".", "", 1).isdigit():
            return f"{word} {mapped.unit}"
        return mapped.column.cell.value_of(cell, self.comparison.names)
