"""Render the prose of records as safe HTML: paragraphs, lists, bold and links of Markdown.

Nearly all texts are paragraphs and plain lists, which are rendered here in a tenth of the time that Markdown takes. All
other texts are rendered by markdown-it, which is the reference; a test compares both.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from investment_portal.characters import WIDE, unwrapped

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_UNUSUAL = re.compile(
    r"""
    [*_\\\[\]|]                       # emphasis, escapes, links, tables
    | [\x00-\x09\x0b-\x1f\x7f-\x9f]   # tabs, carriage returns and other control characters
    | ^[^\S\n] | [^\S\n]$             # white space at the edge of a line
    | ^(?:\d+[.)]|\+)(?:\s|$)         # numbered lists, lists with another sign
    | ^-(?!\ )                        # lists without a blank
    | ^-\ (?:\s|$|[-+]|\d+[.)])       # empty entries, lists within lists
    """,
    re.MULTILINE | re.VERBOSE,
)
_WRAP = rf"(?<=[{WIDE}])((?:</(?:strong|em|a)>)*)\n((?:<(?:strong|em|a)\b[^>]*>)*)(?=[{WIDE}])"
"""A line break between two Chinese characters, also where one of them is set in bold or linked."""

_INDENTED = re.compile(r"\n(?=\u3000)")
"""Where a paragraph begins with full-width spaces, as Chinese paragraphs do."""

_BLANK_LINES = re.compile(r"\n{2,}")
_ENTRY = "- "


def rich(text: str) -> Markup:
    """Render prose; links may only lead to http, https, mail and other pages (markdown-it refuses scripts)."""
    joined = joined_lines(text)
    html = _usual(joined)
    if html is None:
        html = rendered(joined)
    return Markup(html)  # noqa: S704 - every angle bracket of the text is escaped


def joined_lines(text: str) -> str:
    """Return a text without breaks between Chinese characters; full-width spaces begin a paragraph."""
    return unwrapped(_INDENTED.sub("\n\n", text) if "\u3000" in text else text)


def rendered(text: str) -> str:
    """Render any text with markdown-it."""
    html = re.sub(_WRAP, r"\1\2", _markdown().render(text))
    return _ALIGNED.sub(r'class="align-\1"', html) if "<table" in html else html


@lru_cache(maxsize=1)
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - not every build has prose to render

    markdown = MarkdownIt("zero", {"html": False}).enable(["list", "emphasis", "link", "newline", "escape", "table"])
    markdown.inline.ruler.at("emphasis", _tokenize_stars)
    return markdown


def stars_are_literal(before: str, after: str, count: int) -> bool:
    """Return whether asterisks between two characters are literal rather than emphasis.

    A single star within a word multiplies: ``12*8*6``, ``长*宽*高``, ``(1+2)*(3+4)``. Two set bold also within Chinese
    words, but not within a number or a formula: ``2**10``.
    """
    if before in _CLOSING and after in _OPENING:
        return True
    if count == 1:
        return before.isdigit() or after.isdigit() or (before.isalnum() and after.isalnum())
    return before.isalnum() and after.isalnum() and before.isascii() and after.isascii()


_ALIGNED = re.compile(r'style="text-align:(left|center|right)"')
"""How markdown-it aligns a column; a text that looks so has its quotes escaped."""

_CLOSING = frozenset(")]）】")
_OPENING = frozenset("([（【")
_CHINESE = f"[{WIDE}]"


def _tokenize_stars(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - as markdown-it calls it
    """Parse emphasis as markdown-it does, but leave literal asterisks.

    Beside Chinese, bold may begin and end at punctuation: ``**重点：**项目``.
    """
    from markdown_it.rules_inline import emphasis  # noqa: PLC0415 - as markdown-it itself

    start = state.pos
    if silent or state.src[start] != "*":
        return emphasis.tokenize(state, silent)
    end = start
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    if stars_are_literal(before, after, end - start):
        state.push("text", "", 0).content = "*" * (end - start)
        state.pos = end
        return True
    emphasis.tokenize(state, silent)
    if end - start > 1 and (re.match(_CHINESE, before) or re.match(_CHINESE, after)):
        for delimiter in state.delimiters[start - end :]:
            delimiter.open, delimiter.close = not after.isspace(), not before.isspace()
    return True


def _usual(text: str) -> str | None:
    """Render paragraphs and plain lists as Markdown does; return nothing where a text has anything else."""
    if _UNUSUAL.search(text):
        return None
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    pieces = []
    after_list = False
    for block in filter(None, _BLANK_LINES.split(escaped.strip("\n"))):
        entries = block.startswith(_ENTRY)
        if not entries and f"\n{_ENTRY}" not in block:
            pieces.append(f"<p>{block}</p>\n")
        elif entries and not after_list and block.count(f"\n{_ENTRY}") == block.count("\n"):
            items = block.removeprefix(_ENTRY).replace(f"\n{_ENTRY}", "</li>\n<li>")
            pieces.append(f"<ul>\n<li>{items}</li>\n</ul>\n")
        else:
            return None
        after_list = entries
    return "".join(pieces)
