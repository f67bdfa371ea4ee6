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
        self._templates = Environment(
            loader=FileSystemLoader(root / "overrides" / "pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # Data for scripts stands in pages as JSON: Chinese as it is, the same bytes at every build.
        self._templates.policies["json.dumps_kwargs"] = {
            "ensure_ascii": False,
            "sort_keys": True,
            "separators": (",", ":"),
        }
        self._words = words

    def record(self, context: Context, view: RecordView) -> str:
        """Render the page of a record."""
        return self._render("record.html", view=view, context=context)

    def slot(self, context: Context, blocks: Blocks) -> str:
        """Render what fills a slot."""
        return self._render("slot.html", blocks=blocks, context=context)

    def _render(self, name: str, **values: object) -> str:
        template: Template = self._templates.get_template(name, globals={"words": self._words})
        return template.render(**values)
