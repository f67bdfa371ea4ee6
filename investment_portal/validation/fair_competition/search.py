"""The search for questioned wording in a text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from investment_portal.languages import Language
from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.validation.fair_competition.signs import plain
from investment_portal.validation.fair_competition.wording import (
    MOST_PLACES,
    CategoryWording,
    Expression,
    LanguageWording,
    wording_of,
)
from investment_portal.value import Value


class Match(Value):
    """A questioned wording in a text."""

    category: QuestionedWording
    start: int
    end: int


def matches_in(text: str, language: Language) -> Iterator[Match]:
    """Yield the questioned wording of a text in the order of categories; what is denied or forbidden is left out."""
    wording = wording_of(language)
    matches: dict[QuestionedWording, list[Match]] = {}
    for id_, start, sentence in _sentences(text, wording):
        taken = matches.setdefault(id_, [])
        for begin, end in _questioned_spans(sentence, wording, wording.category(id_)):
            if len(taken) < MOST_PLACES and (not taken or start + begin >= taken[-1].end):
                taken.append(Match(id_, start + begin, start + end))
    yield from chain.from_iterable(matches[id_] for id_ in wording.words if id_ in matches)


def may_match(text: str, language: Language) -> bool:
    """Return whether a pattern matches somewhere in a text, denied or not: most texts need no closer look."""
    wording = wording_of(language)
    return any(
        pattern.search(sentence)
        for id_, _, sentence in _sentences(text, wording)
        for pattern in wording.category(id_).all_patterns
    )


REACH = 300
"""Signs before and after a key word, at most, that are looked at."""


def _sentences(text: str, wording: LanguageWording) -> Iterator[tuple[QuestionedWording, int, str]]:
    """Yield the sentences that hold a key word of a category, with their places.

    Plain words are searched for first: that takes a fraction of the time of any expression.
    """
    text = plain(text)
    for short in wording.short_forms:
        text = text.replace(f"{short}.", f"{short} ")
    lower = text.lower() if wording.ignore_case else text
    places_by_category = wording.places(lower if len(lower) == len(text) else text)
    if not places_by_category:
        return
    bounds = [0, *(match.end() for match in wording.sentence_ends.finditer(text)), len(text)]
    for id_, places in places_by_category.items():
        done = 0
        for place in sorted(places):
            if place < done:
                continue
            index = bisect_right(bounds, place, hi=len(bounds) - 1)
            start, done = max(bounds[index - 1], done, place - REACH), min(bounds[index], place + REACH)
            yield id_, start, text[start:done]


def _questioned_spans(sentence: str, wording: LanguageWording, category: CategoryWording) -> list[tuple[int, int]]:
    """Return where the patterns of a category match in a sentence, in their order; harmless matches are left out."""
    spans = dict.fromkeys(_spans(sentence, category.patterns), False)
    if category.unless_national and not wording.national.search(sentence):
        spans.update((span, False) for span in _spans(sentence, category.unless_national))
    spans.update((span, True) for span in _spans(sentence, category.negative))
    return [
        span
        for span, negative in sorted(spans.items())
        if not _is_harmless(sentence, span, wording, category, negative=negative)
    ]


def _spans(text: str, patterns: Sequence[Expression]) -> Iterator[tuple[int, int]]:
    """Yield where patterns match."""
    for pattern in patterns:
        yield from (match.span() for match in islice(pattern.finditer(text), MOST_PLACES))


SENTENCE_ENDS = re.compile(r"[。！？；;\n]|[.!?](?=\s|$)")
PARTS_JOINED = 6
"""Parts of a sentence, at most, that can belong to the part with the denial."""


def _is_harmless(
    text: str, span: tuple[int, int], wording: LanguageWording, category: CategoryWording, *, negative: bool
) -> bool:
    """Return whether the part of the sentence around a match makes it harmless, or denies or forbids it.

    A ``negative`` match denies something itself: only a denial after it counts.
    """
    start, end = span
    first = max((match.end() for match in SENTENCE_ENDS.finditer(text, 0, start)), default=0)
    stop = SENTENCE_ENDS.search(text, end)
    begin = _part_start(text, first, start, wording)
    last = stop.start() if stop else len(text)
    part_end = wording.part_ends.search(text, end, last)
    close = part_end.start() if part_end else last
    if category.harmless.search(text, begin, close):
        return True
    if negative:
        return bool(category.denied_after.search(text, end, close))
    before = category.denied_before.search(text, begin, close)  # what follows a denial can show that it is none
    return bool((before and before.start() < end) or category.denied_after.search(text, start, close))


def _part_start(text: str, first: int, start: int, wording: LanguageWording) -> int:
    """Return where the part of a sentence with a match begins; a part that continues another goes back to it."""
    ends = [match.end() for match in wording.part_ends.finditer(text, first, start)]
    for _ in range(PARTS_JOINED):
        if not ends or not wording.continues.match(text, ends[-1]):
            break
        ends.pop()
    return ends[-1] if ends else first
