"""Lines of text for drawings, which do not wrap by themselves."""

import re
import unicodedata

WIDE, NARROW = 1.0, 0.6
"""Widths of a Chinese and of a Latin sign in em, the latter on the safe side for bold sans serifs."""

PIECES = re.compile(r"[A-Za-z0-9&/'’.,()+-]+\s*|.", re.DOTALL)
"""What a line must not break inside: a Latin word, or one sign."""


def wrap(text: str, width: float) -> tuple[str, ...]:
    """Break a text into lines of at most ``width`` em; a word longer than a line is broken too."""
    lines, line = [], ""
    for piece in _pieces(text, width):
        if line and measure(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = piece
        else:
            line += piece
    return (*lines, line.rstrip())


def measure(text: str) -> float:
    """Estimate the width of a text in em."""
    return sum(WIDE if unicodedata.east_asian_width(sign) in "WF" else NARROW for sign in text)


def _pieces(text: str, width: float) -> list[str]:
    most = max(1, int(width / NARROW))
    return [part[start : start + most] for part in PIECES.findall(text) for start in range(0, len(part), most)]
