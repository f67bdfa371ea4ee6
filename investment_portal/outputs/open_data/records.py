"""The records as data: a file for each, and a list, a table and a workbook for each kind."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from investment_portal.languages import LANGUAGES
from investment_portal.outputs.open_data.workbook import WorkbookSheet, workbook
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.pages.data.published_records import (
    FOLDER,
    PUBLISHED_KINDS,
    column_labels,
    columns_of,
    file_name,
    json,
    list_entry,
    record_file,
    record_path,
    rows,
)

BOM = "\ufeff"
"""Tells spreadsheet programs that a table is in UTF-8."""

LABELS = ("column", "type", *(f"label_{language}" for language in LANGUAGES))
"""Head of the sheet that says what the columns of a workbook are."""

RUNS = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
"""The beginning of a text that a spreadsheet would run as a formula; ``scripts/shortlist/csv.js`` has the same."""


def unrunnable(row: Sequence[Any]) -> list[Any]:
    """Return a row whose texts no spreadsheet runs: an apostrophe makes them texts; numbers stay as they are."""
    return [f"'{cell}" if isinstance(cell, str) and RUNS.match(cell) else cell for cell in row]


def _records(build: BuildContext, kind: str) -> Iterable[Any]:
    """Return the records of a kind, projects by their summaries."""
    shown = build.data.index.projects if kind == "project" else build.catalog.records[kind]
    return shown.values()


def record_parts(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield kind and id of each record."""
    for kind in PUBLISHED_KINDS.values():
        yield from ((kind, record.id) for record in _records(build, kind))


def record_files(build: BuildContext, kind: str, id_: str) -> Iterator[tuple[str, bytes]]:
    """Yield the file of a record, at its former ids as well."""
    record = build.data.project(id_) if kind == "project" else build.catalog.records[kind][id_]
    content = record_file(build.catalog.site, kind, record)
    for address in (id_, *getattr(record, "formerly", ())):
        yield record_path(kind, address), content


def _record_digest(build: BuildContext, kind: str, id_: str) -> tuple[str, str]:
    digests = build.data.digests
    return digests.site, digests.projects[id_] if kind == "project" else digests.records[kind, id_]


def kind_parts(_: BuildContext) -> Iterator[tuple[str]]:
    """Yield the kinds."""
    yield from ((kind,) for kind in PUBLISHED_KINDS.values())


def kind_files(build: BuildContext, kind: str) -> Iterator[tuple[str, bytes]]:
    """Yield the list of a kind, its table, and the table as a workbook."""
    site, name = build.catalog.site, file_name(kind)
    entries = [list_entry(site, kind, record) for record in _records(build, kind)]
    yield f"{FOLDER}{name}.json", json({"kind": kind, "count": len(entries), "records": entries})
    head, *cells = rows(kind, entries)
    table = StringIO(newline="")
    csv.writer(table).writerows(map(unrunnable, [head, *cells]))
    yield f"{FOLDER}{name}.csv", (BOM + table.getvalue()).encode()
    columns = [(column.name, column.type) for column in columns_of(kind)]
    labels = WorkbookSheet("columns", [(label, "string") for label in LABELS], column_labels(kind))
    yield f"{FOLDER}{name}.xlsx", workbook([WorkbookSheet(name, columns, cells), labels])


def _kind_digests(build: BuildContext, kind: str) -> tuple[str, list[str]]:
    digests = build.data.digests
    if kind == "project":
        return digests.site, list(digests.summaries.values())
    return digests.site, [digests.records[kind, record.id] for record in _records(build, kind)]


RECORDS = Output(record_files, _record_digest, record_parts, of_data=True)
LISTS = Output(kind_files, _kind_digests, kind_parts, of_data=True)
