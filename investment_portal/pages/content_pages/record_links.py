"""Check the links in the texts of records: each leads to a page of the site, or to another site."""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from investment_portal.content.paths import is_usable
from investment_portal.domain.public_records import record_at
from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import COLUMNS, KINDS
from investment_portal.models.reference import each, joined_text
from investment_portal.models.text import Prose
from investment_portal.models.text_links import ELSEWHERE, NO_LINK, TextLink, file_in_portal, links_in, site_address
from investment_portal.pages.content_pages.page import LAYOUT_FILE, ContentPage
from investment_portal.pages.content_pages.rules import ALIKE, dead, former_link
from investment_portal.problems import Finding, Level, suggested
from investment_portal.validation.candidates import candidates

RULE = "dead-link"
RELATIVE = re.compile(r"(?:\.{1,2}/)+[A-Za-z0-9._~%/-]*(?:[?#].*)?|[a-z0-9-]+/(?:[?#].*)?")
"""An address as seen from the record's page."""

FOLDER = re.compile(r"[^?#]*/(?:#.*)?")

HOW = Sentence(
    "写成网址，或 /projects/编号/ 这样的站内地址；没有网页可链接就去掉方括号和圆括号。",
    "Write a web address, or an address of this site such as /projects/ID/; without a page to link to, leave the "
    "brackets out.",
)
BRACKETS = Sentence(
    "写成 [文字](地址)：半角圆括号，中间不空格。", "Write [text](address): round brackets with nothing between."
)


def page_addresses(root: Path) -> frozenset[str]:
    """Return the addresses of the hand-written pages, by the names of their files; a name that is refused has none."""
    names = (
        (language, path.relative_to(root / "docs" / language).as_posix())
        for language in LANGUAGES
        for path in (root / "docs" / language).rglob("*.md")
        if path.name != LAYOUT_FILE
    )
    return frozenset(ContentPage(language, name, "", {}).address for language, name in names if is_usable(name))


def dead_links(catalog: Catalog, pages: frozenset[str]) -> Iterator[Finding]:
    """Yield the dead links in the texts of all records."""
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            yield from dead_links_of(kind, id_, record, catalog, pages)


def dead_links_of(kind: str, id_: str, record: Model, catalog: Catalog, pages: frozenset[str]) -> Iterator[Finding]:
    """Yield the links in a record's texts that lead to nothing; ``pages`` are the addresses of hand-written pages."""
    text = joined_text(record)
    if "](" not in text and "]（" not in text and "] (" not in text:
        return
    place = KINDS[kind].place
    file = place if KINDS[kind].is_file else f"{place}/{id_}.yaml"
    for path, prose in each(Prose, record):
        for language in LANGUAGES:
            for link in links_in(prose.in_(language)):
                fault = _fault(link, file, KINDS[kind].address(id_), language, catalog, pages)
                part = link.target if link.well_formed and link.target else link.typed
                if fault:
                    yield Finding(RULE, kind, id_, (*path, language), *fault, within=part)
                elif present := catalog.former.get(record_at(link.target)):
                    message = former_link(link.target, present)
                    yield Finding(RULE, kind, id_, (*path, language), *message, Level.WARNING, within=part)


def _fault(  # noqa: PLR0913, PLR0917 - where a link stands and can lead
    link: TextLink, file: str, page: str, language: Language, catalog: Catalog, pages: frozenset[str]
) -> tuple[Sentence, Sentence] | None:
    """Return what is wrong with a link."""
    target = link.target
    if not link.well_formed:
        leads = ELSEWHERE.match(target) or site_address(target) is not None
        sentence = Sentence(
            f"“{link.typed}”不是链接：括号的写法不对。", f"“{link.typed}” is no link: its brackets are wrong."
        )
        return (sentence, BRACKETS) if leads else None
    if ELSEWHERE.match(target) or NO_LINK.match(target) or target.startswith("#"):
        return None
    address = site_address(target)
    if address is None and RELATIVE.fullmatch(target):
        if not FOLDER.fullmatch(target):
            return None  # a file beside a page, or a place on one: the built site is checked for it
        path = target.partition("#")[0]
        address = f"{posixpath.normpath(posixpath.join(page, path))}/"
    if address is None:
        return _no_address(target)
    known = address.partition("#")[0]
    if _stands(known, file, target, language, catalog, pages):
        return None
    if site_address(target) is None:
        known = target.partition("#")[0].lstrip("./")
    return dead(target), _nearest(target, known, language, catalog, pages)


def _no_address(target: str) -> tuple[Sentence, Sentence]:
    """Return the message that a target is no address, with the one that was meant."""
    if not target:
        return Sentence("这个链接没有地址。", "This link has no address."), HOW
    intended = next((candidate for candidate in candidates(target) if ELSEWHERE.match(candidate)), None)
    if intended and "." in target:
        return dead(target), suggested(intended)
    if target.isascii() and " " not in target:
        return dead(target), HOW
    return Sentence(f"“{target}”不是地址，不能作链接。", f"“{target}” is no address to link to."), HOW


def _stands(  # noqa: PLR0913, PLR0917 - where a page can stand
    address: str, file: str, target: str, language: Language, catalog: Catalog, pages: frozenset[str]
) -> bool:
    """Return whether the site has a page at an address; of a file its path must be right too."""
    if target.partition("#")[0].endswith((".yaml", ".md")):
        path = file_in_portal(file, target)
        folders = {kind.place for kind in KINDS.values()}
        if path not in folders and path.rpartition("/")[0] not in folders and not path.startswith("docs/"):
            return False
    column, _, rest = address.partition("/")
    kind, id_ = COLUMNS.get(column), rest.strip("/")
    present = kind is not None and (id_ in catalog.ids[kind.name] or (kind.name, id_) in catalog.former)
    if kind and present and rest.endswith("/") and kind.has_pages:
        return True
    return language_path(language) + address in pages or (kind is not None and kind.listed_only and not rest)


def _nearest(target: str, address: str, language: Language, catalog: Catalog, pages: frozenset[str]) -> Sentence:
    """Return a hint with the nearest page, written as the target is."""
    column = address.partition("/")[0]
    kind = COLUMNS.get(column)
    prefix = language_path(language)
    known = [page.removeprefix(prefix) for page in pages if page.startswith(prefix) or not prefix]
    known += [f"{column}/{id_}/" for id_ in sorted(catalog.ids[kind.name])] if kind else []
    if address and f"{address}/" in known:
        return Sentence(f"是不是“/{address}/”？", f"Did you mean “/{address}/”?")
    matches = get_close_matches(address, known, 1, ALIKE)
    if not matches:
        return HOW
    file, ending = target.partition("#")[0].rpartition("/")[0], target.partition("#")[0].rpartition(".")[2]
    id_ = matches[0].strip("/").rpartition("/")[2]
    intended = f"{file}/{id_}.{ending}" if ending in {"yaml", "md"} else f"/{matches[0]}"
    return suggested(intended)
