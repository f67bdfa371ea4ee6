"""Collect from the built pages the bundles that they load, and what the compliance report assesses.

Workers read the pages that they render. The cache holds what was found in the last build, by page, for those that are
left alone; pages in which nothing was found have no entry.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape

from msgspec.json import decode, encode

from investment_portal.domain.compliance.duty import BuiltPages
from investment_portal.domain.compliance.pages import ARTICLE_TAGS, COLUMN_TAGS, SITE_TAGS
from investment_portal.languages import LANGUAGES, language_path
from investment_portal.models.kinds import COLUMNS
from investment_portal.models.record import Record
from investment_portal.publish.site import PublishedSite
from investment_portal.rendering.page_bundles import bundles_in
from investment_portal.rendering.pages import ContentInput, PageInput, ProjectInput

TAG = re.compile(rb'<meta name="([^"]+)" content="([^"]*)"')
OUTSIDE = re.compile(rb' href="(https?://[^"]*)"')
EMPTY = frozenset({b"", b"null", b"None"})
MISSING, REPEATED, LOADED = "-", "+", "~"
"""First character of a finding, before the name of a tag in the head, or the path of a bundle; no address begins so."""

NOT_FOUND = "404.html"
"""A page without a column."""

PageFindings = dict[str, list[str]]
"""Findings by the path of the page."""


def is_article(page: PageInput) -> bool:
    """Return whether a page is one of a record, which has a day of publication."""
    if isinstance(page, ContentInput):
        return False
    if isinstance(page, ProjectInput):
        return True
    kind = COLUMNS.get(page.column)
    return kind is not None and issubclass(kind.model, Record)


def findings_in(path: str, content: bytes, *, article: bool) -> list[str]:
    """Return the tags that the head of a page lacks or has twice, and the addresses of other sites in its article."""
    end = content.find(b"</head>")
    tags = TAG.findall(content, 0, end)
    filled = {name for name, value in tags if value not in EMPTY}
    demanded: Iterable[str] = SITE_TAGS
    if path.rpartition("/")[2] != NOT_FOUND:
        demanded = (*SITE_TAGS, *COLUMN_TAGS, *(ARTICLE_TAGS if article else ()))
    entries = [f"{MISSING}{name}" for name in demanded if name.encode() not in filled]
    names = [name.lower() for name, _ in tags]
    if len(set(names)) != len(names):
        entries += [f"{REPEATED}{name.decode()}" for name in sorted({name for name in names if names.count(name) > 1})]
    start = content.find(b"<article", end)
    links = set(OUTSIDE.findall(content, start, content.rfind(b"</article>")))
    entries += [f"{LOADED}{bundle}" for bundle in bundles_in(content)]
    return entries + sorted(unescape(link.decode()) for link in links)


class PageCollector:
    """The findings in the pages of a site."""

    def __init__(self, address: str, site: PublishedSite, last: bytes | None) -> None:
        """Take the portal's own address, its site, and what the last build found, as ``encoded`` has it."""
        self._address, self._site = address, site
        self._stored = last
        self._last: PageFindings | None = decode(last, type=PageFindings) if last else None
        self._new: PageFindings = {}
        self._fresh: set[str] = set()
        self._all: PageFindings = {}

    def add(self, path: str, content: bytes, page: PageInput) -> None:
        """Add what is in one page."""
        entries = findings_in(path, content, article=is_article(page))
        self.update([path], {path: entries} if entries else {})

    def update(self, paths: Iterable[str], findings: PageFindings) -> None:
        """Add what was found in new pages."""
        self._fresh.update(paths)
        self._new.update(findings)

    def bundles(self) -> list[str]:
        """Return the paths of all bundles that pages load, once ``built_pages`` was asked for."""
        return sorted({item[1:] for entries in self._all.values() for item in entries if item[0] == LOADED})

    def encoded(self) -> bytes | None:
        """Return what was found in a form for the cache; None where it holds that already."""
        content = encode(dict(sorted(self._all.items())))
        return content if content != self._stored else None

    def built_pages(self, pages: Mapping[str, PageInput]) -> BuiltPages:
        """Return what all pages contain; ``pages`` are their inputs by path.

        A dead link stops the build before the report is published.
        """
        self._all = {path: entries for path in pages if (entries := self._of(path, pages[path]))}
        missing: dict[str, list[str]] = {}
        repeated: dict[str, list[str]] = {}
        outside: dict[str, list[str]] = {}
        for path, entries in sorted(self._all.items()):
            for item in entries:
                if item[0] == MISSING:
                    missing.setdefault(item[1:], []).append(path)
                elif item[0] == REPEATED:
                    repeated.setdefault(item[1:], []).append(path)
                elif item[0] != LOADED and not item.startswith(self._address):
                    outside.setdefault(item, []).append(path)
        second = tuple(prefix for language in LANGUAGES if (prefix := language_path(language)))
        of_first = [path for path in pages if not path.startswith(second)]
        counts: Sequence[int] = [
            len(of_first)
            if not language_path(language)
            else sum(path.startswith(language_path(language)) for path in pages)
            for language in LANGUAGES
        ]
        names = frozenset(
            page.name.removesuffix("/index.html") for page in pages.values() if isinstance(page, ContentInput)
        )
        return BuiltPages(len(pages), missing, repeated, outside, 0, names, tuple(counts))

    def _of(self, path: str, page: PageInput) -> list[str]:
        if path in self._fresh:
            return self._new.get(path, [])
        if self._last is not None:
            return self._last.get(path, [])
        return findings_in(path, self._site.read(path), article=is_article(page))
