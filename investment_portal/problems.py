"""Problems of a catalogue as values: file, line, column, rule, level, sentence and hint; sortable and countable."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from typing import Any

from investment_portal.languages import NOTHING, Sentence
from investment_portal.value import Value

__all__ = ["Level", "Problem"]


class Level(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Value, order=True):
    """One mistake at one place.

    ``file`` is relative to the portal with forward slashes; ``line`` and ``column`` count from 1, 0 where
    the whole file is meant; ``path`` is the key path inside the file, as ``conditions.water``.
    """

    file: str
    line: int
    column: int
    rule: str
    path: str
    sentence: Sentence
    hint: Sentence = NOTHING
    level: Level = Level.ERROR


LONGEST_QUOTE = 60


def quoted(value: Any) -> str:
    """Write a value as staff would recognise it."""
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    # The sentence has quotes of its own around it.
    text = text.replace("“", "‘").replace("”", "’")
    shown = "".join(sign if sign.isprintable() else " " for sign in text[: LONGEST_QUOTE * 4])
    shown = " ".join(shown.split())
    return shown if len(shown) <= LONGEST_QUOTE and len(text) <= LONGEST_QUOTE * 4 else shown[: LONGEST_QUOTE - 1] + "…"


def spaced(before: str, after: str) -> str:
    """Join two parts of a Chinese sentence, with a space before a Latin letter or a digit."""
    return f"{before} {after}" if after[:1].isascii() else before + after


def got(value: Any) -> Sentence:
    """Return the typed value as the second half of a sentence."""
    if value is None:
        return Sentence("这里是空的", "it is empty")
    if isinstance(value, dict):
        return Sentence("实际是一组“键: 值”", "got a group of keys")
    if isinstance(value, list | tuple):
        return Sentence("实际是一个列表", "got a list")
    return Sentence(f"实际写的是“{quoted(value)}”", f"got “{quoted(value)}”")


LONGEST_WORD = 80
"""Signs in the longest word that is worth a comparison."""


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word closest to ``word``, or nothing where none is close."""
    if len(word) > LONGEST_WORD:
        return None
    closest = get_close_matches(word.lower().replace("_", "-"), (keys := _folded(allowed)), n=1, cutoff=0.6)
    return keys[closest[0]] if closest else None


def _folded(allowed: Iterable[str]) -> dict[str, str]:
    return {word.lower().replace("_", "-"): word for word in sorted(allowed)}


def nearness(word: str, other: str) -> float:
    """Return how much two words are alike, from 0 to 1."""
    return SequenceMatcher(None, fold(word), fold(other)).ratio()


def fold(word: str) -> str:
    """Return a word without the difference of case, hyphens, underscores and spaces."""
    return word[:LONGEST_WORD].lower().replace("_", "-").replace(" ", "-")


def suggested(text: object) -> Sentence:
    """Return the hint that another value was probably intended."""
    return Sentence(f"是不是“{text}”？", f"Did you mean “{text}”?")


def did_you_mean(word: str, allowed: Iterable[str]) -> Sentence:
    """Return a hint with the nearest allowed word."""
    suggestion = nearest(word, allowed)
    return suggested(suggestion) if suggestion else NOTHING


def did_you_mean_text(text: str) -> Sentence:
    """Return a hint with the intended text, as it has to be typed; nothing where it is too long to be shown."""
    if len(text) > LONGEST_QUOTE or not text.isprintable():
        return NOTHING
    return suggested(text)


Path = tuple[str | int, ...]


class Finding(Value):
    """A mistake in one record, at a key path of it; ``of_key`` points at the key rather than at its value."""

    rule: str
    kind: str
    id: str
    path: Path
    sentence: Sentence
    hint: Sentence = NOTHING
    level: Level = Level.ERROR
    of_key: bool = False
    within: str = ""
    """The part of a text where the mistake stands, as it is typed."""


def plain(reported: Problem) -> tuple[Any, ...]:
    """Take a problem apart."""
    sentence, hint = tuple(reported.sentence), tuple(reported.hint)
    return (
        reported.file,
        reported.line,
        reported.column,
        reported.rule,
        reported.path,
        sentence,
        hint,
        reported.level.value,
    )


def problem(parts: tuple[Any, ...]) -> Problem:
    """Put a problem together."""
    file, line, column, rule, path, sentence, hint, level = parts
    return Problem(file, line, column, rule, path, Sentence(*sentence), Sentence(*hint), Level(level))
