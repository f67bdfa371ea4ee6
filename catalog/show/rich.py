"""Prose of staff as safe HTML: Markdown's paragraphs, lists, bold and links; HTML is shown as typed."""

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@lru_cache(maxsize=1)
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - not every build has prose to render

    return MarkdownIt("zero", {"html": False}).enable(["list", "emphasis", "link", "newline", "escape", "table"])


def rich(text: str) -> Markup:
    """Render prose; links may only lead to http, https, mail and other pages (markdown-it refuses scripts)."""
    return Markup(_markdown().render(text))  # noqa: S704 - HTML is off, so every angle bracket of the text is escaped
