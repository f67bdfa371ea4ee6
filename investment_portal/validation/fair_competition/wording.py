"""Questioned wording of a language, and the search for it in a text."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import chain, islice

from msgspec import Struct

from investment_portal.languages import Language
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


class Match(Value):
    """A questioned wording in a text."""

    category: QuestionedWording
    start: int
    end: int


def matches_in(text: str, language: Language) -> Iterator[Match]:
    """Yield the questioned wording of a text in the order of categories; what is denied or forbidden is left out."""
    wording = wording_of(language)
    matches: dict[QuestionedWording, list[Match]] = {id_: [] for id_ in wording.categories}
    for id_, start, typed in _sentences(text, language):
        expressions, taken = expressions_of(language, id_), matches[id_]
        for begin, end in _spans(typed, expressions.patterns):
            follows = not taken or start + begin >= taken[-1].end
            if follows and len(taken) < MOST_PLACES and not _is_denied(typed, begin, end, wording, expressions):
                taken.append(Match(id_, start + begin, start + end))
    yield from chain.from_iterable(matches.values())


def may_match(text: str, language: Language) -> bool:
    """Return whether a pattern matches somewhere in a text, denied or not: most texts need no closer look."""
    return any(
        pattern.search(typed)
        for id_, _, typed in _sentences(text, language)
        for pattern in expressions_of(language, id_).patterns
    )


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

REACH = 300
"""Signs before and after a key word, at most, that are looked at."""

ENDS: Mapping[Language, tuple[str, ...]] = {
    "zh": ("。", "；", "！", "？", "\n\n"),
    "en": (". ", ".\n", "\n\n", "! ", "? "),
}
"""Signs that end a sentence for sure; what else does is left to the patterns."""


def _sentences(text: str, language: Language) -> Iterator[tuple[QuestionedWording, int, str]]:
    """Yield the sentences that hold a key word of a category and another that it needs, with their places.

    Plain words are searched for first: that takes a fraction of the time of any expression.
    """
    wording, ends = wording_of(language), ENDS[language]
    for short in wording.short_forms:
        text = text.replace(f"{short}.", f"{short} ")
    lower = text.lower() if wording.ignore_case else text
    if len(lower) != len(text):
        lower = text
    for id_, places in wording.places(lower).items():
        needs, done = wording.categories[id_].needs, 0
        for place in sorted(places):
            if place < done:
                continue
            low, high = max(done, place - REACH), place + REACH
            start = max((at + len(end) for end in ends if (at := text.rfind(end, low, place)) >= 0), default=low)
            done = min((at + 1 for end in ends if (at := text.find(end, place, high)) >= 0), default=high)
            around = lower[start:done]
            if any(word in around for word in needs):
                yield id_, start, _plain(text[start:done])


def _spans(text: str, patterns: tuple[re.Pattern[str], ...]) -> list[tuple[int, int]]:
    """Return where patterns match, in their order."""
    return sorted({match.span() for pattern in patterns for match in islice(pattern.finditer(text), MOST_PLACES)})


@cache
def wording_of(language: Language) -> LanguageWording:
    """Return the wording of a language; the modules are read only where texts are checked."""
    if language == "zh":
        from investment_portal.validation.fair_competition.chinese import CHINESE  # noqa: PLC0415

        return CHINESE
    from investment_portal.validation.fair_competition.english import ENGLISH  # noqa: PLC0415

    return ENGLISH


class Expressions(Value):
    """The compiled expressions of a category in a language."""

    patterns: tuple[re.Pattern[str], ...]
    harmless: re.Pattern[str]
    lawful: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


NEVER = "(?!)"


@cache
def expressions_of(language: Language, id_: QuestionedWording) -> Expressions:
    """Return the expressions of a category in a language, compiled once a run and only where they are needed."""
    from investment_portal.validation.fair_competition.categories import CATEGORIES  # noqa: PLC0415

    wording = wording_of(language)
    category = wording.categories[id_]
    return Expressions(
        tuple(re.compile(_filled(pattern, wording.parts), wording.flags) for pattern in category.patterns),
        re.compile(category.harmless or NEVER, wording.flags),
        re.compile(wording.lawful if CATEGORIES[id_].lawful else NEVER, wording.flags),
        re.compile(category.denied or wording.denied_before, wording.flags),
        re.compile(category.denied or wording.denied_after, wording.flags),
    )


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Put the parts into a pattern; a part may hold others."""
    while (filled := re.sub(r"<([a-z]+)>", lambda match: parts[match[1]], pattern)) != pattern:
        pattern = filled
    return pattern


WRAPPED = re.compile(r"(?<![\n ])\n(?=[^\s\-*#>|:0-9])")
LIKE = str.maketrans({"\u00a0": " ", "\u3000": " ", "’": "'", "‘": "'", "\u2010": "-", "\u2011": "-", "–": "-"})


def _plain(text: str) -> str:
    """Return a text with each sign at its place: wrapped lines joined, other spaces and hyphens as the usual ones."""
    return WRAPPED.sub(" ", text).translate(LIKE)


SENTENCE_ENDS = re.compile(r"[。！？；;\n]|[.!?](?=\s|$)")
PARTS_JOINED = 6
"""Parts of a sentence, at most, that can belong to the part with the denial."""


def _is_denied(text: str, start: int, end: int, wording: LanguageWording, category: Expressions) -> bool:
    """Return whether the part of the sentence around a match denies or forbids it, or makes it harmless."""
    first = max((match.end() for match in SENTENCE_ENDS.finditer(text, 0, start)), default=0)
    stop = SENTENCE_ENDS.search(text, end)
    last = stop.start() if stop else len(text)
    begin = _part_start(text, first, start, wording)
    part_end = wording.sentence_parts.search(text, end, last)
    close = part_end.start() if part_end else last
    before = category.before.search(text, begin, close)  # what follows a denial can show that it is none
    return bool(
        category.lawful.search(text, first, last)
        or category.harmless.search(text, begin, close)
        or (before and before.start() < end)
        or category.after.search(text, start, close)
    )


def _part_start(text: str, first: int, start: int, wording: LanguageWording) -> int:
    """Return where the part of a sentence with a match begins; a part that continues another goes back to it."""
    ends = [match.end() for match in wording.sentence_parts.finditer(text, first, start)]
    continues = re.compile(wording.continues, wording.flags)
    for _ in range(PARTS_JOINED):
        if not ends or not continues.match(text, ends[-1]):
            break
        ends.pop()
    return ends[-1] if ends else first
