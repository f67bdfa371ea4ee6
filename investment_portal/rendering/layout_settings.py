"""Settings that the layouts depend on, as plain values: operator and address of the portal, its empty columns.

The layouts are rendered while the records are still being read: with ``expected_settings``, which look at the settings
file and at the names of files only, and expect no mourning. ``layout_settings`` of the records that were read decide.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import asdict

from investment_portal.content.text import Unreadable
from investment_portal.domain.network import has_network
from investment_portal.formatting.numbers import plain
from investment_portal.formatting.phones import phone_text
from investment_portal.formatting.values import show
from investment_portal.formatting.words import read_words
from investment_portal.languages import HTML_LANGUAGES, LANGUAGES, Language, language_path, other
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import COLUMNS, KINDS
from investment_portal.models.phone import dialled
from investment_portal.models.record import Record
from investment_portal.models.site import Site, in_mourning, site_root
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.validation.record_files import SITE, record_files
from investment_portal.validation.record_reader import read_file

Settings = dict[Language, dict[str, Any]]
"""The settings of each language, which JSON can hold."""

CONFIG_FILES: dict[Language, str] = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}

WORDS = "layout.yaml"
"""File of the theme with the words of the layouts."""

GOVERNMENT = "gov.cn"
"""The domain of Chinese government sites."""

COLUMN_TYPES = {
    "": "概况信息",
    "index": "政务动态",
    "projects": "数据发布",
    "results": "数据发布",
    "policies": "文件资料",
    "policies/matcher": "办事服务",
    "policies/calendar": "办事服务",
    "guide": "办事服务",
    "costs": "办事服务",
    "how-to-set-up": "办事服务",
    "aftercare": "办事服务",
    "compare": "办事服务",
    "shortlist": "办事服务",
    "search": "办事服务",
    "faq": "解读回应",
    "enquiry": "互动交流",
    "meeting": "互动交流",
    "contacts": "机构职能",
    "network": "机构职能",
    "notices": "政务动态",
    "events": "政务动态",
    "changes": "政务动态",
    "archive": "政务动态",
}
"""The category of each column by its address, as 国办发〔2017〕47号 names what a government site publishes.

The categories are in Chinese in every language: inspections read them. A page's own ``column_type`` comes first; the
empty address stands for all other columns.
"""

ARCHIVE, NETWORK = "archive", "network"

SEARCHED = {
    ARCHIVE: re.compile(rb"^[\"']?(?:withdrawn|formerly)\b", re.MULTILINE),
    NETWORK: re.compile(rb"^kind: *(?:group|representative|station)\b", re.MULTILINE),
}
CLUES = {ARCHIVE: (b"withdrawn", b"formerly"), NETWORK: (b"group", b"representative", b"station")}
"""Pages that leave the menu when no record has anything for them, and how records that have usually write it.

A text is searched only where it holds one of the clues.
"""


def layout_settings(root: Path, catalog: Catalog, day: date) -> Settings:
    """Return the settings of the records that were read, as of a day."""
    empty = {column for column, kind in COLUMNS.items() if not catalog.records[kind.name]}
    if not any(record.withdrawn or record.formerly for record in _records(catalog)):
        empty.add(ARCHIVE)
    if not has_network(catalog):
        empty.add(NETWORK)
    return _settings(root, catalog.site, sorted(empty), mourning=in_mourning(catalog.site, day))


def expected_settings(root: Path, last: Collection[str] | None = None) -> Settings | None:
    """Return the settings that the records will probably have; nothing where the settings or words have an error.

    ``last`` are the empty columns of the last build; without them the texts of the records are searched for what makes
    the archive and the network.
    """
    portal = LoadedPortal(root)
    read_file(portal, ("site", root / SITE))
    if portal.site is None or portal.problems:
        return None
    empty = {column for column, kind in COLUMNS.items() if not any(record_files(root, kind))}
    empty |= SEARCHED.keys() & last if last is not None else _unfound(root)
    try:
        return _settings(root, portal.site, sorted(empty))
    except Unreadable:
        return None


def _settings(root: Path, site: Site, empty: Sequence[str], *, mourning: bool = False) -> Settings:
    return {language: _of_language(root, site, language, empty, mourning=mourning) for language in LANGUAGES}


def _of_language(root: Path, site: Site, language: Language, empty: Sequence[str], *, mourning: bool) -> dict[str, Any]:
    """Return the settings of one language; columns without records leave the menu: they count against a site."""
    number = dialled(site.operator_phone) if site.operator_phone else None
    return {
        "config": CONFIG_FILES[language],
        "name": site.name.in_(language),
        "description": site.description.in_(language),
        "url": site_root(site) + language_path(language),
        "portal": {
            "language": HTML_LANGUAGES[language],
            "host": urlsplit(site.address).netloc,
            "hosts": _unprompted_hosts(site),
            "keywords": site.keywords.in_(language),
            "demo": site.demo,
            "share_cards": site.share_cards,
            "mourning": mourning,
            "organiser": site.organiser.in_(language),
            "operator": site.operator.in_(language),
            "phone": phone_text(number, language) if number else None,
            "phone_href": number.href if number else None,
            "mail": site.operator_mail,
            "prevailing": site.prevailing.in_(language),
            "rates": [
                {"currency": rate.currency, "yuan": plain(rate.yuan), "day": show(rate.as_of, language)}
                for rate in site.rates
            ],
            "main_colour": site.palette.main,
            "accent_colour": site.palette.accent,
            "column_types": COLUMN_TYPES,
            "second": language != LANGUAGES[0],
            "channels": asdict(site.channels),
            **asdict(site.filing),
        },
        "other": {
            "language": other(language),
            "path": language_path(other(language)) if language == LANGUAGES[0] else "../",
            "html": HTML_LANGUAGES[other(language)],
            "url": site_root(site) + language_path(other(language)),
            "root": urlsplit(site_root(site) + language_path(other(language))).path,
        },
        "words": read_words(root, language, WORDS).group("layout"),
        "empty": list(empty),
        "columns": {kind.place.removesuffix(".yaml"): kind.column for kind in KINDS.values() if kind.has_pages},
    }


def _unprompted_hosts(site: Site) -> list[str]:
    """Return the hosts to which links lead at once: the portal's, those of the settings, and government sites.

    The prompt before leaving is demanded for other sites only. A host includes those below it.
    """
    marks = (site.filing.party_and_government_mark, site.filing.error_report)
    hosts = [urlsplit(address).hostname for address in (site.address, *marks) if address]
    return list(dict.fromkeys([*(host for host in hosts if host), GOVERNMENT, *site.allowed_hosts]))


def _records(catalog: Catalog) -> Iterator[Record]:
    """Yield every record that has a page or is shown on one."""
    for kind, records in catalog.records.items():
        if issubclass(KINDS[kind].model, Record):
            yield from records.values()


def _unfound(root: Path) -> set[str]:
    """Return the pages whose pattern is in no text of the records."""
    unfound = dict(SEARCHED)
    for text in _texts(root):
        for page in [page for page, pattern in unfound.items() if _has(text, CLUES[page]) and pattern.search(text)]:
            del unfound[page]
        if not unfound:
            break
    return set(unfound)


def _has(text: bytes, clues: Iterable[bytes]) -> bool:
    return any(clue in text for clue in clues)


def _texts(root: Path) -> Iterator[bytes]:
    """Yield the text of every record file that can be read, as it is: what is expected of it may be wrong."""
    for kind in KINDS.values():
        for path in record_files(root, kind) if issubclass(kind.model, Record) else ():
            with suppress(OSError):
                yield path.read_bytes()
