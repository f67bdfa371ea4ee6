"""Render the layouts of all languages with MkDocs and Material: a program of its own, which ``layouts`` starts.

Standard input is a ``Job`` in JSON, standard output a report in JSON: ``digests`` (of each file by language and
path), ``refused`` (what MkDocs or a template objects to) or ``unwritable`` (why a file cannot be written). Any other
end is a bug. No other module imports MkDocs; another renderer replaces this module and nothing else.
"""

import hashlib
import json
import logging
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.metadata import Distribution, DistributionFinder
from os import PathLike
from pathlib import Path
from typing import Any, TypedDict

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.theme import Theme

UNUSED = re.compile(
    r"^assets/(?:javascripts|stylesheets|images)/|^sitemap\.xml$"
    r"|^assets/(?:tokens|base|shell|parts|pages|charts|art)\.css$"
)
"""Files that the site does not need: Material's styles and scripts, sheets that are published joined, a site map."""

PACKAGE = Path(__file__).parents[1]
THEME = PACKAGE / "theme"
COMPILED = Path(__file__).parent / "__pycache__" / "layouts"
"""Folder of compiled templates."""
OVERRIDES = "overrides"
THEME_NAME = "investment-portal"
NOT_FOR_MKDOCS = frozenset({"pages", "scripts", "styles", "words"})
"""Folders of the theme that the generator reads itself."""

ASSET = re.compile(r'(?P<before>(?:href|src)=")(?P<up>\.|(?:\.\./)*)(?P<name>assets/)')
INDENTATION = re.compile(r"\n\s+")
SET_AS_WRITTEN = re.compile(r"<(?:pre|textarea)\b")
BLANK_LINES = re.compile(r"\n\s*\n\s*")
RECORD = re.compile(r' href="(?:\.\./)+(?P<file>[a-z/-]+(?:/[a-z0-9-]+)?)\.yaml(?:#(?P<anchor>[^"]*))?"')
"""A link to the file of a record, or to a record by its id in a file of many."""

FROM_ROOT = re.compile(r' (?P<key>href|src)="/(?!/)(?P<path>[^"]*)"')
"""An address from the root of the page's language, as writers of pages type it."""

INHERITED = "mkdocs.yml"
"""The settings that those of another language may take over."""

MARK = "%%"
"""Begins and ends a placeholder."""

NOT_FOUND = "404.html"
"""The page that is shown at any depth, so that MkDocs writes its addresses from the root of the host."""


class Job(TypedDict):
    """A rendering job: the portal, the folder to write to, and the settings of each language, the first one first."""

    root: str
    out: str
    languages: dict[str, dict[str, Any]]


class PackageLoader(Distribution):
    """The package that this program belongs to, as MkDocs looks for it: it may run from a checkout, not installed.

    Another version may be installed as well; pages must not be rendered by its theme.
    """

    def read_text(self, filename: str) -> str | None:
        """Return the metadata that MkDocs needs."""
        entry_points = f"[mkdocs.themes]\n{THEME_NAME} = {PACKAGE.name}.{THEME.name}\n"
        return {"METADATA": f"Name: {THEME_NAME}\nVersion: 0\n", "entry_points.txt": entry_points}.get(filename)

    def locate_file(self, path: str | PathLike[str]) -> Path:
        """Return where a file of the package is."""
        return PACKAGE.parent / path


ANY = DistributionFinder.Context()


class PackageFinder(DistributionFinder):
    """Finds ``OwnPackage`` before anything that is installed."""

    def find_distributions(self, context: DistributionFinder.Context = ANY) -> Iterator[Distribution]:
        """Yield the package's theme, unless another one is requested."""
        if context.name in {None, THEME_NAME}:
            yield PackageLoader()

    def find_spec(self, *_: object) -> None:
        """Find no module."""


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates, which both languages use; those of the libraries and of this package also between runs.

    They are stored beside the package's own byte code, as those of pages are. A portal's own stay in memory.
    """

    def __init__(self, portal: Path) -> None:
        """Take the portal, whose templates are not stored."""
        super().__init__(str(COMPILED), f"%s-escaped-{jinja2.__version__}.cache")
        self._portal, self._compiled = portal, dict[str, bytes]()
        self._unstored: set[str] = set()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place of a template, with its code if it was compiled before."""
        installed = filename is not None and not Path(filename).is_relative_to(self._portal / OVERRIDES)
        if sys.dont_write_bytecode or not installed:
            self._unstored.add(self.get_cache_key(name, filename))
        return super().get_bucket(environment, name, filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template that was compiled before."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])
        elif bucket.key not in self._unstored:
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template; where the folder cannot be written, in memory alone."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()
        if bucket.key not in self._unstored:
            with suppress(OSError):
                COMPILED.mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)


class ThemeLoader(FileSystemLoader):
    """Templates of the theme; lists only files that MkDocs may copy, not Material's 14 000 icons."""

    def list_templates(self) -> list[str]:
        """Return the paths of files outside hidden folders."""
        paths = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                hidden = NOT_FOR_MKDOCS if folder == top else ()
                folders[:] = [name for name in folders if not name.startswith(".") and name not in hidden]
                paths |= {Path(folder, name).relative_to(top).as_posix() for name in names}
        return sorted(path for path in paths if not UNUSED.search(path))


class PortalTheme(Theme):
    """The theme of ``mkdocs.yml`` below the portal's overrides, with compiled templates that both languages share."""

    def __init__(self, theme: Theme, overrides: Path, cache: CompiledTemplates) -> None:
        """Load the theme again with the same options; ``overrides`` is for settings without a ``custom_dir``."""
        options = {key: value for key, value in theme.items() if key != "locale"}
        custom_dir = theme.custom_dir or (str(overrides) if overrides.is_dir() else None)
        options |= {"custom_dir": custom_dir, "locale": str(theme.locale)}
        super().__init__(**options, static_templates=theme.static_templates)
        self.static_templates.discard("sitemap.xml")
        self._cache = cache

    def get_env(self) -> Environment:
        """Return a Jinja environment for the theme: settings and words are shown as they are typed."""
        return super().get_env().overlay(loader=ThemeLoader(self.dirs), bytecode_cache=self._cache, autoescape=True)


class Messages(logging.Handler):
    """Collect each message once: the same mistake is often in both languages."""

    def __init__(self) -> None:
        """Take warnings and errors."""
        super().__init__(logging.WARNING)
        self.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
        self.texts: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Collect a message."""
        self.add(self.format(record))

    def add(self, text: str) -> None:
        """Collect a text."""
        self.texts[text.strip()] = None


def tidy(html: str, language: str, *, first: bool) -> str:
    """Drop blank lines and indentation, and link every language to the assets of the first."""
    # White space counts in texts that are set as they are written.
    html = (BLANK_LINES if SET_AS_WRITTEN.search(html) else INDENTATION).sub("\n", html).strip()
    if not first:
        html = ASSET.sub(r"\g<before>../\g<up>\g<name>", html)
        html = re.sub(rf'="((?:/[^"/]+)*)/{language}/assets/', r'="\1/assets/', html)
    return html


def link_records(html: str, name: str, columns: Mapping[str, str]) -> str:
    """Replace links to files of records by links to their pages, as seen from the page at ``name``.

    ``columns`` maps a folder of records, or a file of many without its ending, to the column of their pages.
    """

    def link(match: re.Match[str]) -> str:
        file, anchor = match["file"], match["anchor"] or ""
        folder, _, id_ = file.rpartition("/")
        if file in columns:
            folder, id_, anchor = file, anchor, ""
        if folder not in columns or not id_:
            return match[0]  # leads to nothing: the check of links reports it
        return f' href="{"../" * name.count("/")}{columns[folder]}/{id_}/{f"#{anchor}" if anchor else ""}"'

    return RECORD.sub(link, html)


def link_from_root(html: str, name: str) -> str:
    """Make addresses from the root relative to the page at ``name``: the site may be below a path, or on a disk."""
    up = "../" * name.count("/") or "./"
    return FROM_ROOT.sub(rf' \g<key>="{up}\g<path>"', html) if name != NOT_FOUND else html


def render(job: Job, messages: Messages) -> bool:
    """Render each language into a folder of its own; return whether MkDocs accepts all of them.

    All languages are tried: the messages name the mistakes of both.
    """
    root, out = Path(job["root"]), Path(job["out"])
    cache = CompiledTemplates(root)
    configs: dict[str, MkDocsConfig] = {}
    accepted = True
    for name in {**dict.fromkeys(settings["config"] for settings in job["languages"].values()), INHERITED: None}:
        for fault in refused_settings(root / name):
            messages.add(f"{name}: {fault}")
            accepted = False
    for language, settings in job["languages"].items() if accepted else ():
        try:
            configs[language] = _config(root, out / language, settings, cache)
        except MkDocsException as error:
            accepted = _collect(error, messages)
    for language, config in configs.items() if accepted else ():
        other = as_typed(job["languages"][language]["other"])
        config.extra["other"] = {**other, "words": configs[other["language"]].extra["words"]}
        try:
            build(config)
        except (MkDocsException, TemplateError) as error:
            accepted = _collect(error, messages)
    return accepted


def refused_settings(path: Path) -> list[str]:
    """Return why settings must not be given to MkDocs, which would run programs that they name."""
    from investment_portal.content.page_settings import page_settings_faults  # noqa: PLC0415 - as below
    from investment_portal.content.text import Unreadable  # noqa: PLC0415 - the same
    from investment_portal.content.yaml_loader import load  # noqa: PLC0415 - the same

    try:
        content = load(path.read_bytes()) if path.exists() else None
        return [fault.sentence.en for fault in page_settings_faults(content.value)] if content else []
    except Unreadable as error:
        return [error.fault.sentence.en]


class TypedText(str):
    """A setting with the marks of a placeholder, which its page shows as they are typed."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the HTML, which the search for placeholders passes by."""
        return str(Markup.escape(str(self))).replace("%", "&#37;")


def as_typed(value: Any) -> Any:
    """Return settings whose texts cannot be taken for placeholders."""
    if isinstance(value, dict):
        return {as_typed(key): as_typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_typed(inner) for inner in value]
    return TypedText(value) if isinstance(value, str) and MARK in value else value


def _config(root: Path, out: Path, settings: dict[str, Any], cache: CompiledTemplates) -> MkDocsConfig:
    settings = as_typed(settings)
    config = load_config(
        str(root / settings["config"]),
        site_name=settings["name"],
        site_description=settings["description"],
        site_url=settings["url"],
        site_dir=str(out),
    )
    from investment_portal.rendering.page_markdown import PageMarkdown  # noqa: PLC0415 - the package can be imported only now

    config.markdown_extensions.append(PageMarkdown())  # an extension may be an object
    config.extra["words"] = {**settings["words"], **as_typed(config.extra.get("words", {}))}
    config.theme = PortalTheme(config.theme, root / OVERRIDES, cache)
    config.extra["portal"] = settings["portal"]
    config.nav = _without(as_typed(config.nav), settings["empty"])
    # MkDocs knows no files of records. Links are checked with their lines before the build, and in the built site.
    config.validation.links.not_found = logging.DEBUG
    return config


def _without(nav: Any, empty: list[str]) -> Any:
    """Return a menu without the columns that have no records, and without sections that this leaves empty."""
    remaining = []
    for item in nav or []:
        (title, target) = next(iter(item.items())) if isinstance(item, dict) else (None, item)
        if isinstance(target, list):
            inner = _without(target, empty)
            remaining += [{title: inner}] if inner else []
        elif target.removesuffix(".md").split("/")[0] not in empty:
            remaining.append(item)
    return remaining


def _collect(error: Exception, messages: Messages) -> bool:
    """Add an error's text to the messages; in strict mode MkDocs has logged its warnings itself."""
    if isinstance(error, TemplateSyntaxError):
        messages.add(f"{error.filename}:{error.lineno}: {error.message}")
    elif not isinstance(error, Abort):
        messages.add(str(error))
    return False


def _finish(out: Path, language: str, columns: Mapping[str, str], *, first: bool) -> dict[str, str]:
    """Correct the pages of a language; return the digests of its files by path, of pages alone after the first."""
    from investment_portal.rendering.content_policy import with_policy  # noqa: PLC0415 - as above

    digests = {}
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        name, content = path.relative_to(out).as_posix(), path.read_bytes()
        if name.endswith(".html"):
            html = link_from_root(tidy(content.decode(), language, first=first), name)
            html = with_policy(link_records(html, name, columns))
            content = html.encode()
            path.write_bytes(content)
        elif not first or UNUSED.search(name):
            continue
        digests[name] = hashlib.sha256(content).hexdigest()[:24]
    return digests


def main() -> None:
    """Wait for the job, render it, report; without a job (the build was stopped) do nothing."""
    line = sys.stdin.readline()
    if not line:
        return
    job: Job = json.loads(line)
    sys.path.insert(0, str(PACKAGE.parent))
    sys.meta_path.insert(0, PackageFinder())
    messages = Messages()
    logging.getLogger().addHandler(messages)
    report: dict[str, Any]
    try:
        if render(job, messages):
            first = next(iter(job["languages"]))
            out = Path(job["out"])
            digests = {
                code: _finish(out / code, code, settings["columns"], first=code == first)
                for code, settings in job["languages"].items()
            }
            report = {"digests": digests}
        else:
            report = {"refused": "\n".join(messages.texts)}
    except OSError as error:
        report = {"unwritable": str(error)}
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main()
