"""Place the labels of a drawing so that they overlap neither dots nor each other; wrap their lines."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from investment_portal.value import Value

WIDE, NARROW = 1.0, 0.6
"""Widths of a Chinese and of a Latin sign in em, the latter on the safe side for bold sans serifs."""

PIECES = re.compile(r"[A-Za-z0-9&/'’.,()+-]+\s*|.", re.DOTALL)
"""A piece of text that a line does not break: a Latin word, or one character."""


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
    limit = max(1, int(width / NARROW))
    return [part[start : start + limit] for part in PIECES.findall(text) for start in range(0, len(part), limit)]


TRIES = 20_000
"""Positions tried before labels that fit nowhere are left out."""

GAP, EDGE = 4, 6
LINE = 1.25
FOOT = 0.36
"""From the middle of a line down to its foot, in em."""
BOLD = 1.1
"""How much wider bold signs are."""
SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""Share of a label before its anchor point."""


class Box(Value):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Return whether two rectangles overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, width: float, height: float) -> bool:
        """Return whether the box is within a drawing."""
        within_width = self.left >= EDGE and self.right <= width - EDGE
        return within_width and self.top >= EDGE and self.bottom <= height - EDGE


class Wanted(Value):
    """A label that wants a place: its text, what it belongs to, the size of its signs, and whether they are bold.

    One with ``over`` is placed above rather than beside, if there is room.
    """

    text: str
    around: Box
    size: float
    bold: bool = False
    over: bool = False


class Label(Value):
    """A label in its place: ``x`` is its start, middle or end, as ``anchor`` says, and ``y`` the foot of its line."""

    text: str
    x: float
    y: float
    anchor: str
    box: Box


def place(wanted: Sequence[Wanted], taken: Sequence[Box], width: float, height: float) -> list[Label | None]:
    """Find a place for each label; where not all can have one, the first that fit have it and the others none."""
    choices = [
        [
            position
            for position in _positions(label)
            if position.box.inside(width, height) and not _covers_any(position.box, taken, label.around)
        ]
        for label in wanted
    ]
    # Whoever has the fewest places chooses first.
    order = sorted(range(len(wanted)), key=lambda at: (len(choices[at]), at))
    budget = [TRIES]
    placed = _search(order, choices, {}, budget)
    return [(placed or _greedy(order, choices)).get(at) for at in range(len(wanted))]


def _search(
    order: Sequence[int], choices: Sequence[Sequence[Label]], placed: dict[int, Label], budget: list[int]
) -> dict[int, Label] | None:
    if len(placed) == len(order):
        return placed
    at = order[len(placed)]
    for choice in choices[at]:
        budget[0] -= 1
        if budget[0] < 0:
            return None
        if not any(choice.box.meets(other.box) for other in placed.values()):
            placement = _search(order, choices, {**placed, at: choice}, budget)
            if placement:
                return placement
    return None


def _greedy(order: Sequence[int], choices: Sequence[Sequence[Label]]) -> dict[int, Label]:
    placed: dict[int, Label] = {}
    for at in order:
        free = (choice for choice in choices[at] if not any(choice.box.meets(other.box) for other in placed.values()))
        label = next(free, None)
        if label:
            placed[at] = label
    return placed


def _covers_any(box: Box, taken: Sequence[Box], ignored: Box) -> bool:
    return any(box.meets(other) for other in taken if other != ignored)


def _positions(label: Wanted) -> Iterator[Label]:
    """Yield the places around what a label belongs to, the best first; then the corners."""
    wide, high = measure(label.text) * label.size * (BOLD if label.bold else 1), label.size * LINE
    around = label.around
    middle_x, middle_y = (around.left + around.right) / 2, (around.top + around.bottom) / 2
    right, left_edge = around.right + GAP, around.left - GAP
    above, below = around.top - GAP - high / 2, around.bottom + GAP + high / 2
    sides = [("start", right, middle_y), ("end", left_edge, middle_y)]
    over = [("middle", middle_x, above), ("middle", middle_x, below)]
    corners = [
        (anchor, x, y)
        for y in (above + high / 3, below - high / 3)
        for anchor, x in (("start", right), ("end", left_edge))
    ]
    shifted = [("middle", middle_x + way * wide / 3, y) for y in (above, below) for way in (1, -1)]
    for anchor, x, y in (*over, *shifted, *sides, *corners) if label.over else (*sides, *over, *corners, *shifted):
        start = x - wide * SHARES[anchor]
        box = Box(start, y - high / 2, start + wide, y + high / 2)
        yield Label(label.text, round(x, 1), round(y + label.size * FOOT, 1), anchor, box)
