"""Check the links of the built site: each leads to a file of the site, and its anchor to an element of that page.

Workers read the links of the pages that they render. A target counts once, however many pages link to it, and the cache
holds the targets of the last build: pages that are left alone link to nothing else. Only where a target is missing are
all pages read again, to find those that link to it.

Links to other sites are not followed. An address below the portal's own is a link of the site, relative or not.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from msgspec.json import decode, encode

from investment_portal.content.theme_files import shown_path, theme_files
from investment_portal.languages import LANGUAGES, NOTHING, Language, Sentence
from investment_portal.models.kinds import KINDS
from investment_portal.pages.content_pages.page import LAYOUT_FILE
from investment_portal.pages.page_kind import PageKind
from investment_portal.problems import Problem
from investment_portal.publish.site import PublishedSite
from investment_portal.rendering.pages import KINDS_BY_COLUMN, ContentInput, PageInput, ProjectInput

HTML = ".html"
ADDRESS_LINE = re.compile(rb"^URL[;:][^\r\n]*(?:\r\n [^\r\n]*)*", re.MULTILINE)
PATTERNS: Mapping[str, re.Pattern[bytes]] = {
    HTML: re.compile(rb' (?:href|src|action|id)="[^"]*'),
    ".css": re.compile(rb"""url\(["']?[^"')]*"""),
    ".xml": re.compile(rb'(?: href="|<loc>)[^"<]*'),
    ".ics": ADDRESS_LINE,
    ".vcf": ADDRESS_LINE,
}
"""Links and ids by the ending of a file, each with its attribute."""

ATTRIBUTE = re.compile(r""" (?:href|src|action)="|url\(["']?|<loc>|URL(?:;[^:]*)?:""")
ID = b' id="'
OWN_ANCHOR = b' href="#'
UP = b'="../'

PLAIN = re.compile(rb' href="((?:\.\./)+)((?:[a-z0-9-]+/)+)')
"""The usual link: up to a folder, and down to a page below it."""

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
FOLDERS = ("", ".", "..")
"""Last parts of an address that mean the page of a folder."""

SCROLLING = re.compile(r"top$|:~:", re.IGNORECASE)
"""Anchors that lead to the top of a page, or to a text in it: they need no element."""

ALIKE = 0.75
"""How much an address or an id must resemble the one in a link before a hint names it."""

RULE = "dead-link"
MOST = 50
"""Problems that are listed: where there are more, they mostly have one cause."""

RECORDS = ("contacts", "district", "policies", "projects")
"""Folders of records, whose texts are on pages of others too."""

NOT_HERE = Sentence(
    "这个文件里没有写这个链接：请查模板、栏目的 _frame.md 和页面引用的记录。",
    "This file does not contain the link: look at the templates, the column's _frame.md, and the records that the page "
    "shows.",
)


class LinkTargets:
    """The targets of the links in files of a site, as ``policies/a/index.html#window``."""

    def __init__(self, address: str) -> None:
        """Take the portal's own address, which ends with a slash."""
        self._address, self._base = address, urlsplit(address).path
        self.targets: set[str] = set()
        self._shared: dict[str, dict[bytes, str | None]] = {}
        """Targets of links that are the same on all pages of sibling folders."""
        self._columns: set[str] = set()

    def add_record_page(self, path: str, content: bytes) -> None:
        """Add the targets of a record's page; of a column's second page only those of its article.

        Around the article, pages of a column differ only in their own address and their bundles, which are all made.
        """
        column = _above(path)
        if column in self._columns:
            content = content[content.find(b"<article") : content.rfind(b"</article>")]
        self._columns.add(column)
        self.add(path, content)

    def add(self, path: str, content: bytes) -> None:
        """Add the targets of a file."""
        links = _links(path, content)
        shared = self._shared.setdefault(_above(path), {})
        for link in links.difference(shared):
            if link.startswith(ID) or (link.startswith(OWN_ANCHOR) and ID + link[len(OWN_ANCHOR) :] in links):
                continue
            target = self._target(path, link)
            if target is None or UP in link:
                shared[link] = target
            if target:
                self.targets.add(target)

    def leading_to(self, targets: set[str], path: str, content: bytes) -> Iterator[tuple[str, str]]:
        """Yield each link of a file, after it was added, that leads to one of these targets, with its target."""
        shared = self._shared[_above(path)]
        for link in _links(path, content):
            if not link.startswith(ID):
                target = shared[link] if link in shared else self._target(path, link)
                if target in targets:
                    yield _address(link), target

    def _target(self, path: str, link: bytes) -> str | None:
        """Return the target of a link in a file; None where it leads to another site."""
        plain = PLAIN.fullmatch(link)
        if plain:
            *folders, _ = path.split("/")
            up = len(plain[1]) // len("../")
            if up <= len(folders):
                return "/".join([*folders[: len(folders) - up], f"{plain[2].decode()}index.html"])
        address, _, anchor = _address(link).partition("#")
        address = address.partition("?")[0]
        if address.startswith(self._address):
            target = address.removeprefix(self._address)
        elif ELSEWHERE.match(address) or (address.startswith("/") and not address.startswith(self._base)):
            return None
        elif address.startswith("/"):
            target = address.removeprefix(self._base)
        else:
            target = posixpath.join(posixpath.dirname(path), address) if address else path
        target = unquote(target)
        if posixpath.basename(target) in FOLDERS:
            target = posixpath.join(target, "index.html")
        target = posixpath.normpath(target)
        needs_element = anchor and target.endswith(HTML) and not SCROLLING.match(anchor)
        return f"{target}#{unquote(anchor)}" if needs_element else target


def _above(path: str) -> str:
    """Return the folder above that of a page; another value for pages in the site's root, which have none."""
    folder = posixpath.dirname(path)
    return posixpath.dirname(folder) if folder else "/"


def _links(path: str, content: bytes) -> set[bytes]:
    """Return the links of a file and the ids of its elements, each with its attribute."""
    pattern = PATTERNS.get(posixpath.splitext(path)[1])
    return set(pattern.findall(content)) if pattern else set()


def _address(link: bytes) -> str:
    """Return the address in a link as its author wrote it."""
    return unescape(ATTRIBUTE.sub("", link.decode().replace("\r\n ", ""), count=1)).strip()


class DeadLink(NamedTuple):
    """A link that leads to nothing, as a page has it."""

    page: str
    link: str
    target: str


class SiteLinks:
    """The links of a site before it is published."""

    def __init__(
        self, root: Path, address: str, site: PublishedSite, last: bytes | None, *, left_out: Iterable[str] = ()
    ) -> None:
        """Take the portal, its own address, its site, and the targets of the last build, as ``encoded`` has them.

        Links to files of the names in ``left_out``, which a preview does not make, are not checked.
        """
        self._root, self._address, self._site, self._left_out = root, address, site, frozenset(left_out)
        self._new = LinkTargets(address)
        self._last = frozenset(decode(last, type=list[str])) if last else frozenset()
        self._targets = set(self._last)
        self._complete = last is not None or not site.known

    def add(self, path: str, content: str | bytes) -> None:
        """Add the links of a new file."""
        self._new.add(path, content.encode() if isinstance(content, str) else content)

    def update(self, targets: Iterable[str]) -> None:
        """Add the targets of new files."""
        self._targets.update(targets)

    def encoded(self) -> bytes | None:
        """Return the targets in a form for the cache; None where it holds them already."""
        return encode(sorted(self._targets)) if self._targets != self._last else None

    def problems(self, pages: Mapping[str, tuple[Language, PageInput]]) -> list[Problem]:
        """Return a problem for each dead link, in the file that contains it; ``pages`` are the inputs by path."""
        if not self._complete:
            for path, content in self._files():
                self._new.add(path, content)
        self._targets |= self._new.targets
        missing = self._missing()
        if not missing:
            return []
        exact, dead = LinkTargets(self._address), []
        for path, content in self._files():
            exact.add(path, content)
            dead += [DeadLink(path, *link) for link in exact.leading_to(missing, path, content)]
        self._targets = exact.targets
        return _Report(self._root, self._site, pages).problems(dead)

    def _files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file of the site that has links."""
        for path in sorted(self._site.now):
            if posixpath.splitext(path)[1] in PATTERNS:
                yield path, self._site.read(path)

    def _missing(self) -> set[str]:
        """Return the targets that the site does not have."""
        missing = set()
        ids: dict[str, set[str]] = {}
        for target in self._targets:
            path, _, anchor = target.partition("#")
            if path not in self._site.now:
                if posixpath.basename(path) not in self._left_out:
                    missing.add(target)
            elif anchor:
                if path not in ids:
                    ids[path] = _ids(self._site.read(path))
                if anchor not in ids[path]:
                    missing.add(target)
        return missing


def _ids(content: bytes) -> set[str]:
    """Return the ids of the elements of a page."""
    links = PATTERNS[HTML].findall(content)
    return {unescape(link[len(ID) :].decode()) for link in links if link.startswith(ID)}


class _Report:
    """Problems of dead links, each at the place where its link is written."""

    def __init__(self, root: Path, site: PublishedSite, pages: Mapping[str, tuple[Language, PageInput]]) -> None:
        """Take the portal, its site, and the inputs of its pages by path."""
        self._root, self._site, self._pages = root, site, pages
        self._read: dict[str, str] = {}

    def problems(self, dead: Iterable[DeadLink]) -> list[Problem]:
        """Return the problems; a link that many pages have from one place is one of them."""
        pages: dict[tuple[str, str], list[str]] = {}
        for dead_link in dead:
            pages.setdefault((dead_link.link, dead_link.target), []).append(dead_link.page)
        problems: list[Problem] = []
        remaining = len(pages)
        for (link, target), paths in pages.items():
            if len(problems) >= MOST:
                break
            problems += self._of_link(link, target, paths)
            remaining -= 1
        if remaining:
            sentence = Sentence(
                f"还有 {remaining} 个无效链接没有列出。", f"{remaining} more dead links are not listed."
            )
            problems.append(Problem(self._site.target.name, 0, 0, RULE, "", sentence))
        return sorted(problems)

    def _of_link(self, link: str, target: str, paths: list[str]) -> Iterator[Problem]:
        """Yield the problems of a link: one for each place where it is written, one for all other pages."""
        places: dict[tuple[str, int, int], list[str]] = {}
        elsewhere: list[str] = []
        for path in paths:
            place = self._place(self._source(path), link, path)
            if place:
                places.setdefault(place, []).append(path)
            else:
                elsewhere.append(path)
        hint = self._hint(link, target, paths[0])
        for (file, line, column), shown_on in places.items():
            yield Problem(file, line, column, RULE, "", _sentence(link, target, shown_on), hint)
        if elsewhere:
            sentence = _sentence(link, target, elsewhere)
            place = next((written for name in self._others if (written := self._place(name, link, ""))), None)
            if place:
                yield Problem(*place, RULE, "", sentence, hint)
            else:
                hint = Sentence(f"{hint.zh}{NOT_HERE.zh}", f"{hint.en} {NOT_HERE.en}".strip())
                yield Problem(self._source(elsewhere[0]), 0, 0, RULE, "", sentence, hint)

    def _source(self, path: str) -> str:
        """Return the file behind a file of the site: of its record, or the page file; itself where it has none."""
        if path not in self._pages:
            return f"{self._site.target.name}/{path}"
        language, page = self._pages[path]
        docs = f"docs/{language}"
        if isinstance(page, ContentInput):
            stem = page.name.removesuffix(HTML)
            names = (f"{docs}/{stem}.md", f"{docs}/{stem.removesuffix('/index')}.md")
            template = theme_files(self._root, "").get(page.name)
            of_theme = shown_path(template, self._root) if template else names[0]
            return next((name for name in names if (self._root / name).is_file()), of_theme)
        if isinstance(page, ProjectInput):
            return f"{KINDS['project'].place}/{page.name}.yaml"
        kind = KINDS_BY_COLUMN[page.column]
        if not isinstance(kind, PageKind):
            return f"{docs}/{page.column}/{LAYOUT_FILE}"
        record = KINDS[kind.kind]
        return record.place if record.is_file else f"{record.place}/{page.name}.yaml"

    def _place(self, file: str, link: str, page: str) -> tuple[str, int, int] | None:
        """Return file, line and column of a link that is written in a file.

        Where both languages have it, the first stands above the second.
        """
        if file not in self._read:
            try:
                self._read[file] = self._others.get(file, self._root / file).read_text("utf-8")
            except (OSError, ValueError):
                self._read[file] = ""
        text = self._read[file]
        anchor = link[link.index("#") :] if "#" in link and file.startswith("docs/") else link
        from_root = f"/{link.replace('../', '')}"
        for written in dict.fromkeys((link, unquote(link), anchor, unquote(anchor), unquote(from_root))):
            starts = [match.start() for match in re.finditer(rf"{re.escape(written)}(?![\w/-])", text)]
            if starts:
                language = self._pages[page][0] if page in self._pages else LANGUAGES[0]
                start = starts[min(LANGUAGES.index(language), len(starts) - 1)]
                before = text[:start]
                return file, before.count("\n") + 1, start - before.rfind("\n")
        return None

    @cached_property
    def _others(self) -> dict[str, Path]:
        """The files whose texts and links many pages show: records and templates."""
        records = [path for folder in RECORDS for path in sorted((self._root / folder).rglob("*.yaml"))]
        templates = [path for path in theme_files(self._root, "").values() if path.suffix == HTML]
        return {shown_path(path, self._root): path for path in (*records, *templates)}

    def _hint(self, link: str, target: str, page: str) -> Sentence:
        """Return a hint with the nearest address or id."""
        path, _, anchor = target.partition("#")
        if path in self._site.now:
            ids = _ids(self._site.read(path))
            matches = [f"{link.partition('#')[0]}#{quote(match)}" for match in get_close_matches(anchor, ids, 1, ALIKE)]
        else:
            depth, ending = path.count("/"), posixpath.splitext(path)[1]
            siblings = [path_ for path_ in self._site.now if path_.count("/") == depth and path_.endswith(ending)]
            matches = [_relative(match, page) for match in get_close_matches(path, siblings, 1, ALIKE)]
        return Sentence(f"是不是“{matches[0]}”？", f"Did you mean “{matches[0]}”?") if matches else NOTHING


def _relative(path: str, page: str) -> str:
    """Return the address of a file from a page; the address of a page is its folder."""
    folder, name = posixpath.split(path)
    up = posixpath.relpath(folder or ".", posixpath.dirname(page) or ".")
    return f"{up}/" if name == "index.html" else f"{up}/{name}"


def _sentence(link: str, target: str, pages: list[str]) -> Sentence:
    """Return the problem of a link that some pages have."""
    path, _, anchor = target.partition("#")
    zh = f"{path} 里没有锚点“#{anchor}”" if anchor else f"网站里没有 {path}"
    en = f"{path} has no element with the id “{anchor}”" if anchor else f"the site has no {path}"
    more = len(pages) - 1
    return Sentence(
        f"页面 {pages[0]} {f'等 {len(pages)} 个页面' if more else ''}上的链接“{link}”没有目标：{zh}。",
        f"The link “{link}” on {pages[0]}{f' and {more} more pages' if more else ''} leads to nothing: {en}.",
    )
