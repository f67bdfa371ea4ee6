"""Sheets and columns of the workbook, drawn from the models: a new field is a new column without further code."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from investment_portal.languages import NOTHING, Language, Sentence
from investment_portal.models.base import Model, class_of
from investment_portal.models.field_docs import (
    LIST,
    NOT_BLANK,
    OR_LIST,
    AllowedValues,
    FieldEntry,
    FieldGroup,
    Leaf,
    Many,
    Shape,
    allowed,
    entries,
    how,
)
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.models.record import Record
from investment_portal.models.text import Prose, Text
from investment_portal.value import Value
from investment_portal.workbook.cell_types import (
    CellType,
    ChoiceCell,
    ListCell,
    NestedCell,
    ReferenceCell,
    WordCell,
    WordsCell,
    YesNoCell,
)

Keys = tuple[str, ...]
ID = "id"
NUMBER = "#"
NAME = "~"
"""Heads of columns that are no fields: the place in a list, and the name of the record, which is not read."""

WIDE, WIDER, NARROW = 36, 48, 12


class SheetColumn(Value):
    """A column: its keys below the record or entry, the labels of these, its cells, its help."""

    keys: Keys
    labels: tuple[Sentence, ...]
    cell: CellType
    help: tuple[Sentence, ...] = ()
    required: bool = False
    hidden: bool = False

    @property
    def head(self) -> str:
        """The word by which the column is known whatever its place."""
        return ".".join(self.keys)

    def label(self, language: Language) -> str:
        """Return the label, after those of the groups around the field."""
        return " · ".join(label.in_(language) for label in self.labels)


class SheetLayout(Value):
    """A sheet: the records of a kind, or the entries of a list of theirs at ``keys``."""

    kind: str
    keys: Keys
    labels: tuple[Sentence, ...]
    columns: tuple[SheetColumn, ...]
    or_single: bool = False
    """True if a single group may stand instead of the list."""

    @property
    def head(self) -> str:
        """The word by which the sheet is known whatever its name."""
        return "/".join((self.kind, *self.keys))

    def label(self, language: Language) -> str:
        """Return the name of the sheet, before it is cut to what programs allow."""
        return "·".join(label.in_(language) for label in self.labels)


@cache
def layouts(kind_name: str, language: Language) -> tuple[SheetLayout, ...]:
    """Return the sheets of a kind of record: that of the records first, then those of their lists."""
    kind = KINDS[kind_name]
    lists: list[SheetLayout] = []
    fields = _ColumnMaker(kind, language, lists)
    columns = tuple(fields.columns(_ordered(kind.model), (), ()))
    return (SheetLayout(kind.name, (), (kind.label,), columns), *lists)


COMMON = frozenset(entry.key for entry in entries(Record))


def _ordered(model: type[Model]) -> list[FieldEntry]:
    """Return the fields of a kind: those that all records have stand last."""
    fields = [entry for entry in entries(model) if entry.key != ID]
    return sorted(fields, key=lambda entry: entry.key in COMMON)


class _ColumnMaker:
    """Draws the columns of a sheet; the lists of groups become sheets of their own, unless they lie in a list."""

    def __init__(self, kind: Kind, language: Language, lists: list[SheetLayout] | None) -> None:
        self.kind, self.language, self.lists = kind, language, lists

    def columns(self, fields: Iterable[FieldEntry], keys: Keys, labels: tuple[Sentence, ...]) -> Iterator[SheetColumn]:
        """Yield the columns of fields that stand at a key path, below these labels."""
        for entry in fields:
            yield from self._field(entry, (*keys, entry.key), (*labels, entry.label))

    def _field(self, entry: FieldEntry, keys: Keys, labels: tuple[Sentence, ...]) -> Iterator[SheetColumn]:
        syntax, shape = entry.syntax, entry.syntax.shape
        help_ = tuple(_help(entry))
        groups = shape.item if isinstance(shape, Many) else shape
        if isinstance(groups, FieldGroup) and (isinstance(shape, Many) or syntax.or_list):
            if self.lists is None:
                yield SheetColumn(keys, labels, NestedCell(WIDE), help_, entry.required, hidden=True)
            else:
                self._list(groups, keys, labels, or_single=syntax.or_list)
        elif isinstance(groups, FieldGroup):
            yield from self._group(entry, groups, keys, labels)
        else:
            cell = self._cell(groups)
            cell = ListCell(max(cell.width, WIDE // 2), cell) if isinstance(shape, Many) else cell
            cell = WordsCell(cell.width, cell, syntax.words) if syntax.words else cell
            yield SheetColumn(keys, labels, cell, help_, entry.required)

    def _group(
        self, entry: FieldEntry, shape: FieldGroup, keys: Keys, labels: tuple[Sentence, ...]
    ) -> Iterator[SheetColumn]:
        if len(shape.models) > 1:
            yield from _merged(list(self.columns(entries(model), keys, labels)) for model in shape.models)
            return
        (model,) = shape.models
        help_ = tuple(_help(entry))
        for column in self.columns(entries(model), keys, labels):
            if not issubclass(class_of(model), Text):
                yield column
                continue
            cell: CellType = WordCell(WIDER if issubclass(class_of(model), Prose) else WIDE)
            first = column.keys[-1] == "zh"
            if entry.syntax.words and first:
                cell = WordsCell(cell.width, cell, entry.syntax.words)
            yield SheetColumn(column.keys, column.labels, cell, help_, entry.required)

    def _list(self, shape: FieldGroup, keys: Keys, labels: tuple[Sentence, ...], *, or_single: bool) -> None:
        inner = _ColumnMaker(self.kind, self.language, None)
        texts = all(issubclass(class_of(model), Text) for model in shape.models)
        if texts:
            long = issubclass(class_of(shape.models[0]), Prose)
            columns = [
                SheetColumn((entry.key,), (entry.label,), WordCell(WIDER if long else WIDE), required=True)
                for entry in entries(shape.models[0])
            ]
        else:
            columns = list(_merged(list(inner.columns(entries(model), (), ())) for model in shape.models))
        layout = SheetLayout(self.kind.name, keys, (self.kind.label, *labels), tuple(columns), or_single)
        if self.lists is not None:
            self.lists.append(layout)

    def _cell(self, shape: Shape) -> CellType:
        if isinstance(shape, AllowedValues):
            longest = max((len(label.zh) * 2 for label in shape.labels.values()), default=0)
            return ChoiceCell(min(max(longest + 2, NARROW), WIDE), shape.labels, self.language)
        if not isinstance(shape, Leaf):
            return NestedCell(WIDE)
        if shape.refers_to:
            return ReferenceCell(WIDE // 2 + 6, shape.refers_to, self.language)
        return _word(shape, self.language)


def _word(leaf: Leaf, language: Language) -> CellType:
    """Return the cell of a single value that is written in a form of its own."""
    schema = leaf.schema
    if "anyOf" in schema:
        patterns = [option["pattern"] for option in schema["anyOf"] if "pattern" in option]
        listed = any(option.get("type") == "array" for option in schema["anyOf"])
        return WordCell(16, "|".join(f"(?:{pattern})" for pattern in patterns) or NOT_BLANK, listed=listed)
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if types == ["boolean"]:
        return YesNoCell(8, language)
    pattern = schema.get("pattern", NOT_BLANK if "string" in types else "^$")
    return WordCell(NARROW if schema.get("format") == "date" else 16, pattern, tuple(types))


def _merged(alternatives: Iterable[Sequence[SheetColumn]]) -> Iterator[SheetColumn]:
    """Yield the columns of several groups, of which each entry is one: what they share stands once."""
    columns: dict[Keys, SheetColumn] = {}
    for alternative in alternatives:
        for column in alternative:
            before = columns.get(column.keys)
            columns[column.keys] = column if before is None else _joined(before, column)
    yield from columns.values()


def _joined(column: SheetColumn, other: SheetColumn) -> SheetColumn:
    """Return a column for a key that two groups have: words of both where it chooses from a list."""
    cell = column.cell
    if isinstance(cell, ChoiceCell) and isinstance(other.cell, ChoiceCell):
        cell = ChoiceCell(cell.width, {**cell.labels, **other.cell.labels}, cell.language)
    required = column.required and other.required
    return SheetColumn(column.keys, column.labels, cell, column.help, required, column.hidden)


SEPARATED = Sentence("多项之间用分号隔开。", "Semicolons between several.")
NESTED = Sentence("嵌套内容，按 YAML 写在方括号里；不熟悉的请在表单里修改。", "Nested: YAML in brackets.")
REQUIRED = Sentence("必填", "required")
SHOWN_CHOICES = 30


def _help(entry: FieldEntry) -> Iterator[Sentence]:
    """Yield what a note on the head says: whether the field must be filled, its note, how it is written."""
    if entry.required:
        yield REQUIRED
    yield from filter(None, (entry.note, *(part for part in how(entry.syntax) if part not in (LIST, OR_LIST))))
    if isinstance(entry.syntax.shape, Many):
        yield NESTED if isinstance(entry.syntax.shape.item, FieldGroup) else SEPARATED
    labels = [label or Sentence(value, value) for value, label in allowed(entry.syntax).items()]
    if labels:
        more = "…" if len(labels) > SHOWN_CHOICES else ""
        zh, en = (
            "、".join(label.zh for label in labels[:SHOWN_CHOICES]),
            "; ".join(label.en for label in labels[:SHOWN_CHOICES]),
        )
        yield Sentence(zh + more, en + more)


def value_at(value: Any, keys: Iterable[str]) -> Any:
    """Return what stands at keys; nothing where the way ends before."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def items_of(layout: SheetLayout, record: Any) -> list[Any]:
    """Return the entries of a list of a record: a single group is the one entry."""
    value = value_at(record, layout.keys)
    return value if isinstance(value, list) else [value] if isinstance(value, dict) and value else []


def shown_value(column: SheetColumn, entry: Any) -> Any:
    """Return the value of a record or entry that a column shows: a word instead of a text stands in the Chinese."""
    value = value_at(entry, column.keys)
    if value is None and isinstance(column.cell, WordsCell):
        group = value_at(entry, column.keys[:-1])
        return group if isinstance(group, str) and group in column.cell.words else None
    return value


__all__ = ["NOTHING", "SheetColumn", "SheetLayout", "items_of", "layouts", "shown_value", "value_at"]
