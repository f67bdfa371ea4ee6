"""Renders views with the portal's own templates."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from catalog.show.words import Words
from catalog.views.context import Context
from catalog.views.parts import RecordView
from catalog.views.slots.slot import Blocks


class Renderer:
    """Holds the compiled templates of one language."""

    def __init__(self, root: Path, words: Words) -> None:
        """Open ``overrides/pages``; whatever a template asks for and a view lacks is an error."""
        environment = Environment(
            loader=FileSystemLoader(root / "overrides" / "pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        shared = {"words": words}
        self._record: Template = environment.get_template("record.html", globals=shared)
        self._slot: Template = environment.get_template("slot.html", globals=shared)

    def record(self, context: Context, view: RecordView) -> str:
        """Render the page of a record."""
        return self._record.render(view=view, context=context)

    def slot(self, context: Context, blocks: Blocks) -> str:
        """Render what fills a slot."""
        return self._slot.render(blocks=blocks, context=context)
