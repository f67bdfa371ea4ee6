"""The YAML lines of a new record: what must be filled stands empty, the rest is commented out.

A placeholder is empty, or ``""`` where an empty value would pass as left out: reading refuses both, so that the check
names what is still to be filled.
"""

from collections.abc import Iterable, Mapping

from msgspec import field

from catalog.explain.entries import entries
from catalog.explain.shape import Choices, Entry, Group, Leaf, Many
from catalog.languages import NOTHING, Sentence
from catalog.model.base import Model, class_of
from catalog.model.text import Text
from catalog.scaffold.comments import Known, comment
from catalog.value import Value

STEP = "  "
OFF = "# "
"""What makes a line a comment; deleting it takes the line into use, as an editor's own key for that does."""


class Draft(Value):
    """What is known while a record is drafted: the ids there are, values by key, key paths that must be filled."""

    known: Known
    given: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, Sentence] = field(default_factory=dict)

    def live(self, entry: Entry, path: str) -> bool:
        """Say whether a field stands in the record rather than in a comment."""
        return entry.required or path in self.asked

    def block(self, entry: Entry, path: str = "", *, used: bool = True) -> list[str]:
        """Give a field: its comment, its key, and what stands below the key.

        ``used`` says whether these lines are in use; what is commented out as a whole needs no comments inside.
        """
        path = path or entry.key
        note = self.asked.get(path, NOTHING)
        above = [f"{OFF}{line}" for line in comment(entry, self.known, note, depth=path.count("."))]
        return [*above, *self._key(entry, path, used=used)]

    def _key(self, entry: Entry, path: str, *, used: bool) -> list[str]:
        shape = entry.written.shape
        if isinstance(shape, Many):
            inner = self._items(shape, path)
            return [f"{entry.key}:", *(off(inner) if used else inner)]
        if isinstance(shape, Group):
            return [f"{entry.key}:", *indented(self._group(shape.models[0], path, used=used))]
        return [f"{entry.key}: {self._value(entry, path, used=used)}".rstrip()]

    def _value(self, entry: Entry, path: str, *, used: bool) -> str:
        shape = entry.written.shape
        if path in self.given:
            return self.given[path]
        if isinstance(shape, Choices) and len(shape.labels) == 1:
            return next(iter(shape.labels))
        if isinstance(entry.default, bool):
            return str(entry.default).lower()
        if entry.default is not None and isinstance(shape, Leaf | Choices):
            return str(entry.default)
        return '""' if used and entry.written.empty else ""

    def _group(self, model: type[Model], path: str, *, used: bool) -> list[str]:
        """Give the fields of a group, those first that it requires."""
        if issubclass(class_of(model), Text):
            return ["zh:", "en:"]
        lines: list[str] = []
        fields = entries(model)
        for entry in sorted(fields, key=lambda one: not self.live(one, f"{path}.{one.key}")):
            inner = f"{path}.{entry.key}"
            if self.live(entry, inner) or not used:
                lines += self.block(entry, inner, used=used)
            else:
                lines += off(self.block(entry, inner, used=False))
        return lines

    def _items(self, shape: Many, path: str) -> list[str]:
        """Give one entry of a list of groups, or one of each form; single values need no sample."""
        if not isinstance(shape.item, Group):
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
