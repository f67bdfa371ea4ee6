"""``sitemap.xml``: every page with its twin in the other language (sitemaps.org 0.9, hreflang as Google reads it)."""

from collections.abc import Iterator, Sequence
from html import escape

from investment_portal.languages import LANGUAGES, language_path
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
    files = [_urls(root, first[start : start + each]) for start in range(0, max(len(first), 1), each)]
    if len(files) == 1:
        yield "sitemap.xml", files[0]
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(files) + 1)]
    yield from zip(names, files, strict=True)
    text = "\n".join(f"<sitemap><loc>{escape(root + name)}</loc></sitemap>" for name in names)
    yield "sitemap.xml", f'{HEAD}<sitemapindex xmlns="{SCHEMA}">\n{text}\n</sitemapindex>\n'


def _urls(root: str, addresses: Sequence[str]) -> str:
    entries = []
    for address in addresses:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" '
            f'href="{escape(root + language_path(language) + address)}"/>'
            for language in LANGUAGES
        )
        entries += [
            f"<url><loc>{escape(root + language_path(language) + address)}</loc>{links}</url>" for language in LANGUAGES
        ]
    text = "\n".join(entries)
    return f'{HEAD}<urlset xmlns="{SCHEMA}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{text}\n</urlset>\n'


def robots(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield ``robots.txt``: everything may be read; where the map is."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_root(build.catalog.site)}sitemap.xml\n"


def _is_second(name: str) -> bool:
    return any(name.startswith(language_path(language)) for language in LANGUAGES[1:])


OUTPUT = Output(sitemap, lambda build: build.pages)
