"""Renders views with the portal's own templates."""

from pathlib import Path

from catalog.pour.templates import Templates
from catalog.show.words import Words
from catalog.views.context import Context
from catalog.views.parts import RecordView
from catalog.views.slots.slot import Blocks


class Renderer:
    """Holds the compiled templates of one language.

    Templates call each other in many ways: what is rendered depends on all of them.
    """

    def __init__(self, root: Path, words: Words) -> None:
        """Open the templates."""
        self._templates = Templates(root, words=words)

    def record(self, context: Context, view: RecordView) -> str:
        """Render the page of a record."""
        return self._templates.get_template("record.html").render(view=view, context=context)

    def slot(self, context: Context, blocks: Blocks) -> str:
        """Render what fills a slot."""
        return self._templates.get_template("slot.html").render(blocks=blocks, context=context)
