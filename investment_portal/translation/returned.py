"""Translations that come back: compared with the records as they stand now, and planned as changes of these."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from investment_portal.content.yaml_writer import ValueChange
from investment_portal.editing.differences import shown_value
from investment_portal.editing.records import change_records
from investment_portal.languages import NOTHING, Language, Sentence
from investment_portal.models.kinds import KINDS
from investment_portal.problems import Problem
from investment_portal.translation.units import SOURCE, TARGET, TranslationUnit, digest, units_of
from investment_portal.validation.loaded_portal import dotted
from investment_portal.value import Value
from investment_portal.workbook.cell_types import NO_NAMES, CellRefusedError, TypedCell, WordCell
from investment_portal.workbook.edits import RULE
from investment_portal.workbook.exported import read_records
from investment_portal.workbook.importing import CONFLICT, ChangedValue, ImportPlan, new_problems


class ReturnedText(Value):
    """A translation as it comes back: its place in the file, the key of its text, and the digests of the export."""

    place: str
    key: str
    target: str
    source_digest: str
    exported_digest: str
    refused: Sentence = NOTHING


def returned_text(place: str, key: str, target: TypedCell, source_digest: str, exported_digest: str) -> ReturnedText:
    """Return a translation from a cell; one that cannot be read carries the reason."""
    try:
        text, refused = WordCell().value_of(target, NO_NAMES) or "", NOTHING
    except CellRefusedError as error:
        text, refused = "", error.sentence
    return ReturnedText(place, key, str(text), source_digest, exported_digest, refused)


def plan_translations(root: Path, texts: Iterable[ReturnedText], language: Language, day: date) -> ImportPlan:
    """Return the plan of an import of translations; what changed in the records since is a conflict."""
    units = {unit.key: unit for unit in units_of(root, KINDS, ())}
    places = read_records(root, tuple(KINDS)).places
    lines: list[ChangedValue] = []
    problems: list[Problem] = []
    changes: dict[tuple[str, str], list[ValueChange]] = {}
    cells: dict[tuple[str, str], tuple[str, str]] = {}
    for text in texts:
        unit = units.get(text.key)
        label = " · ".join(part.in_(language) for part in unit.labels) if unit else text.key
        refusal = _refusal(text, unit)
        if refusal:
            problems.append(Problem(text.place, 0, 0, refusal[0], label, refusal[1], refusal[2]))
            continue
        if unit is None or not _is_changed(text, unit):
            continue
        new = text.target + ("\n" if unit.target.endswith("\n") or _is_block(unit, text.target) else "")
        key = (unit.kind, unit.id)
        changes.setdefault(key, []).append(ValueChange((*unit.path, TARGET), new))
        lines.append(
            ChangedValue(text.place, f"{unit.kind}/{unit.id}", label, f"{_shown(unit.target)} → {shown_value(new)}")
        )
        place = places[key]
        cells[place.file, dotted((*place.path, *unit.path))] = (text.place, label)
    files = change_records(root, [(places[key], record_changes) for key, record_changes in changes.items()])
    problems += [_by_cell(problem, cells) for problem in new_problems(root, files, day)] if files else []
    return ImportPlan(lines, files, problems, [])


def _refusal(text: ReturnedText, unit: TranslationUnit | None) -> tuple[str, Sentence, Sentence] | None:
    """Return rule, sentence and hint of a translation that cannot be taken; None where it can, or is none."""
    if text.refused:
        return RULE, text.refused, NOTHING
    if not text.target or digest(text.target) == text.exported_digest:
        return None
    if unit is None:
        return CONFLICT, GONE, AGAIN
    if digest(unit.source) != text.source_digest:
        return CONFLICT, SOURCE_CHANGED, AGAIN
    if digest(unit.target) not in {text.exported_digest, digest(text.target)}:
        return CONFLICT, TARGET_CHANGED, AGAIN
    return None


def _is_changed(text: ReturnedText, unit: TranslationUnit) -> bool:
    returned = digest(text.target)
    return bool(text.target) and returned not in {text.exported_digest, digest(unit.target)}


def _is_block(unit: TranslationUnit, target: str) -> bool:
    """Return whether a text of several lines is new, as its source is written."""
    return not unit.target and "\n" in target and unit.source.endswith("\n")


def _shown(text: str) -> str:
    return shown_value(text or None)


def _by_cell(problem: Problem, cells: Mapping[tuple[str, str], tuple[str, str]]) -> Problem:
    for path in (problem.path, problem.path.removesuffix(f".{TARGET}"), problem.path.removesuffix(f".{SOURCE}")):
        if (problem.file, path) in cells:
            place, label = cells[problem.file, path]
            return Problem(place, 0, 0, problem.rule, label, problem.sentence, problem.hint, problem.level)
    return problem


GONE = Sentence("导出之后，这段文字已不在记录里。", "Since the export this text is gone from its record.")
SOURCE_CHANGED = Sentence(
    "导出之后，中文原文改过，译文没有写入。", "Since the export the source changed: the translation is not taken."
)
TARGET_CHANGED = Sentence(
    "导出之后，记录里的译文也改过，没有覆盖。", "Since the export the translation in the record changed too: it stays."
)
AGAIN = Sentence("重新导出这一段再译。", "Export this text again.")
