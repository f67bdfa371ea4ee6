"""Texts to translate: where each stands, its source and translation, and whether something is to be done."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from investment_portal.content.yaml_values import Path as KeyPath
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, fields_of
from investment_portal.models.field_docs import FieldGroup, Many, entries
from investment_portal.models.kinds import KINDS
from investment_portal.models.text import CHINESE, mostly_chinese
from investment_portal.validation.glossary import glossary
from investment_portal.validation.loaded_portal import dotted
from investment_portal.value import Value
from investment_portal.workbook.cell_types import NOT_IN_CELLS, normal
from investment_portal.workbook.edits import Key
from investment_portal.workbook.exported import read_records

SOURCE, TARGET = "zh", "en"
PAIR = frozenset({SOURCE, TARGET})
"""The keys of a text: a group without others."""


class TranslationState(Enum):
    """How a translation stands to its source."""

    MISSING = "missing"
    IDENTICAL = "identical"
    STALE = "stale"
    DONE = "done"

    @property
    def label(self) -> Sentence:
        """Return the word for it."""
        return LABELS[self]


LABELS: Mapping[TranslationState, Sentence] = {
    TranslationState.MISSING: Sentence("缺译文", "missing"),
    TranslationState.IDENTICAL: Sentence("仍是中文", "still Chinese"),
    TranslationState.STALE: Sentence("原文改过", "older than its source"),
    TranslationState.DONE: Sentence("已译", "translated"),
}


class TranslationUnit(Value):
    """A text of a record with its translation; nothing where it has none."""

    kind: str
    id: str
    path: KeyPath
    labels: tuple[Sentence, ...]
    source: str
    target: str
    state: TranslationState

    @property
    def key(self) -> str:
        """The name of the text in files for translators: ``project/ID#gaps[1]``."""
        return f"{self.kind}/{self.id}#{dotted(self.path)}"

    @property
    def terms(self) -> list[tuple[str, str]]:
        """The terms of the glossary that stand in the source, with their translations."""
        pairs = zip(glossary("zh"), glossary("en"), strict=True)
        return [(zh.term, en.term) for zh, en in pairs if zh.term in self.source]


def digest(text: str) -> str:
    """Return the name of a text, by which a change of it is noticed."""
    return hashlib.sha256(normal(text).strip().encode("utf-8", "surrogatepass")).hexdigest()[:16]


def units_of(root: Path, kinds: Iterable[str], stale: Collection[tuple[Key, KeyPath]]) -> Iterator[TranslationUnit]:
    """Yield the texts of the records of kinds; ``stale`` are the paths of translations older than their source.

    Raise ``UnreadableFileError`` where a file cannot be read.
    """
    for (kind, id_), record in read_records(root, tuple(kinds)).values.items():
        for path, pair in _pairs(record, ()):
            source, target = pair.get(SOURCE), pair.get(TARGET) or ""
            if not isinstance(source, str) or not isinstance(target, str) or NOT_IN_CELLS.search(source + target):
                continue
            state = _state(source, target, is_stale=((kind, id_), path) in stale)
            yield TranslationUnit(kind, id_, path, tuple(_labels(KINDS[kind].model, path)), source, target, state)


def _pairs(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Yield the texts within a value, those without a translation too, with their key paths."""
    if isinstance(value, dict):
        if SOURCE in value and value.keys() <= PAIR:
            yield path, value
            return
        for key, inner in value.items():
            yield from _pairs(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _pairs(inner, (*path, number))


def _state(source: str, target: str, *, is_stale: bool) -> TranslationState:
    if not target.strip():
        return TranslationState.MISSING
    if CHINESE.search(source) and (normal(source) == normal(target) or mostly_chinese(target)):
        return TranslationState.IDENTICAL
    return TranslationState.STALE if is_stale else TranslationState.DONE


def _labels(model: type[Model], path: KeyPath) -> Iterator[Sentence]:
    """Yield the labels of the fields on a key path, and the numbers of entries."""
    models: list[type[Model]] = [model]
    for step in path:
        if isinstance(step, int):
            yield Sentence(str(step + 1), str(step + 1))
            continue
        labels = [info.label for group in models for info in fields_of(group).values() if info.key == step]
        yield labels[0] if labels else Sentence(step, step)
        shapes = [entry.syntax.shape for group in models for entry in entries(group) if entry.key == step]
        items = [shape.item if isinstance(shape, Many) else shape for shape in shapes]
        models = [group for item in items if isinstance(item, FieldGroup) for group in item.models]
