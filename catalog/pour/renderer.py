"""Renders views with the portal's own templates."""

from markupsafe import Markup

from catalog.show.words import Words
from catalog.views.context import Context
from catalog.views.parts import Card, Finished, RecordView, Section
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

    def section(self, context: Context, section: Section) -> Finished:
        """Render a section that many pages of one depth show."""
        html = Markup(self.slot(context, [section]))  # noqa: S704 - a template escaped it
        return Finished(html, section.id, section.title)

    def card(self, context: Context, card: Card, level: int = 3) -> Finished:
        """Render a card that many pages of one depth show; ``level`` is that of its heading."""
        html = self._templates.render("elements/card.html", card=card, level=level, context=context, words=self._words)
        return Finished(Markup(html), card.id, card.title)  # noqa: S704 - a template escaped it

    def slot(self, context: Context, blocks: Blocks) -> str:
        """Render what fills a slot."""
        return self._templates.render("slot.html", blocks=blocks, context=context, words=self._words)
