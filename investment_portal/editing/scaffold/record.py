"""The YAML text of a new record: required keys first, the others commented out with their labels and forms.

A placeholder is empty, or ``""`` where an empty value would pass as left out: reading refuses both, so that the check
names what is still to be filled.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import field

from investment_portal.editing.scaffold.request import LEFT_OUT
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.base import Model, class_of
from investment_portal.models.field_docs import (
    BOTH,
    AllowedValues,
    FieldEntry,
    FieldGroup,
    Leaf,
    Many,
    allowed,
    entries,
    how,
    item_of,
)
from investment_portal.models.kinds import Kind
from investment_portal.models.text import Text
from investment_portal.value import Value

FEW = 12
"""Records that a comment can list before it grows too long."""

DEEPEST = 1
"""Groups within which the records are still listed: deeper down the same list would come again and again."""

ROW = 4
"""Allowed values in a line where they are not set one by one."""

Known = Mapping[str, Mapping[str, Sentence]]
"""Kind -> id -> name of the records that are there."""


def comment(entry: FieldEntry, known: Known, note: Sentence = NOTHING, *, depth: int = 0) -> Iterator[str]:
    """Yield the lines; inside a group the allowed values stand in rows, since the same lists come again and again."""
    yield both(entry.label)
    parts = [part for part in (note, entry.note, *how(entry.syntax)) if part not in (NOTHING, BOTH)]
    yield from (f"  {both(part)}" for part in parts)
    values = _choices(entry) or (_records(entry, known) if depth <= DEEPEST else {})
    words = [_word(value, label) for value, label in values.items()]
    if depth or not any(label.zh for label in values.values()):
        yield from (f"  {' | '.join(words[at : at + ROW])}" for at in range(0, len(words), ROW))
    else:
        yield from (f"  {word}" for word in words)


def both(sentence: Sentence) -> str:
    """Write a sentence in both languages on one line."""
    return f"{sentence.zh} · {sentence.en}" if sentence.zh != sentence.en else sentence.zh


def _word(value: str, label: Sentence) -> str:
    return f"{value}  {both(label)}" if label.zh else value


def _choices(entry: FieldEntry) -> Mapping[str, Sentence]:
    """Return the values of a list; where there is no choice, it stands after the key already."""
    values = allowed(entry.syntax)
    return values if len(values) > 1 else {}


def _records(entry: FieldEntry, known: Known) -> Mapping[str, Sentence]:
    """Return the records that a reference can name, where they are few."""
    item = item_of(entry.syntax.shape)
    records = known.get(item.refers_to or "", {}) if isinstance(item, Leaf) else {}
    return records if len(records) <= FEW else {}


STEP = "  "
OFF = "# "
"""The mark of a commented line; deleting it takes the line into use, as an editor's own key for that does."""


class Draft(Value):
    """The state of a draft: the ids there are, values by key, key paths that must be filled."""

    known: Known
    values: Mapping[str, str] = field(default_factory=dict)
    required: Mapping[str, Sentence] = field(default_factory=dict)

    def live(self, entry: FieldEntry, path: str) -> bool:
        """Return whether a field stands in the record rather than in a comment."""
        return entry.required or path in self.required

    def block(self, entry: FieldEntry, path: str = "", *, used: bool = True) -> list[str]:
        """Return a field: its comment, its key, and what stands below the key.

        ``used`` says whether these lines are in use; what is commented out as a whole needs no comments inside.
        """
        path = path or entry.key
        note = self.required.get(path, NOTHING)
        above = [f"{OFF}{line}" for line in comment(entry, self.known, note, depth=path.count("."))]
        return [*above, *self._key(entry, path, used=used)]

    def _key(self, entry: FieldEntry, path: str, *, used: bool) -> list[str]:
        shape = entry.syntax.shape
        if isinstance(shape, Many):
            inner = self._items(shape, path)
            return [f"{entry.key}:", *(off(inner) if used else inner)]
        if isinstance(shape, FieldGroup):
            return [f"{entry.key}:", *indented(self._group(shape.models[0], path, used=used))]
        return [f"{entry.key}: {self._value(entry, path, used=used)}".rstrip()]

    def _value(self, entry: FieldEntry, path: str, *, used: bool) -> str:
        shape = entry.syntax.shape
        if path in self.values:
            return self.values[path]
        if isinstance(shape, AllowedValues) and len(shape.labels) == 1:
            return next(iter(shape.labels))
        if isinstance(entry.default, bool):
            return str(entry.default).lower()
        if entry.default is not None and isinstance(shape, Leaf | AllowedValues):
            return str(entry.default)
        return '""' if used and entry.syntax.empty else ""

    def _group(self, model: type[Model], path: str, *, used: bool) -> list[str]:
        """Return the fields of a group, those first that it requires."""
        if issubclass(class_of(model), Text):
            return ["zh:", "en:"]
        lines: list[str] = []
        fields = entries(model)
        for entry in sorted(fields, key=lambda entry_: not self.live(entry_, f"{path}.{entry_.key}")):
            inner = f"{path}.{entry.key}"
            if self.live(entry, inner) or not used:
                lines += self.block(entry, inner, used=used)
            else:
                lines += off(self.block(entry, inner, used=False))
        return lines

    def _items(self, shape: Many, path: str) -> list[str]:
        """Return one entry of a list of groups, or one of each form; single values need no sample."""
        if not isinstance(shape.item, FieldGroup):
            return []
        return indented(line for model in shape.item.models for line in dashed(self._group(model, path, used=False)))


def indented(lines: Iterable[str]) -> list[str]:
    """Move lines one step to the right."""
    return [f"{STEP}{line}" for line in lines]


def off(lines: Iterable[str]) -> list[str]:
    """Comment lines out."""
    return [f"{OFF}{line}" for line in lines]


def dashed(lines: list[str]) -> list[str]:
    """Make a group the entry of a list: the dash stands before its first key, below the comment on it."""
    first = next(at for at, line in enumerate(lines) if not line.startswith(OFF))
    return [*lines[:first], f"- {lines[first]}", *indented(lines[first + 1 :])]


HEAD = (
    Sentence("新的{zh}：填写下面空着的各项，再运行检查。", "A new {en}: fill in what is empty, then run the check."),
    Sentence("文件名就是编号，不用再写。", "The file's name is the id; do not write it again."),
    Sentence("文字里有“: ”或“ #”时，整段加引号。", "Quote a text that holds “: ” or “ #”."),
)
REST = Sentence(
    "以下各项可以不填；要用哪一项，删去它每行开头的“# ”。",
    "The rest is optional: to use a field, delete the “# ” that its lines begin with.",
)


class Drafted(Value):
    """The text of a record, and the keys that wait to be filled."""

    text: str
    empty: tuple[str, ...]


def record_file(kind: Kind, draft: Draft) -> Drafted:
    """Draft a file that holds one record."""
    names = {"zh": kind.label.zh, "en": kind.label.en}
    head = [f"{OFF}{sentence.format(**names)}" for sentences in HEAD for sentence in sentences]
    lines, empty = _fields(kind, draft)
    return Drafted("\n".join([*head, "", *lines]) + "\n", empty)


def listed_record(kind: Kind, id_: str, draft: Draft) -> Drafted:
    """Draft a record for the file that lists all of its kind by id."""
    lines, empty = _fields(kind, draft)
    return Drafted("\n".join([f"{id_}:", *(line.rstrip() for line in indented(lines))]) + "\n", empty)


def _fields(kind: Kind, draft: Draft) -> tuple[list[str], tuple[str, ...]]:
    fields = [entry for entry in entries(kind.model) if entry.key not in LEFT_OUT]
    live = [field_entry for field_entry in fields if draft.live(field_entry, field_entry.key)]
    unused = [field_entry for field_entry in fields if field_entry not in live]
    blocks = [draft.block(entry) for entry in live]
    if unused:
        blocks += [
            [f"{OFF}{sentence}" for sentence in REST],
            *(off(draft.block(entry, used=False)) for entry in unused),
        ]
    return "\n\n".join("\n".join(block) for block in blocks).split("\n"), tuple(
        entry.key for entry in live if entry.key not in draft.values
    )
