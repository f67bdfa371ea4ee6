"""The questioned wording of a language, read from ``chinese.yaml`` and ``english.yaml``.

- ``parts``: ``<name>`` in an expression stands for one of these: an expression, or a list of alternatives.
- ``categories``, each with ``words`` in small letters, of which one stands in every sentence that is questioned, and
  - ``patterns``: expressions that are questioned,
  - ``together``: lists of expressions that are questioned where they stand together in any order,
  - ``unless_national``: patterns that are not questioned in a sentence that names a national rule,
  - ``negative``: patterns that deny something themselves, so that a denial does not make them harmless,
  - ``harmless``: beside it, a match is not questioned,
  - ``denied``: replaces the negations of the language where these are part of the wording.
- ``sentences``, ``denied`` and ``national``: how the language ends sentences, denies, and names national rules.

An expression repeats nothing without an upper limit, so that a search takes linear time. A line break in it stands for
nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import permutations
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from investment_portal.content.yaml_loader import load
from investment_portal.languages import Language
from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.value import Value

FILES: Mapping[Language, str] = {"zh": "chinese.yaml", "en": "english.yaml"}
NEVER = "(?!)"
BY_ID = {category.value: category for category in QuestionedWording}
MOST_PLACES = 50
"""Places of a key word, and of a pattern in a sentence, at most, that are looked at."""


class Expression(Protocol):
    """An expression that finds questioned wording in a sentence."""

    def search(self, text: str, /) -> re.Match[str] | None:
        """Return the first match."""

    def finditer(self, text: str, /) -> Iterator[re.Match[str]]:
        """Yield the matches."""


class AnyOrder:
    """Expressions that are questioned where they stand near each other in any order.

    The pattern of all orders is long. It is compiled, and searched for, only where each expression is somewhere.
    """

    def __init__(self, parts: Sequence[str], compiled: Callable[[str], re.Pattern[str]]) -> None:
        """Take the expressions, and what compiles one."""
        self._texts, self._compiled = parts, compiled
        self._parts = [compiled(part) for part in parts]

    @cached_property
    def _in_any_order(self) -> re.Pattern[str]:
        orders = permutations(self._texts)
        return self._compiled("|".join("<gap>".join(f"(?:{part})" for part in order) for order in orders))

    def __repr__(self) -> str:
        """Return the expressions."""
        return f"AnyOrder({self._texts})"

    def search(self, text: str, /) -> re.Match[str] | None:
        """Return the first match."""
        return self._in_any_order.search(text) if self._are_all_in(text) else None

    def finditer(self, text: str, /) -> Iterator[re.Match[str]]:
        """Yield the matches."""
        return self._in_any_order.finditer(text) if self._are_all_in(text) else iter(())

    def _are_all_in(self, text: str) -> bool:
        return all(part.search(text) for part in self._parts)


class CategoryWording(Value):
    """The compiled wording of a category in a language."""

    words: Sequence[str]
    patterns: Sequence[Expression]
    unless_national: Sequence[re.Pattern[str]]
    negative: Sequence[re.Pattern[str]]
    harmless: re.Pattern[str]
    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]

    @property
    def all_patterns(self) -> Iterator[Expression]:
        """Yield the patterns of every sort."""
        yield from (*self.patterns, *self.unless_national, *self.negative)


class LanguageWording(Struct, frozen=True, dict=True):
    """All questioned wording of a language, and how the language denies and forbids."""

    file: Mapping[str, Any]

    @property
    def ignore_case(self) -> bool:
        """Return whether capitals are read as small letters."""
        return bool(self.file["ignore_case"])

    @cached_property
    def sentence_ends(self) -> re.Pattern[str]:
        """The signs that end a sentence for sure; what else does is left to the patterns."""
        return re.compile("|".join(map(re.escape, self.file["sentences"]["ends"])))

    @property
    def short_forms(self) -> Sequence[str]:
        """Return the words whose full stop ends no sentence."""
        return tuple(self.file["sentences"].get("short_forms", ()))

    @cached_property
    def words(self) -> Mapping[QuestionedWording, Sequence[str]]:
        """The key words of each category."""
        return {BY_ID[id_]: entry["words"] for id_, entry in self.file["categories"].items()}

    @cached_property
    def by_word(self) -> Mapping[str, list[QuestionedWording]]:
        """The categories of each key word, the longest word first; a word that holds another stands for both."""
        owners: dict[str, list[QuestionedWording]] = {}
        words = {word for category in self.words.values() for word in category}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            owners[word] = [id_ for id_, category in self.words.items() if any(part in word for part in category)]
        return owners

    def places(self, lower: str) -> Mapping[QuestionedWording, list[int]]:
        """Return the places of key words by category.

        Each word is looked for by itself: that is faster than one expression of all.
        """
        places: dict[QuestionedWording, list[int]] = {}
        words = ((word, place) for word in self.by_word if word in lower for place in _places(lower, word))
        for word, place in words:
            for id_ in self.by_word[word]:
                places.setdefault(id_, []).append(place)
        return places

    @cached_property
    def part_ends(self) -> re.Pattern[str]:
        """The ends of the parts of a sentence."""
        return self._compiled(self.file["sentences"]["part_ends"])

    @cached_property
    def continues(self) -> re.Pattern[str]:
        """The beginning of a part of a sentence that belongs to the part before it."""
        return self._compiled(self.file["sentences"]["continues"])

    @cached_property
    def national(self) -> re.Pattern[str]:
        """The words that name a national rule."""
        return self._compiled(self.file["national"])

    def category(self, id_: QuestionedWording) -> CategoryWording:
        """Return the wording of a category, compiled once a run and only where it is needed."""
        compiled = self._categories.get(id_)
        if compiled is None:
            entry = self.file["categories"][id_.value]
            denied = {side: entry.get("denied") or "|".join(self.file["denied"][side]) for side in ("before", "after")}
            together = [AnyOrder(expressions, self._compiled) for expressions in entry.get("together", ())]
            compiled = CategoryWording(
                entry["words"],
                (*together, *map(self._compiled, entry.get("patterns", ()))),
                tuple(map(self._compiled, entry.get("unless_national", ()))),
                tuple(map(self._compiled, entry.get("negative", ()))),
                self._compiled(entry.get("harmless", NEVER)),
                self._compiled(denied["before"]),
                self._compiled(denied["after"]),
            )
            self._categories[id_] = compiled
        return compiled

    @cached_property
    def _categories(self) -> dict[QuestionedWording, CategoryWording]:
        return {}

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        """Put the parts into a pattern, which may hold others, and compile it; its line breaks are nothing."""
        pattern = pattern.replace("\n", "")
        while (filled := re.sub(r"<([a-z]+)>", lambda match: self._parts[match[1]], pattern)) != pattern:
            pattern = filled
        return re.compile(pattern, re.IGNORECASE if self.ignore_case else 0)

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        return {
            name: part if isinstance(part, str) else f"(?:{'|'.join(part)})"
            for name, part in self.file["parts"].items()
        }


@cache
def wording_of(language: Language) -> LanguageWording:
    """Return the wording of a language; the file is read only where texts are checked."""
    return LanguageWording(load((Path(__file__).parent / FILES[language]).read_bytes()).value)


def _places(text: str, word: str) -> Iterator[int]:
    """Yield the first places of a word."""
    place = -1
    for _ in range(MOST_PLACES):
        place = text.find(word, place + 1)
        if place < 0:
            return
        yield place
