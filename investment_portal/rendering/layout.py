"""A layout: a rendered page with named placeholders."""

import re
from collections.abc import Mapping

from investment_portal.value import Value

PLACEHOLDER = re.compile("%%(?P<name>title|description|meta|canonical|alternate|card|body)%%")
"""A placeholder in the layout of record pages."""


class Layout(Value):
    """Literal text and placeholders in turn: ``literals`` has one more item than ``placeholders``.

    A placeholder is named after its token (``%%title%%``), or its shortcode and argument (``figure:2020/signed``).
    """

    literals: tuple[str, ...]
    placeholders: tuple[str, ...]

    @classmethod
    def parse(cls, html: str, placeholder: re.Pattern[str]) -> "Layout":
        """Split a rendered page at the matches of ``placeholder``, whose group ``name`` names them."""
        literals, placeholders, end = [], [], 0
        for match in placeholder.finditer(html):
            literals.append(html[end : match.start()])
            placeholders.append(match["name"])
            end = match.end()
        return cls((*literals, html[end:]), tuple(placeholders))

    def blank(self) -> str:
        """Return the page with nothing at its placeholders."""
        return "".join(self.literals)

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page with a value (HTML, already escaped) at each placeholder; raise KeyError if one has none."""
        parts = [self.literals[0]]
        for placeholder, literal in zip(self.placeholders, self.literals[1:], strict=True):
            parts += (values[placeholder], literal)
        return "".join(parts)
