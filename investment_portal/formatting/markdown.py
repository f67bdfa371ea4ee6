"""Render the prose of records as safe HTML: paragraphs, lists, bold and links of Markdown.

Nearly all texts are paragraphs and plain lists, which are rendered here in a tenth of the time that Markdown takes. All
other texts go to markdown-it, which decides what a text means; a test compares both.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

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
_BLANK_LINES = re.compile(r"\n{2,}")
_ENTRY = "- "


def rich(text: str) -> Markup:
    """Render prose; links may only lead to http, https, mail and other pages (markdown-it refuses scripts)."""
    html = _usual(text)
    if html is None:
        html = _markdown().render(text)
    return Markup(html)  # noqa: S704 - every angle bracket of the text is escaped


@lru_cache(maxsize=1)
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - not every build has prose to render

    return MarkdownIt("zero", {"html": False}).enable(["list", "emphasis", "link", "newline", "escape", "table"])


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
