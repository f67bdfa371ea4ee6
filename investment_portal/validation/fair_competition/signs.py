"""The usual form of the signs of a text, each at its place, so that patterns know one form of each."""

import re
from collections.abc import Mapping
from functools import cache

from investment_portal.content.traditional import traditional_pairs

WRAPPED = re.compile(r"(?<![\n ])\n(?=[^\s\-*#>|:0-9])")
"""A line break within a paragraph."""

ODD = dict(zip(map(ord, "\u00a0\u3000’‘\u2010\u2011–％"), "  ''---%", strict=True))
FULL_WIDTH = "[0-9A-Za-z]"
SHIFT = 0xFF01 - ord("!")
"""The distance from a sign to its full-width form."""


def plain(text: str) -> str:
    """Return a text of the same length: wrapped lines joined, odd spaces, full-width and Traditional signs as usual."""
    joined = WRAPPED.sub(" ", text) if "\n" in text else text
    if joined.isascii() or not _has_other_form().search(joined):
        return joined
    return joined.translate(_usual_signs())


@cache
def _has_other_form() -> re.Pattern[str]:
    """Return what finds a sign that has another form: most texts hold none, and it is found faster than replaced."""
    return re.compile(f"[{''.join(re.escape(chr(code)) for code in _usual_signs())}]")


@cache
def _usual_signs() -> Mapping[int, str]:
    """Return the usual form of each sign that has another; punctuation stays full-width."""
    pairs = traditional_pairs()
    usual = {ord(pairs[place]): pairs[place + 1] for place in range(0, len(pairs), 2)}
    signs = (chr(code) for code in range(ord("!"), ord("~") + 1))
    usual.update({ord(sign) + SHIFT: sign for sign in signs if re.fullmatch(FULL_WIDTH, sign)})
    return {**usual, **ODD}
