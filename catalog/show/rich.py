"""Prose of staff as safe HTML: Markdown's paragraphs, lists, bold and links; HTML is shown as typed."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("zero", {"html": False}).enable(["list", "emphasis", "link", "newline", "escape", "table"])


def rich(text: str) -> Markup:
    """Render prose; links may only lead to http, https, mail and other pages (markdown-it refuses scripts)."""
    return Markup(_markdown().render(text))  # noqa: S704 - HTML is off, so every angle bracket of the text is escaped
