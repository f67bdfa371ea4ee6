"""Render views with the templates of the portal; the article tags of 国办发〔2017〕47号 in the head."""

from html import escape

from investment_portal.components.context import Context
from investment_portal.components.parts import RecordView
from investment_portal.formatting.words import Words
from investment_portal.pages.page_kind import Page
from investment_portal.pages.shortcode import Blocks
from investment_portal.rendering.templates import Templates

RECORD = "record.html"
"""The template of records whose kind has none of its own."""


def article_tags(page: Page) -> str:
    """Return ``ArticleTitle`` (without the site's name), ``PubDate`` and ``ContentSource`` as meta elements.

    A page of a list is no article, has no day of publication and carries none of them.
    """
    if not page.published:
        return ""
    tags = {
        "ArticleTitle": page.title,
        "PubDate": f"{page.published} 00:00",
        "ContentSource": page.source,
        "Description": page.description,
    }
    return "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in tags.items())


class Renderer:
    """Renders pages and shortcodes in one language."""

    def __init__(self, templates: Templates, words: Words) -> None:
        """Hold the templates, which languages share, and the words of one language."""
        self._templates = templates
        self._words = words

    def record(self, context: Context, view: RecordView) -> str:
        """Render the page of a record with the template of its kind, if there is one, else with that of all records."""
        of_kind = f"{view.kind}.html"
        name = of_kind if self._templates.has(of_kind) else RECORD
        return self._templates.render(name, view=view, context=context, words=self._words)

    def shortcode(self, context: Context, blocks: Blocks) -> str:
        """Render what fills a shortcode."""
        return self._templates.render("slot.html", blocks=blocks, context=context, words=self._words)
