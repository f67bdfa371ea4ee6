"""The records of a portal as the form needs them: always as they stand on disk, read anew only where a file changed."""

import hashlib
import os
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from investment_portal.editing.files import text_of
from investment_portal.editing.records import RecordPlace, value_of
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES
from investment_portal.models.base import Model
from investment_portal.models.careful import MistakesError
from investment_portal.models.catalog import Catalog
from investment_portal.models.convert import convert
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.models.quantities import QuantityRange
from investment_portal.models.quantities.quantity import Quantity
from investment_portal.models.reference import each
from investment_portal.problems import Finding, Level, Problem
from investment_portal.validation.loaded_portal import LoadedPortal, ReadablePart
from investment_portal.validation.mistake_findings import findings_in
from investment_portal.validation.record_reader import PLACEHOLDER, read_file, read_portal, tasks
from investment_portal.validation.rule_runner import dated_record_findings, findings_of_part, record_findings

READABLE = (Quantity, QuantityRange)
"""Quantities that the form reads back in words."""


class RecordRow(NamedTuple):
    """A record in the list of its kind."""

    id: str
    name: tuple[str, str]
    verified_on: str
    overdue: bool
    unknown: int
    errors: int
    warnings: int
    withdrawn: bool


class Workspace:
    """The records of one portal."""

    def __init__(self, root: Path) -> None:
        """Read nothing yet."""
        self.root = root
        self.lock = threading.RLock()
        self._portal: LoadedPortal | None = None
        self._stamps: dict[str, tuple[int, int]] = {}

    def portal(self) -> LoadedPortal:
        """Return the portal with all records as they stand on disk now."""
        with self.lock:
            stamps = self._stamps_now()
            if self._portal is None:
                self._portal = read_portal(self.root)
            elif stamps != self._stamps:
                self._portal = self._renewed(self._portal, stamps)
            self._stamps = stamps
            return self._portal

    def _stamps_now(self) -> dict[str, tuple[int, int]]:
        stamps = {}
        for _, path in tasks(LoadedPortal(self.root)):
            try:
                state = os.stat(path)  # noqa: PTH116 - a thousand of them
            except OSError:
                continue
            stamps[str(path)] = (state.st_mtime_ns, state.st_size)
        return stamps

    def _renewed(self, before: LoadedPortal, stamps: Mapping[str, tuple[int, int]]) -> LoadedPortal:
        """Return the portal with the files read anew that changed, and without those that are gone."""
        changed = {path for path in {*stamps, *self._stamps} if stamps.get(path) != self._stamps.get(path)}
        names = {Path(path).relative_to(self.root).as_posix() for path in changed}
        portal = LoadedPortal(self.root, before.site, unread=set(before.unread), gone=before.gone)
        portal.files = {key: name for key, name in before.files.items() if name not in names}
        portal.records = {
            kind: {id_: record for id_, record in before.records[kind].items() if (kind, id_) in portal.files}
            for kind in KINDS
        }
        for kind, path in tasks(portal):
            if str(path) in changed:
                portal.unread.discard(kind)
                read_file(portal, (kind, path))
        for kind, records in portal.records.items():
            if not KINDS[kind].is_file and list(records) != sorted(records):
                portal.records[kind] = dict(sorted(records.items()))
        return portal

    def place(self, kind: Kind, id_: str) -> RecordPlace | None:
        """Return where a record stands; None where there is none."""
        file = self.portal().files.get((kind.name, id_))
        return RecordPlace(kind.name, id_, file) if file else None

    def text(self, file: str) -> str:
        """Return the text of a file; an empty one where there is none."""
        return text_of(self.root, file) if (self.root / file).is_file() else ""

    def value(self, place: RecordPlace) -> dict[str, Any]:
        """Return what the file of a record says of it."""
        value = value_of(place.file, self.text(place.file)) or {}
        for step in place.path:
            value = value.get(step) or {} if isinstance(value, dict) else {}
        return value if isinstance(value, dict) else {}

    def findings(self, kind: Kind, id_: str, value: Mapping[str, Any], day: date) -> tuple[list[Finding], Model | None]:
        """Return what ``check`` would say of a record with a value, besides rules on all records, and the record."""
        values = {**value, "id": id_ or PLACEHOLDER}
        try:
            record = convert(kind.model, values)
        except MistakesError as error:
            part = ReadablePart(error.readable, frozenset(mistake.path for mistake in error.mistakes))
            findings = findings_in(error.mistakes, kind.name, id_, kind.model, values)
            return [*findings, *findings_of_part(kind.name, id_, part, self.portal().catalog)], None
        catalog = self._catalog_with(kind, id_, record)
        findings = [
            *record_findings(kind.name, id_, record, catalog),
            *dated_record_findings(kind.name, id_, record, catalog, day),
        ]
        return findings, record

    def _catalog_with(self, kind: Kind, id_: str, record: Model) -> Catalog:
        catalog = self.portal().catalog
        records = {**catalog.records, kind.name: {**catalog.records[kind.name], id_: record}}
        ids = {**catalog.ids, kind.name: catalog.ids[kind.name] | {id_}}
        return Catalog(catalog.site, records, ids, catalog.unread, catalog.gone, catalog.upcoming)

    def rows(self, kind: Kind, day: date, problems: tuple[Problem, ...]) -> list[RecordRow]:
        """Return the records of a kind for their list; ``problems`` are those of the last build."""
        portal = self.portal()
        usual = portal.catalog.site.review_every
        counts = _counts(problems, kind)
        rows = []
        for (name, id_), file in sorted(portal.files.items()):
            if name != kind.name:
                continue
            record = portal.records[name].get(id_)
            errors, warnings = counts.get(id_ if kind.is_file else file, (0, 0))
            verified = getattr(record, "verified_on", None)
            withdrawn = getattr(record, "withdrawn", None)
            overdue = verified is not None and withdrawn is None and record.due_on(usual) < day
            rows.append(
                RecordRow(
                    id_,
                    names_of(record) if record is not None else (id_, id_),
                    verified.isoformat() if verified else "",
                    overdue,
                    _unknown(self.root / file) if not kind.is_file else 0,
                    errors + (record is None and not errors),
                    warnings,
                    withdrawn is not None,
                )
            )
        return rows

    def names(self) -> dict[str, list[tuple[str, str, str]]]:
        """Return the records of all kinds by id with their names in both languages, and the nodes of chains."""
        portal = self.portal()
        names = {
            kind: [(id_, *names_of(record)) for id_, record in records.items()]
            for kind, records in portal.records.items()
        }
        chains = portal.records["chain"].values()
        names["node"] = [
            (chain.reference(node), f"{chain.name.zh} · {node.name.zh}", f"{chain.name.en} · {node.name.en}")
            for chain in chains
            for node in chain.nodes
        ]
        return names


def names_of(record: Any) -> tuple[str, str]:
    """Return the name or title of a record in both languages."""
    name = getattr(record, "name", None) or getattr(record, "title", None)
    return (name.zh, name.en) if name else (str(record.id), str(record.id))


def readings(record: Model | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the quantities of a record with their key paths, read out in both languages."""
    if record is None:
        return
    for sort in READABLE:
        for path, value in each(sort, record):
            texts = dict.fromkeys(show(value, language) for language in LANGUAGES)
            yield path, " · ".join(texts)


def base_of(text: str) -> str:
    """Return the name of a version of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _counts(problems: tuple[Problem, ...], kind: Kind) -> dict[str, tuple[int, int]]:
    """Return errors and warnings by file; of a list by the id that the key path begins with."""
    counts: dict[str, tuple[int, int]] = {}
    for problem in problems:
        if kind.is_file and problem.file != kind.place:
            continue
        key = problem.path.partition(".")[0] if kind.is_file else problem.file
        errors, warnings = counts.get(key, (0, 0))
        is_error = problem.level is Level.ERROR
        counts[key] = (errors + is_error, warnings + (not is_error))
    return counts


_unknown_counts: dict[str, tuple[int, int]] = {}


def _unknown(path: Path) -> int:
    """Return how many values of a file are ``unknown``."""
    try:
        stamp = path.stat().st_mtime_ns
        if _unknown_counts.get(str(path), (0, 0))[0] != stamp:
            _unknown_counts[str(path)] = (stamp, path.read_bytes().count(b": unknown\n"))
    except OSError:
        return 0
    return _unknown_counts[str(path)][1]
