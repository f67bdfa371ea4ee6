"""The templates of pages: composed of small files when they are compiled, without a call for each when rendered.

Templates have one tag of their own, ``inline``, which puts the content of another file in its place::

    {% inline "elements/link.html" with link = card.more %}
    {% inline "components/*.html" by part.component %}

The first form may set values, which hold in that file alone. The second form chooses the file when the page is
rendered, among all that match the pattern: the value stands for the ``*``. An inlined file sees the values of the place
where it is inlined. A file cannot inline itself; what is shown within itself needs a macro, as in
``elements/parts.html``.

Jinja's ``include`` and ``import`` work as well, but cost more in each page than most components do.
"""

import hashlib
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError

from investment_portal.formatting.phrases import phrased
from investment_portal.languages import Sentence
from investment_portal.refusals import RegistryError
from investment_portal.rendering import compiled
from investment_portal.rendering.escaping import escape
from investment_portal.rendering.inline import THEME_PAGES, TemplateEnvironment
from investment_portal.rendering.sources import Sources, TemplateFault

MISSING = Sentence(f"没有这个模板。请在 {THEME_PAGES} 里新建。", f"The file is missing. Write it in {THEME_PAGES}.")


ESCAPING = f"\nfrom {escape.__module__} import {escape.__name__}\n"
"""The last line of the source that Jinja generates: a quicker function in the place of its own."""


class Templates:
    """Renders the templates of a portal; each is compiled when it is first needed."""

    def __init__(self, sources: Sources, store: Path = compiled.FOLDER) -> None:
        """Take the template files of a portal; ``store`` is the folder of compiled templates."""
        self._sources, self._store = sources, store
        self._loader = _Loader(sources, store)
        self._environment = TemplateEnvironment(self._sources, self._loader)
        # Data for scripts stands in pages as JSON: Chinese as it is, the same bytes in each build.
        json = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
        self._environment.policies["json.dumps_kwargs"] = json
        self._environment.tests["external"] = _is_external
        self._environment.filters["links"] = _links
        self._environment.filters["phrased"] = phrased

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy the sources to another process, which compiles them or finds them compiled."""
        return Templates, (self._sources, self._store)

    @property
    def digest(self) -> bytes:
        """Digest of all template files and of the code that renders them."""
        return self._loader.digest

    def has(self, name: str) -> bool:
        """Return whether there is a template of a name."""
        return name in self._sources.texts

    def prepare(self) -> None:
        """Compile what all pages need, so that processes that are forked later need not."""
        with self._faults("elements/parts.html"):
            self._environment.get_template("elements/parts.html")

    def render(self, name: str, /, **values: object) -> str:
        """Return the HTML of a template; raise ``TemplateFault`` where an error arises in a template."""
        with self._faults(name):
            return self._environment.get_template(name).render(values)

    @contextmanager
    def _faults(self, name: str) -> Iterator[None]:
        """Raise ``TemplateFault`` in place of an error that arises in a template."""
        try:
            yield
        except Exception as error:
            fault = self._fault(name, error)
            if fault is None:
                raise
            raise fault from error

    def _fault(self, name: str, error: Exception) -> TemplateFault | None:
        """Return file, line and reason of an error; nothing where it did not arise in a template."""
        if isinstance(error, TemplateSyntaxError):
            return TemplateFault(*self._sources.place(error.name or name, error.lineno), error.message or "")
        # Jinja puts the lines of templates into the traceback.
        frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
        places = [(self._loader.names[file], line) for file, line in frames if file in self._loader.names]
        if places:
            reason = error.sentence if isinstance(error, RegistryError) else str(error)
            return TemplateFault(*self._sources.place(*places[-1]), reason)
        if isinstance(error, TemplateNotFound):
            return TemplateFault(self._sources.file(name), 1, MISSING)
        return None


class _Loader(BaseLoader):
    """Loads templates from their sources, or as an earlier run compiled them."""

    has_source_access = False

    def __init__(self, sources: Sources, store: Path) -> None:
        """Hold the sources and the folder of compiled templates."""
        self._sources, self._store = sources, store
        self.digest = hashlib.blake2b(sources.digest + compiled.writer(), digest_size=16).digest()
        self._codes: dict[str, CodeType] = {}
        self.names: dict[str, str] = {}
        """Names of the loaded templates, by the names that their code bears in tracebacks."""

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:  # noqa: A002 - the name that Jinja gives it
        """Return a template."""
        text = self._sources.texts.get(name)
        if text is None:
            raise TemplateNotFound(name)
        code = self._code(environment, name, text)
        self.names[code.co_filename] = name
        # A plain dictionary: Jinja lays mappings over each other and looks through all of them for each page.
        return Template.from_code(environment, code, dict(globals or {}))

    def _code(self, environment: Environment, name: str, text: str) -> CodeType:
        """Return the code of a template. Templates with the same text share it, as those of most kinds of pages do."""
        digest = hashlib.blake2b(self.digest + text.encode(), digest_size=16).hexdigest()
        if digest not in self._codes:
            self._codes[digest] = compiled.load(
                digest, lambda: environment.compile(text, name, name, raw=True) + ESCAPING, self._store
            )
        return self._codes[digest]


def _is_external(address: str) -> bool:
    """Return whether an address leads to another site."""
    return address.startswith(("http://", "https://"))


def _links(value: Any) -> Iterator[tuple[bool, Any]]:
    """Yield each link of a value that is one link or several, and whether it is the first."""
    first = True
    for link in value if isinstance(value, list | tuple) else [value]:
        yield first, link
        first = False
