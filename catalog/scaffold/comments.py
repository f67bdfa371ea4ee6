"""The comment above a field: its label in both languages, how it is written, what is allowed."""

from collections.abc import Iterator, Mapping

from catalog.explain.entries import BOTH
from catalog.explain.sayings import allowed, how, item_of
from catalog.explain.shape import Entry, Leaf
from catalog.languages import NOTHING, Sentence

FEW = 12
"""Records that a comment can list before it grows too long."""

DEEPEST = 1
"""Groups within which the records are still listed: deeper down the same list would come again and again."""

ROW = 4
"""Allowed values in a line where they are not set one by one."""

Known = Mapping[str, Mapping[str, Sentence]]
"""Kind -> id -> name of the records that are there."""


def comment(entry: Entry, known: Known, note: Sentence = NOTHING, *, depth: int = 0) -> Iterator[str]:
    """Give the lines; inside a group the allowed values stand in rows, since the same lists come again and again."""
    yield both(entry.label)
    said = [one for one in (note, entry.note, *how(entry.written)) if one not in (NOTHING, BOTH)]
    yield from (f"  {both(one)}" for one in said)
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


def _choices(entry: Entry) -> Mapping[str, Sentence]:
    """Give the values of a list; where there is no choice, it stands after the key already."""
    values = allowed(entry.written)
    return values if len(values) > 1 else {}


def _records(entry: Entry, known: Known) -> Mapping[str, Sentence]:
    """Give the records that a reference can name, where they are few."""
    item = item_of(entry.written.shape)
    records = known.get(item.refers_to or "", {}) if isinstance(item, Leaf) else {}
    return records if len(records) <= FEW else {}
