"""The extension of Markdown for hand-written pages: stars that multiply, lines without gaps, links for addresses."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from investment_portal.characters import unwrapped
from investment_portal.formatting.markdown import stars_are_literal
from investment_portal.formatting.text_links import BARE, bare_link

BEFORE_EMPHASIS, AFTER_INLINE = 65, 10
"""Priorities: emphasis has 60, inline patterns have 20, what is escaped is restored at 0."""

ALIGNED = re.compile(r"text-align: (left|center|right);")
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


class BareLinks(InlineProcessor):
    """Addresses and telephone numbers that stand bare in a text."""

    ANCESTOR_EXCLUDES = ("a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6")

    def handleMatch(  # noqa: N802 - the name is that of Markdown
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Link what is found; the text of a link in HTML stays."""
        if data[m.start() - 1 : m.start()] == ETX:
            return None, None, None
        href, shown = bare_link(m)
        link = Element("a", {"href": href})
        link.text = AtomicString(shown)
        return link, m.start(), m.start() + len(shown)


class JoinedLines(Treeprocessor):
    """Chinese lines without the break that their writer made."""

    def run(self, root: Element) -> None:
        """Take out line breaks between two Chinese characters, also at the edge of what is bold or linked."""
        for element in _running_text(root):
            inner = ["".join(child.itertext()) if child.tag in WITHIN_LINES else "" for child in element]
            element.text = _joined("", element.text, inner[0] if inner else "")
            for child, before, after in zip(element, inner, (*inner, "")[1:], strict=True):
                child.tail = _joined(before, child.tail, after)


class AlignedColumns(Treeprocessor):
    """Columns of tables that are aligned by a class: styles within a page are not allowed to count."""

    def run(self, root: Element) -> None:
        """Replace the style of each aligned cell."""
        for cell in (*root.iter("th"), *root.iter("td")):
            aligned = ALIGNED.fullmatch(cell.get("style", ""))
            if aligned:
                del cell.attrib["style"]
                cell.set("class", f"align-{aligned[1]}")


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
        md.inlinePatterns.register(BareLinks(BARE, md), "bare_links", BEFORE_EMPHASIS + 1)
        md.treeprocessors.register(JoinedLines(md), "joined_lines", AFTER_INLINE)
        md.treeprocessors.register(AlignedColumns(md), "aligned_columns", AFTER_INLINE)
