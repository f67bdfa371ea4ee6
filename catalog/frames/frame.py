"""A frame: a rendered page with named holes."""

import re
from collections.abc import Mapping

from catalog.value import Value

TOKEN = re.compile("%%(?P<name>title|description|meta|canonical|alternate|body)%%")
"""A hole in the frame of catalogue pages."""


class Frame(Value):
    """Literal text and holes in turn: ``literals`` has one more part than ``holes``.

    A hole is named by a token (``%%title%%``) or by a slot with its argument (``figure:2020/new-projects``).
    """

    literals: tuple[str, ...]
    holes: tuple[str, ...]

    @classmethod
    def parse(cls, html: str, hole: re.Pattern[str]) -> "Frame":
        """Split a rendered page at its holes, which ``hole`` finds and names."""
        literals, holes, end = [], [], 0
        for match in hole.finditer(html):
            literals.append(html[end : match.start()])
            holes.append(match["name"])
            end = match.end()
        return cls((*literals, html[end:]), tuple(holes))

    def fill(self, values: Mapping[str, str]) -> str:
        """Join the frame with a value (HTML, already escaped) for each hole; a hole without a value is our bug."""
        parts = [self.literals[0]]
        for hole, literal in zip(self.holes, self.literals[1:], strict=True):
            parts += (values[hole], literal)
        return "".join(parts)
