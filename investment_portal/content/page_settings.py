"""Settings of pages in ``mkdocs.yml``: those that run programs, or read what is outside the portal, are refused."""

import re
from collections.abc import Iterator
from typing import Any

from investment_portal.content.text import Fault
from investment_portal.languages import NOTHING, Sentence

KEYS = frozenset(
    {
        *("site_name", "site_description", "site_author", "site_url", "site_dir", "docs_dir", "copyright"),
        *("use_directory_urls", "strict", "theme", "plugins", "markdown_extensions", "mdx_configs", "validation"),
        *("nav", "extra", "extra_css", "extra_javascript", "exclude_docs", "not_in_nav", "draft_docs", "INHERIT"),
        *("repo_url", "repo_name", "edit_uri", "dev_addr", "watch"),
    }
)
"""Settings that only say what pages look like."""

EXTENSIONS = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
        *(f"pymdownx.{name}" for name in ("betterem", "caret", "details", "keys", "mark", "smartsymbols", "tilde")),
        *(f"pymdownx.{name}" for name in ("arithmatex", "critic", "highlight", "inlinehilite", "superfences")),
        *("pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.magiclink", "pymdownx.saneheaders"),
    }
)
"""Extensions of Markdown that read no other files and run nothing."""

INHERITED = "mkdocs.yml"
"""The file whose settings those of another language may take over."""

DOCS = re.compile(r"docs/[a-z]{2}")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|(?:.*/)?\.\.(?:/|$)", re.IGNORECASE)
"""An address of another site, or a way out of the portal."""

DELETE = Sentence("请删去这一项。", "Delete this setting.")


def page_settings_faults(content: Any) -> Iterator[Fault]:
    """Yield a fault with its path, but without its place, for each setting that is refused."""
    settings = content if isinstance(content, dict) else {}
    for key in settings:
        if key not in KEYS:
            yield _fault((key,), f"“{key}”", DELETE)
    plugins, inherited, docs = (settings.get(key) for key in ("plugins", "INHERIT", "docs_dir"))
    for key, value, fits, allowed in (
        ("plugins", plugins, not plugins, "[]"),
        ("INHERIT", inherited, inherited is None or inherited == INHERITED, INHERITED),
        ("docs_dir", docs, docs is None or DOCS.fullmatch(str(docs)) is not None, "docs/zh, docs/en"),
    ):
        if not fits:
            hint = Sentence(f"这里只能写 {allowed}，或删去这一项。", f"Write {allowed} here, or delete this setting.")
            yield _fault((key,), f"“{key}: {value}”", hint)
    theme = settings.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    if folder is not None and folder != "overrides":
        yield _fault(("theme", "custom_dir"), f"“custom_dir: {folder}”", DELETE)
    yield from _loaded(settings)


def _loaded(settings: dict[str, Any]) -> Iterator[Fault]:
    """Yield a fault for each extension, style and script that is not allowed."""
    for place, name in _extensions(settings.get("markdown_extensions")):
        if name not in EXTENSIONS:
            yield _fault(("markdown_extensions", *place), f"“{name}”", DELETE)
    for key in ("extra_css", "extra_javascript"):
        files = settings.get(key)
        for index, file in enumerate(files if isinstance(files, list) else []):
            path = file.get("path") if isinstance(file, dict) else file
            if ELSEWHERE.match(str(path)):
                hint = Sentence("把文件放进 docs/zh 或 overrides。", "Put the file into docs/zh or overrides.")
                yield _fault((key, index), f"“{path}”", hint)


def _extensions(value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the place and the name of each extension of Markdown."""
    if isinstance(value, dict):
        yield from (((name,), name) for name in value)
    for place, entry in enumerate(value if isinstance(value, list) else ()):
        for name in entry if isinstance(entry, dict) else [entry]:
            yield (place,), str(name)


def _fault(path: tuple[str | int, ...], shown: str, hint: Sentence = NOTHING) -> Fault:
    shown = shown if len(shown) < 80 else f"{shown[:78]}…”"  # noqa: PLR2004 - a line of the report
    sentence = Sentence(
        f"页面设置不能运行程序，也不能读取门户以外的文件或网址；实际是{shown}。",
        f"Settings of pages must not run programs or read files and addresses outside the portal; got {shown}.",
    )
    return Fault("closed-setting", sentence, hint, path=path)
