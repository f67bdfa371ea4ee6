"""Where the records of a portal stand, how people name them, and changes of their values."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from investment_portal.content.text import Unreadable
from investment_portal.content.yaml_loader import load_text
from investment_portal.content.yaml_values import Path as KeyPath
from investment_portal.content.yaml_writer import BOM, KeyOrder, ValueChange, write_changes
from investment_portal.editing.files import FileChange, text_of, unreadable_file
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, class_of, fields_of
from investment_portal.models.field_docs import FieldGroup, Many, entries
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.problems import did_you_mean, quoted
from investment_portal.refusals import RefusedError
from investment_portal.validation.record_files import is_id, record_files
from investment_portal.value import Value


class RecordError(RefusedError):
    """A record that is named wrongly, or that a change does not suit."""


class RecordPlace(Value):
    """Where a record stands: its kind, its id, its file, and the key path in it."""

    kind: str
    id: str
    file: str

    @property
    def path(self) -> KeyPath:
        """The key path of the record in its file: empty where the file holds it alone."""
        return (self.id,) if KINDS[self.kind].is_file else ()

    @property
    def name(self) -> str:
        """The record as a command names it: ``project/ID``."""
        return f"{self.kind}/{self.id}"


def record_places(root: Path, kinds: Iterable[str] = tuple(KINDS)) -> dict[tuple[str, str], RecordPlace]:
    """Return where the records of these kinds stand, by kind and id, those too that cannot be read."""
    places: dict[tuple[str, str], RecordPlace] = {}
    for kind in map(KINDS.__getitem__, kinds):
        for path in record_files(root, kind):
            name = path.relative_to(root).as_posix()
            if not kind.is_file:
                ids = [path.stem] if path.suffix == ".yaml" and is_id(path.stem) and path.is_file() else []
            else:
                values = value_of(name, text_of(root, name)) if path.is_file() else None
                ids = list(values) if isinstance(values, dict) else []
            places |= {(kind.name, id_): RecordPlace(kind.name, id_, name) for id_ in ids}
    return places


def value_of(name: str, text: str) -> Any:
    """Return what the text of a file holds; raise ``UnreadableFileError`` where it cannot be read."""
    try:
        return load_text(text.removeprefix(BOM)).value
    except Unreadable as error:
        raise unreadable_file(name, error) from error


def records_named(root: Path, words: Sequence[str], kinds: Sequence[str]) -> list[RecordPlace]:
    """Return the records that words name, each once: an id, ``KIND/ID``, a file, or a kind for all of it.

    Only these kinds are looked at. Raise ``RecordError`` where a word names none, or several.
    """
    places = record_places(root, kinds)
    named: dict[str, RecordPlace] = {}
    for word in words:
        matching = _matching(word, places, kinds)
        named |= {place.name: place for place in matching}
    return list(named.values())


def record_named(root: Path, word: str, kinds: Sequence[str]) -> RecordPlace:
    """Return the one record that a word names."""
    matching = records_named(root, [word], kinds)
    if len(matching) != 1:
        raise RecordError(Sentence(f"“{word}”不是一条记录。", f"“{word}” is not a single record."))
    return matching[0]


def _matching(word: str, places: Mapping[tuple[str, str], RecordPlace], kinds: Sequence[str]) -> list[RecordPlace]:
    of_kind = next((name for name in kinds if word in {name, KINDS[name].place, KINDS[name].label.zh}), None)
    if of_kind:
        return [place for (kind, _), place in places.items() if kind == of_kind]
    kind, slash, id_ = word.removesuffix(".yaml").rpartition("/")
    if slash:
        matching = [
            place for place in places.values() if place.id == id_ and kind in {place.kind, KINDS[place.kind].place}
        ]
    else:
        matching = [place for place in places.values() if place.id == id_]
    if len(matching) == 1:
        return matching
    shown = quoted(word)
    if matching:
        names = ", ".join(place.name for place in matching)
        raise RecordError(
            Sentence(
                f"有几条记录叫“{shown}”，请写明种类：{names}。",
                f"Several records are called “{shown}”: name one of {names}.",
            )
        )
    hint = did_you_mean(id_, sorted({place.id for place in places.values()}))
    raise RecordError(
        Sentence(f"没有“{shown}”这条记录。{hint.zh}", f"There is no record “{shown}”. {hint.en}".rstrip())
    )


def kinds_with(field: str) -> list[str]:
    """Return the kinds whose records have a field."""
    return [kind.name for kind in KINDS.values() if any(info.key == field for info in fields_of(kind.model).values())]


def key_order(kind: Kind) -> KeyOrder:
    """Return the order of keys in the files of a kind: what says which group it is, then the model's fields."""

    def order(path: KeyPath) -> Sequence[str]:
        models: Sequence[type[Model]] = [kind.model]
        for step in path[kind.is_file :]:
            if isinstance(step, int):
                continue
            shapes = [entry.syntax.shape for model in models for entry in entries(model) if entry.key == step]
            items = [shape.item if isinstance(shape, Many) else shape for shape in shapes]
            models = [model for item in items if isinstance(item, FieldGroup) for model in item.models]
        tags = [tag for model in models if (tag := class_of(model).__struct_config__.tag_field)]
        return list(dict.fromkeys([*tags, *(entry.key for model in models for entry in entries(model))]))

    return order


def change_record(text: str, place: RecordPlace, changes: Iterable[ValueChange]) -> str:
    """Return the text of a record's file with changes; their paths count from the record."""
    within = [ValueChange((*place.path, *change.path), change.value) for change in changes]
    try:
        return write_changes(text, within, key_order(KINDS[place.kind]))
    except Unreadable as error:
        raise unreadable_file(place.file, error) from error


def change_records(root: Path, changes: Iterable[tuple[RecordPlace, Sequence[ValueChange]]]) -> list[FileChange]:
    """Return the files with changes of their records, new ones too; those that stay as they are, are left out."""
    texts: dict[str, tuple[str | None, str]] = {}
    for place, record_changes in changes:
        if place.file not in texts:
            text = text_of(root, place.file) if (root / place.file).is_file() else None
            texts[place.file] = (text, text or "")
        before, after = texts[place.file]
        texts[place.file] = (before, change_record(after, place, record_changes))
    return [FileChange(name, before, after) for name, (before, after) in texts.items() if before != after]
