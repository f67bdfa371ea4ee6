"""The search for questioned wording in a text."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, islice

from investment_portal.languages import Language
from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.validation.fair_competition.categories import CATEGORIES
from investment_portal.validation.fair_competition.wording import MOST_PLACES, LanguageWording
from investment_portal.value import Value


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
