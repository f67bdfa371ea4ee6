"""The content of the workbook as plain values: sheets of rows, the lists of their cells, the state."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from investment_portal.editing.files import text_of
from investment_portal.editing.records import RecordPlace, record_places, value_of
from investment_portal.languages import Language
from investment_portal.value import Value
from investment_portal.workbook.cell_types import Names, Shown, shown_text
from investment_portal.workbook.layout import SheetLayout, items_of, layouts, shown_value
from investment_portal.workbook.state import ExportedState


class ExportedSheet(Value):
    """A sheet with its rows: the id, of entries also the record's name and their place, then the columns."""

    layout: SheetLayout
    rows: Sequence[Sequence[Shown]]


class RecordValues(Value):
    """Records as their files hold them: place and value by kind and id, and the texts of the files."""

    places: Mapping[tuple[str, str], RecordPlace]
    values: Mapping[tuple[str, str], Any]
    texts: Mapping[str, str]

    def of_kinds(self, kinds: Sequence[str]) -> "RecordValues":
        """Return the records of some kinds."""
        places = {key: place for key, place in self.places.items() if key[0] in kinds}
        values = {key: value for key, value in self.values.items() if key[0] in kinds}
        files = {place.file for place in places.values()}
        return RecordValues(places, values, {name: text for name, text in self.texts.items() if name in files})


def read_records(root: Path, kinds: Sequence[str]) -> RecordValues:
    """Return the records of these kinds as they stand; raise ``UnreadableFileError`` where a file cannot be read."""
    places = {key: place for key, place in record_places(root, kinds).items() if (root / place.file).is_file()}
    texts = {name: text_of(root, name) for name in dict.fromkeys(place.file for place in places.values())}
    return RecordValues(places, values_in(places, texts), texts)


def values_in(places: Mapping[tuple[str, str], RecordPlace], texts: Mapping[str, str]) -> dict[tuple[str, str], Any]:
    """Return the values of records in the texts of their files; those that stand in none, or are none, are left out."""
    contents = {name: value_of(name, text) for name, text in texts.items()}
    values = {}
    for key, place in places.items():
        value = contents.get(place.file)
        for step in place.path:
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, dict):
            values[key] = value
    return values


def names_in(values: Mapping[tuple[str, str], Any]) -> Names:
    """Return the names of records by kind and id, and those of the nodes of chains."""
    names: dict[str, dict[str, tuple[str, ...]]] = {"node": {}}
    for (kind, id_), value in values.items():
        names.setdefault(kind, {})[id_] = _labels(value) or (id_, id_)
        nodes = value.get("nodes") if kind == "chain" and isinstance(value, dict) else None
        for node in nodes if isinstance(nodes, list) else ():
            if isinstance(node, dict) and isinstance(node.get("id"), str):
                names["node"][f"{id_}/{node['id']}"] = _labels(node) or (node["id"], node["id"])
    return Names(names)


def _labels(value: Any) -> tuple[str, ...]:
    """Return the name or title of a record in both languages; nothing where it has none."""
    name = (value.get("name") or value.get("title")) if isinstance(value, dict) else None
    if not isinstance(name, dict):
        return ()
    labels = [name.get("zh"), name.get("en")]
    return tuple(" ".join(label.split()) for label in labels if isinstance(label, str)) if all(labels) else ()


def sheets_of(records: RecordValues, kinds: Sequence[str], names: Names, language: Language) -> Iterator[ExportedSheet]:
    """Yield the sheets of kinds of record, those of lists behind that of their kind."""
    for kind in kinds:
        of_kind = [(id_, value) for (name, id_), value in records.values.items() if name == kind]
        for layout in layouts(kind, language):
            rows = [row for id_, value in of_kind for row in rows_of(layout, id_, value, names, language)]
            yield ExportedSheet(layout, rows)


def rows_of(layout: SheetLayout, id_: str, value: Any, names: Names, language: Language) -> Iterator[list[Shown]]:
    """Yield the rows of a record in a sheet."""
    if not layout.keys:
        yield [id_, *cells_of(layout, value, names)]
        return
    label = names.by_kind.get(layout.kind, {}).get(id_, (id_, id_))[language == "en"]
    for number, item in enumerate(items_of(layout, value), 1):
        yield [id_, shown_text(label), number, *cells_of(layout, item, names)]


def cells_of(layout: SheetLayout, entry: Any, names: Names) -> list[Shown]:
    """Return the cells of a record or an entry."""
    return [column.cell.shown(shown_value(column, entry), names) for column in layout.columns]


def exported_state(records: RecordValues, kinds: Sequence[str]) -> ExportedState:
    """Return the state of an export."""
    return ExportedState(tuple(kinds), records.texts)
