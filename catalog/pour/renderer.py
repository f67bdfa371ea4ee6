"""Renders views with the portal's own templates."""

from catalog.show.words import Words
from catalog.views.context import Context
from catalog.views.parts import RecordView
from catalog.views.slots.slot import Blocks
from investment_portal.rendering.templates import Templates


class Renderer:
    """Renders pages and slots in one language."""

    def __init__(self, templates: Templates, words: Words) -> None:
        """Hold the templates, which languages share, and the words of one language."""
        self._templates = templates
        self._words = words

    def record(self, context: Context, view: RecordView) -> str:
        """Render the page of a record with the template of its kind."""
        return self._templates.render(f"{view.kind}.html", view=view, context=context, words=self._words)

    def slot(self, context: Context, blocks: Blocks) -> str:
        """Render what fills a slot."""
        return self._templates.render("slot.html", blocks=blocks, context=context, words=self._words)
