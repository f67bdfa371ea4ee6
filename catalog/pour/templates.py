"""The portal's own templates: each is compiled once and kept between builds."""

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any, cast

import markupsafe
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape

FOLDER = "overrides/pages"


def written(value: Any) -> str:
    """Escape what a template writes: Jinja's own way to it takes three times as long, for every value of every page."""
    kind = type(value)
    if kind is str:
        return SIGNS(value)
    return value if kind is Markup else escape(value)


SIGNS: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(escape(text)))
"""What ``escape`` does to a plain text once it has found out that it is one."""


class OwnTemplate(Template):
    """A template whose macros, where another imports them with context, see ``context`` and are made once a page."""

    _page: tuple[Any, TemplateModule] | None = None

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - the name that Jinja gives it
        uptodate: Callable[[], bool] | None = None,
    ) -> "OwnTemplate":
        """Make a template of its code, as Jinja does, with a quicker way to escape."""
        # A plain dictionary: Jinja lays mappings over each other, and looks through all of them for each page.
        made = super().from_code(environment, code, dict(globals), uptodate)
        made.root_render_func.__globals__["escape"] = written
        return cast("OwnTemplate", made)

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - the name that Jinja gives it
        shared: bool = False,  # noqa: FBT001, FBT002 - the same
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - the same
    ) -> TemplateModule:
        """Give the template's macros."""
        page = (vars or {}).get("context")
        if page is None:
            return super().make_module(vars, shared, locals)
        if self._page is None or self._page[0] is not page:
            self._page = (page, super().make_module({**self.globals, "context": page}, shared=True))
        return self._page[1]


class OwnContext(Context):
    """What a template knows while it is rendered: it calls things directly."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call a function or macro; none of ours asks for more than it is given, which Jinja finds out every time."""
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class Templates(Environment):
    """Opens templates; whatever a template asks for and a view lacks is an error."""

    template_class = OwnTemplate
    context_class = OwnContext

    def __init__(self, root: Path, **globals_: Any) -> None:
        """Open ``overrides/pages``; ``globals_`` are known in every template, those that are imported too."""
        super().__init__(
            loader=FileSystemLoader(root / FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # A build reads each template once: one that is saved meanwhile counts in the next.
            auto_reload=False,
        )
        # Data for scripts stands in pages as JSON: Chinese as it is, the same bytes at every build.
        self.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
        self.globals.update(globals_)
        self._opened: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - the name that Jinja gives it
    ) -> Template:
        """Open a template, each once: a page opens two hundred, one for each of its parts."""
        if isinstance(name, Template):
            return name
        found = self._opened.get(name)
        if found is None:
            found = self._opened[name] = super().get_template(name, parent, globals)
        return found
