"""``sitemap.xml``: every page with its twin in the other language (sitemaps.org 0.9, hreflang as Google reads it).

``lastmod`` is the last day on which the content of a page changed, as its record and the history tell; the list of a
column has that of its latest record. Hand-written pages have none: when they changed is not known.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape

from investment_portal.domain.summary import ProjectSummary
from investment_portal.languages import LANGUAGES, language_path
from investment_portal.models.event import Event
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.models.site import site_root
from investment_portal.outputs.output import BuildContext, Output

URLS_PER_FILE = 50_000
"""Addresses in one file (sitemaps.org 0.9); where there are more, ``sitemap.xml`` lists the files."""

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the map; pages that only say "not found" are left out."""
    root = site_root(build.catalog.site)
    first = sorted(
        name.removesuffix("index.html")
        for name in build.pages
        if not name.endswith("404.html") and not _is_second(name)
    )
    each = URLS_PER_FILE // len(LANGUAGES)
    days = last_changes(build)
    files = [_urls(root, first[start : start + each], days) for start in range(0, max(len(first), 1), each)]
    if len(files) == 1:
        yield "sitemap.xml", files[0]
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(files) + 1)]
    yield from zip(names, files, strict=True)
    text = "\n".join(f"<sitemap><loc>{escape(root + name)}</loc></sitemap>" for name in names)
    yield "sitemap.xml", f'{HEAD}<sitemapindex xmlns="{SCHEMA}">\n{text}\n</sitemapindex>\n'


def last_changes(build: BuildContext) -> Mapping[str, date]:
    """Return the last day on which a page changed, by its address: of each record, and of each column's list."""
    days: dict[str, date] = {}
    for name, records in build.data.records():
        kind = KINDS[name]
        if kind.column and records and issubclass(kind.model, Record):
            changes = {id_: _last_change(build, name, record) for id_, record in records.items()}
            days[kind.list_address] = max(changes.values())
            days |= {kind.address(id_): day for id_, day in changes.items() if kind.has_pages}
    return days


def _last_change(build: BuildContext, kind: str, record: Record | ProjectSummary) -> date:
    """Return the last day on which a record was published, verified or withdrawn, or is known to have changed."""
    days = [record.published_on, record.verified_on]
    if record.withdrawn:
        days.append(record.withdrawn.on)
    if isinstance(record, ProjectSummary | Event):
        days += [record.status_on] if record.status_on else []
    revision = next(build.data.history.of(kind, record, build.data.today), None)
    return max([*days, *([revision.day] if revision else [])])


def _urls(root: str, addresses: Sequence[str], days: Mapping[str, date]) -> str:
    entries = []
    for address in addresses:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" '
            f'href="{escape(root + language_path(language) + address)}"/>'
            for language in LANGUAGES
        )
        day = f"<lastmod>{days[address]}</lastmod>" if address in days else ""
        entries += [
            f"<url><loc>{escape(root + language_path(language) + address)}</loc>{day}{links}</url>"
            for language in LANGUAGES
        ]
    text = "\n".join(entries)
    return f'{HEAD}<urlset xmlns="{SCHEMA}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{text}\n</urlset>\n'


def robots(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield ``robots.txt``: everything may be read; where the map is."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_root(build.catalog.site)}sitemap.xml\n"


def _is_second(name: str) -> bool:
    return any(name.startswith(language_path(language)) for language in LANGUAGES[1:])


OUTPUT = Output(
    sitemap, lambda build: (build.pages, [(address, day.isoformat()) for address, day in last_changes(build).items()])
)
