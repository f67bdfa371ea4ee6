"""How the questioned wording of a language is written down: words and expressions by category."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.value import Value


class CategoryWording(Value):
    """The wording of a category in a language: plain words, and regular expressions.

    One of ``words`` and one of ``needs``, both in small letters, stand in every sentence that a pattern matches.
    Beside ``harmless`` a match is not questioned. ``denied`` replaces the negations of the language, where these are
    part of the wording itself.
    """

    words: tuple[str, ...]
    needs: tuple[str, ...]
    patterns: tuple[str, ...]
    harmless: str = ""
    denied: str = ""


class LanguageWording(Struct, frozen=True, dict=True):
    """All questioned wording of a language, and how the language denies and forbids."""

    parts: Mapping[str, str]
    categories: Mapping[QuestionedWording, CategoryWording]
    denied_before: str
    denied_after: str
    continues: str
    """The beginning of a part of a sentence that belongs to the part before it."""
    part_ends: str
    lawful: str
    ignore_case: bool
    short_forms: tuple[str, ...] = ()
    """Words whose full stop ends no sentence."""

    @property
    def flags(self) -> int:
        """The flags of every expression."""
        return re.IGNORECASE if self.ignore_case else 0

    @cached_property
    def by_word(self) -> Mapping[str, list[QuestionedWording]]:
        """The categories of each key word, the longest word first; a word that holds another stands for both."""
        owners: dict[str, list[QuestionedWording]] = {}
        words = {word for category in self.categories.values() for word in category.words}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            owners[word] = [
                id_ for id_, category in self.categories.items() if any(part in word for part in category.words)
            ]
        return owners

    @cached_property
    def any_word(self) -> re.Pattern[str]:
        """The key words as one expression."""
        return re.compile("|".join(map(re.escape, self.by_word)))

    def places(self, lower: str) -> Mapping[QuestionedWording, list[int]]:
        """Return the places of key words by category.

        One expression finds Chinese words by their first characters, which few texts hold; of Latin words each is
        found faster by itself.
        """
        places: dict[QuestionedWording, list[int]] = {}
        if self.ignore_case:
            words = ((word, place) for word in self.by_word if word in lower for place in _places(lower, word))
        else:
            words = ((match[0], match.start()) for match in self.any_word.finditer(lower))
        for word, place in words:
            for id_ in self.by_word[word]:
                places.setdefault(id_, []).append(place)
        return places

    @cached_property
    def sentence_parts(self) -> re.Pattern[str]:
        """The ends of the parts of a sentence."""
        return re.compile(self.part_ends, self.flags)


def _places(text: str, word: str) -> Iterator[int]:
    """Yield the first places of a word."""
    place = -1
    for _ in range(MOST_PLACES):
        place = text.find(word, place + 1)
        if place < 0:
            return
        yield place


MOST_PLACES = 50
"""Places of a key word, and of a pattern in a sentence, at most, that are looked at."""
