"""Turn the HTML of our own templates into Markdown: text, headings, lists, tables and links.

It reads what templates and ``rich`` write, where every ``<`` of a text is escaped; it is no parser of any HTML.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

TOKEN = re.compile(r"""<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:[^>"]|"[^"]*")*)>|(?P<text>[^<]+)""")
HREF = re.compile(r'\bhref="([^"]*)"')
NOT_TEXT = frozenset({"button", "form", "noscript", "script", "select", "style", "svg", "template"})
"""Elements of which nothing is text to read."""

PLACEHOLDER = "%%"
"""A link whose address a page still has to fill in leaves its text alone."""

BEGINS: Mapping[str, str] = {
    **{f"h{level}": f"\n\n{'#' * level} " for level in range(1, 7)},
    **dict.fromkeys(("p", "div", "section", "article", "ul", "ol", "dl", "table", "header", "details"), "\n\n"),
    "li": "\n- ",
    "dt": "\n- **",
    "tr": "\n| ",
    "summary": "\n\n**",
    "strong": "**",
    "em": "*",
    "br": " ",
}
ENDS: Mapping[str, str] = {
    **{f"h{level}": "\n\n" for level in range(1, 7)},
    **dict.fromkeys(("p", "div", "section", "article", "ul", "ol", "dl", "table", "header", "details"), "\n\n"),
    "dt": "**: ",
    "th": " | ",
    "td": " | ",
    "summary": "**\n\n",
    "strong": "**",
    "em": "*",
}
ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "\\`*[]<|"})
SPACE = re.compile(r"\s+")
UNUSUAL = re.compile(r"[\\`*\[\]<|\n\t\r\u3000]|\s\s|^\s|\s$")
"""Signs that are escaped, and white space that is joined."""
BLANKS = re.compile(r"[ \t]*\n[ \t]*")
BLANK_LINES = re.compile(r"\n{3,}")
EMPTY_ENTRY = re.compile(r"\n- *(?=\n)")
ENTRY_GAP = re.compile(r"\n-\s+")
BETWEEN_ENTRIES = re.compile(r"(?<=\n)(- [^\n]*)\n\n(?=- )")


@lru_cache(8192)  # labels and units are on every page
def plain_text(text: str) -> str:
    """Return a plain text as Markdown, in one line; no sign of it is read as markup."""
    if not UNUSUAL.search(text):
        return text
    return SPACE.sub(" ", text.translate(ESCAPES)).strip()


def link(text: str, href: str) -> str:
    """Return a link; ``text`` is Markdown."""
    address = f"<{href}>" if "(" in href or ")" in href or " " in href else href
    return f"[{text}]({address})"


@lru_cache(512)
def markdown_of(html: str) -> str:
    """Return HTML as Markdown."""
    parts: list[str] = []
    links: list[tuple[int, str]] = []
    hidden = columns = 0
    for match in TOKEN.finditer(html):
        name, text = match["name"], match["text"]
        if name in NOT_TEXT:
            hidden += -1 if match["end"] else 1
        elif hidden:
            continue
        elif text:
            parts.append(SPACE.sub(" ", unescape(text).translate(ESCAPES)))
        elif name == "a":
            if not match["end"]:
                target = HREF.search(match["attributes"])
                links.append((len(parts), unescape(target[1]) if target else ""))
            elif links:
                _close(parts, *links.pop())
        else:
            columns = columns + 1 if name == "th" and match["end"] else 0 if name == "table" else columns
            parts.append((ENDS if match["end"] else BEGINS).get(name, ""))
            if name == "thead" and match["end"]:
                parts.append(f"\n|{' --- |' * columns}")
    return _tidy("".join(parts))


def _close(parts: list[str], start: int, href: str) -> None:
    """Put the parts since a link's start into brackets, unless it has no text or no address yet."""
    text = "".join(parts[start:]).strip()
    if text and href and PLACEHOLDER not in href and "\n" not in text:
        before = next((parts[place] for place in range(start - 1, -1, -1) if parts[place]), "")[-1:]
        apart = " " if before == ")" or (before.isascii() and before.isalnum()) else ""
        parts[start:] = [apart, link(text, href)]


def _tidy(text: str) -> str:
    """Return Markdown without blanks at the ends of lines, empty entries and repeated blank lines."""
    text = BLANKS.sub("\n", text)
    text = ENTRY_GAP.sub("\n- ", EMPTY_ENTRY.sub("", text))
    return BETWEEN_ENTRIES.sub(r"\1\n", BLANK_LINES.sub("\n\n", text)).strip()
