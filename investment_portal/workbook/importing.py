"""Plan an import: the files as they would be, a line for each change, the problems by cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from investment_portal.content.yaml_values import Path as KeyPath
from investment_portal.domain.public_records import PublicCatalog, moved_records, public_catalog
from investment_portal.editing.differences import changes_between, differences, joined, shown_value
from investment_portal.editing.files import FileChange
from investment_portal.editing.records import RecordPlace, change_records, value_of
from investment_portal.editing.scaffold.request import Refused, require_free
from investment_portal.languages import NOTHING, Language, Sentence
from investment_portal.models.kinds import KINDS
from investment_portal.problems import Level, Problem
from investment_portal.validation.loaded_portal import LoadedPortal, dotted
from investment_portal.validation.record_reader import read_file, tasks
from investment_portal.validation.rule_runner import problems_of
from investment_portal.validation.upcoming import findings_of
from investment_portal.value import Value
from investment_portal.workbook.cell_types import Names
from investment_portal.workbook.comparing import compare
from investment_portal.workbook.edits import Comparison, Key, RecordEdit, record_order
from investment_portal.workbook.exported import RecordValues, names_in, read_records, values_in
from investment_portal.workbook.own_list import compare_list, read_mapping
from investment_portal.workbook.reading import ReadSheet, read_sheets
from investment_portal.workbook.state import ExportedState, unpacked
from investment_portal.workbook.writing import STATE

if TYPE_CHECKING:
    from investment_portal.content.yaml_writer import ValueChange

CONFLICT = "conflict"


class ChangedValue(Value):
    """A line of the table of changes: the cell, the record, the field, the value before and after."""

    cell: str
    record: str
    label: str
    change: str


class ImportPlan(Value):
    """The plan of an import: changes by field, the files with them, problems by cell, notes on what is not read."""

    changes: Sequence[ChangedValue]
    files: Sequence[FileChange]
    problems: Sequence[Problem]
    notes: Sequence[Sentence]
    incomplete: Sequence[RecordEdit] = ()
    """Records of a bureau's list that are held back, since they would be in error."""

    @property
    def is_refused(self) -> bool:
        """Return whether an error keeps all of it from being written; a conflict keeps back its record alone."""
        held_back = {cell for edit in self.incomplete for cell in edit.cells()}
        return any(
            problem.level is Level.ERROR and problem.rule != CONFLICT and problem.file not in held_back
            for problem in self.problems
        )


def plan_import(root: Path, file: Path, language: Language, day: date) -> ImportPlan:
    """Return the plan of an import; raise ``RefusedError`` where the workbook cannot be read or compared."""
    sheets = read_sheets(file)
    state = _state_in(sheets)
    records = read_records(root, tuple(KINDS))
    base = _values_at_export(records, state)
    comparison = compare(sheets, state.kinds, base, _names(records, base), language)
    return plan_edits(root, comparison, records, day)


def plan_list(root: Path, file: Path, columns: Path, language: Language, day: date) -> ImportPlan:
    """Return the plan of a bureau's list; rows that would be in error are left out of it and become drafts."""
    mapping = read_mapping(columns, language)
    records = read_records(root, tuple(KINDS))
    comparison = compare_list(read_sheets(file), mapping, records.values, names_in(records.values), language)
    refused = list(comparison.problems)
    plan = plan_edits(root, comparison, records, day)
    cells = {problem.file for problem in plan.problems if problem.level is Level.ERROR}
    incomplete = [edit for edit in comparison.edits.values() if any(cell in cells for cell in edit.cells())]
    if incomplete:
        for edit in incomplete:
            del comparison.edits[edit.kind, edit.id]
        comparison.problems[:] = refused
        rest = plan_edits(root, comparison, records, day)
        plan = ImportPlan(rest.changes, rest.files, plan.problems, plan.notes, incomplete)
    return plan


def _state_in(sheets: Sequence[ReadSheet]) -> ExportedState:
    pieces = [row.text(1) for sheet in sheets if sheet.title == STATE for row in sheet.rows]
    state = unpacked(pieces)
    return ExportedState(tuple(kind for kind in state.kinds if kind in KINDS), state.texts)


def _values_at_export(records: RecordValues, state: ExportedState) -> Mapping[Key, object]:
    """Return the records as they were exported; files that stayed as they were are not parsed again."""
    same = {
        key: value
        for key, value in records.values.items()
        if state.texts.get(records.places[key].file) == records.texts[records.places[key].file]
    }
    unchanged = {records.places[key].file for key in same}
    others = {name: text for name, text in state.texts.items() if name not in unchanged}
    places = {}
    for kind in map(KINDS.__getitem__, state.kinds):
        for name, text in others.items():
            if not kind.is_file and name.rpartition("/")[0] == kind.place:
                id_ = Path(name).stem
                places[kind.name, id_] = RecordPlace(kind.name, id_, name)
            elif name == kind.place:
                places |= _listed(kind.name, name, text)
    exported = {**values_in(places, others), **{key: value for key, value in same.items() if key[0] in state.kinds}}
    return dict(sorted(exported.items(), key=lambda item: item[0]))


def _listed(kind: str, name: str, text: str) -> dict[Key, RecordPlace]:
    value = value_of(name, text)
    return {(kind, id_): RecordPlace(kind, id_, name) for id_ in value} if isinstance(value, dict) else {}


def _names(records: RecordValues, base: Mapping[Key, object]) -> Names:
    return names_in({**base, **records.values})


def plan_edits(root: Path, comparison: Comparison, records: RecordValues, day: date) -> ImportPlan:
    """Return the plan of the edits of a comparison: joined with what changed meanwhile, and checked."""
    planned = _Planned(root, comparison, records)
    edits = [edit for edit in comparison.edits.values() if edit.is_new or edit.wanted != edit.base]
    for edit in edits:
        planned.add(edit)
    files = change_records(root, planned.changes)
    problems = list(planned.problems_after(files, day)) if files else []
    return ImportPlan(planned.rows, files, [*comparison.problems, *problems], comparison.notes)


class _Planned:
    """The changes of records that were planned so far."""

    def __init__(self, root: Path, comparison: Comparison, records: RecordValues) -> None:
        self.root, self.comparison, self.records = root, comparison, records
        self.language = comparison.language
        self.rows: list[ChangedValue] = []
        self.changes: list[tuple[RecordPlace, list[ValueChange]]] = []
        self._edits: dict[str, list[RecordEdit]] = {}

    def add(self, edit: RecordEdit) -> None:
        """Add the changes of a record, or report why it stays as it is."""
        key, kind = (edit.kind, edit.id), KINDS[edit.kind]
        place = self.records.places.get(key)
        if edit.is_new:
            refusal = self._taken(edit)
            if refusal:
                self.comparison.refuse(edit.rows[0].cell(), edit.id, refusal)
                return
            file = kind.place if kind.is_file else f"{kind.place}/{edit.id}.yaml"
            place = RecordPlace(edit.kind, edit.id, file)
        now = {} if edit.is_new else self.records.values.get(key)
        if place is None or now is None:
            self._conflict(edit, (), GONE)
            return
        value, conflicts = joined(edit.base or {}, edit.wanted or {}, now, record_order(edit.kind))
        if conflicts:
            for path in conflicts:
                self._conflict(edit, path, BOTH_CHANGED)
            return
        changes = list(changes_between(now, value))
        if edit.is_new and not changes:
            return
        if changes:
            self.changes.append((place, changes))
            self._edits.setdefault(place.file, []).append(edit)
            self.rows += self._lines(edit, now, value)

    def _taken(self, edit: RecordEdit) -> Sentence:
        """Return why a new record cannot have its id; nothing where it can."""
        if (edit.kind, edit.id) in self.records.places:
            return SINCE_EXPORT
        portal = LoadedPortal(self.root, records={edit.kind: {}})
        portal.files = {key: place.file for key, place in self.records.places.items()}
        try:
            require_free(edit.id, KINDS[edit.kind], portal)
        except Refused as refused:
            return refused.sentence
        return NOTHING

    def _conflict(self, edit: RecordEdit, path: KeyPath, sentence: Sentence) -> None:
        cell, label = self._place(edit, path)
        self.comparison.problems.append(Problem(cell, 0, 0, CONFLICT, label, sentence, EXPORT_AGAIN, Level.ERROR))

    def _lines(self, edit: RecordEdit, before: object, after: object) -> Iterator[ChangedValue]:
        for path, old, new in differences(before, after):
            cell, label = self._place(edit, path)
            yield ChangedValue(cell, f"{edit.kind}/{edit.id}", label, f"{shown_value(old)} → {shown_value(new)}")

    def _place(self, edit: RecordEdit, path: KeyPath) -> tuple[str, str]:
        """Return the cell and the label of what stands at a key path of a record."""
        position = edit.column_at(path)
        if position is None:
            return f"{edit.kind}/{edit.id}", dotted(path)
        row, column = position
        labels = [label.in_(self.language) for label in row.layout.labels[1:]]
        labels += [str(int(step) + 1) for step in path[len(row.layout.keys) : len(row.path)]]
        labels += [column.label(self.language)] if column else [] if labels else [dotted(path)]
        return row.cell(column), " · ".join(labels)

    def problems_after(self, files: Sequence[FileChange], day: date) -> Iterator[Problem]:
        """Yield the problems that are new with the files, by cell where they stand in the workbook."""
        return map(self._by_cell, new_problems(self.root, files, day))

    def _by_cell(self, problem: Problem) -> Problem:
        path = _path_of(problem.path)
        for edit in self._edits.get(problem.file, ()):
            inner = path
            if KINDS[edit.kind].is_file:
                if path[:1] != (edit.id,):
                    continue
                inner = path[1:]
            cell, label = self._place(edit, inner)
            return Problem(cell, 0, 0, problem.rule, label, problem.sentence, problem.hint, problem.level)
        return problem


STEP = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")


def _path_of(shown: str) -> KeyPath:
    """Return the key path that people read as ``gaps[2].zh``."""
    return tuple(int(number) - 1 if number else key for number, key in STEP.findall(shown))


def _without_place(problem: Problem) -> tuple[object, ...]:
    return problem.file, problem.rule, problem.path, problem.sentence


def new_problems(root: Path, files: Sequence[FileChange], day: date) -> Iterator[Problem]:
    """Yield the problems that the portal would have with other texts of its files, and has not now."""
    after = checked(root, files, day)
    before = {_without_place(problem) for problem in checked(root, (), day)} if after else set()
    yield from (problem for problem in after if _without_place(problem) not in before)


def checked(root: Path, files: Sequence[FileChange], day: date) -> list[Problem]:
    """Return the problems of the records of a portal, with other texts for some of its files."""
    contents = {change.name: (change.after or "").encode("utf-8", "surrogatepass") for change in files}
    portal = LoadedPortal(root, contents=contents)
    portal.records = {kind: {} for kind in KINDS}
    reading = dict.fromkeys(tasks(portal))
    for kind in KINDS.values():
        for name in contents:
            if name == kind.place or (not kind.is_file and name.rpartition("/")[0] == kind.place):
                reading[kind.name, root / name] = None
    for task in reading:
        read_file(portal, task)
    moved = moved_records(portal.catalog.records, portal.catalog.former, day)
    public, mentions = public_catalog(portal.catalog, moved) if moved else PublicCatalog(portal.catalog, {})
    problems = {*problems_of(portal, day, public)}
    return sorted({*problems, *(portal.problem(finding) for finding in findings_of(mentions, moved.upcoming))})


GONE = Sentence(
    "导出之后，这条记录已不在（被删去或改了编号）。", "Since the export this record is gone, or has another id."
)
BOTH_CHANGED = Sentence(
    "导出之后，记录文件里的这一项也改过，与工作簿不同。这条记录没有改动。",
    "Since the export the file of the record changed here too, in another way. The record stays as it is.",
)
SINCE_EXPORT = Sentence(
    "导出之后，已经新增了这个编号的记录。请重新导出，或换一个编号。",
    "Since the export a record with this id was added. Export again, or choose another id.",
)
EXPORT_AGAIN = Sentence("重新导出，再把这一项改过去。", "Export again and change it there.")
