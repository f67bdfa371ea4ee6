"""The extension of Markdown for hand-written pages: stars that multiply, Chinese lines without gaps."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from investment_portal.characters import unwrapped
from investment_portal.formatting.markdown import stars_are_literal

BEFORE_EMPHASIS, AFTER_INLINE = 65, 10
"""Priorities: emphasis has 60, inline patterns have 20, what is escaped is restored at 0."""

WITHIN_LINES = frozenset({"a", "b", "em", "i", "span", "strong"})
AS_TYPED = frozenset({"pre", "code", "textarea", "script", "style"})


class LiteralStars(InlineProcessor):
    """Literal asterisks."""

    def handleMatch(  # noqa: N802 - the name is that of Markdown
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        """Escape stars that multiply; leave all others to emphasis."""
        before, after = data[m.start() - 1 : m.start()] or " ", data[m.end() : m.end() + 1] or " "
        if not stars_are_literal(before, after, len(m[0])):
            return None, None, None
        return f"{STX}{ord('*')}{ETX}" * len(m[0]), m.start(), m.end()


class JoinedLines(Treeprocessor):
    """Chinese lines without the break that their writer made."""

    def run(self, root: Element) -> None:
        """Take out line breaks between two Chinese characters, also at the edge of what is bold or linked."""
        for element in _running_text(root):
            inner = ["".join(child.itertext()) if child.tag in WITHIN_LINES else "" for child in element]
            element.text = _joined("", element.text, inner[0] if inner else "")
            for child, before, after in zip(element, inner, (*inner, "")[1:], strict=True):
                child.tail = _joined(before, child.tail, after)


def _joined(before: str, text: str | None, after: str) -> str | None:
    """Return a text between two others without its line breaks between two Chinese characters."""
    if not text or "\n" not in text:
        return text
    before, after = before[-1:], after[:1]
    joined = unwrapped(f"{before}{text}{after}")
    return joined[len(before) : len(joined) - len(after)]


def _running_text(element: Element) -> Iterator[Element]:
    """Yield the elements whose lines can be joined."""
    if element.tag not in AS_TYPED:
        yield element
        for child in element:
            yield from _running_text(child)


class PageMarkdown(Extension):
    """The Markdown extension that is added to those of MkDocs' settings."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is that of Markdown
        """Register the processors."""
        md.inlinePatterns.register(LiteralStars(r"\*+", md), "literal_stars", BEFORE_EMPHASIS)
        md.treeprocessors.register(JoinedLines(md), "joined_lines", AFTER_INLINE)
