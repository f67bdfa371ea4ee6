"""Where a Chinese title may break: between words, which a list of frequent words tells apart."""

import re
from functools import cache, lru_cache
from math import log
from pathlib import Path

from markupsafe import Markup

FILE = Path(__file__).with_name("chinese_words.txt")
SHORT = 8
"""Characters of a title that fits on a line of the narrowest page."""

LONGEST = 5
"""Characters of the longest word in the list."""

UNLISTED = 16.0
"""Cost of a character that belongs to no listed word; a listed word costs the logarithm of its rank."""

CHINESE = re.compile("[一-鿿]{2,}")
LINKING = frozenset("与及和或的暨并、")
"""Words of one character before which a line may end, whatever they are beside."""


@cache
def _ranks() -> dict[str, int]:
    """Return the rank of each listed word."""
    words = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return dict(zip(words, range(len(words)), strict=True))


def _words(text: str) -> list[str]:
    """Return the words of a Chinese text, the division that costs least; characters between them by themselves."""
    ranks, end = _ranks(), len(text)
    costs, stops = [0.0] * (end + 1), [end] * (end + 1)
    for start in range(end - 1, -1, -1):
        least, nearest = UNLISTED + costs[start + 1], start + 1
        for stop in range(start + 2, min(end, start + LONGEST) + 1):
            rank = ranks.get(text[start:stop])
            if rank is not None and (cost := log(rank + 50) + costs[stop]) < least:
                least, nearest = cost, stop
        costs[start], stops[start] = least, nearest
    words, start = [], 0
    while start < end:
        stop = stops[start]
        words.append(text[start:stop])
        start = stop
    return words


@lru_cache(8192)
def phrases(text: str) -> tuple[str, ...]:
    """Return the parts of a text between which a line may break.

    A character that belongs to no listed word may be part of a word on either side, so it stays with both.
    """
    parts: list[str] = [""]
    position = 0
    for match in CHINESE.finditer(text):
        parts[-1] += text[position : match.start()]
        before = ""
        for word in _words(match[0]):
            apart = len(before) > 1 and len(word) > 1
            if (apart or (word in LINKING and before)) and parts[-1]:
                parts.append(word)
            else:
                parts[-1] += word
            before = word if word not in LINKING else ""
        position = match.end()
    parts[-1] += text[position:]
    return tuple(parts)


def phrased(text: str) -> str | Markup:
    """Return a title whose lines break between its words; a short one, or one without Chinese words, as it is."""
    parts = phrases(text) if len(text) > SHORT else ()
    if len(parts) <= 1:
        return text
    return Markup('<span class="phrased">{}</span>').format(Markup("<wbr>").join(parts))
