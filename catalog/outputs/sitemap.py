"""``sitemap.xml``: every page with its twin in the other language (sitemaps.org 0.9, hreflang as Google reads it)."""

from collections.abc import Iterator
from html import escape

from catalog.frames.settings import site_root
from catalog.languages import LANGUAGES, own_path
from catalog.outputs.output import Made


def sitemap(made: Made) -> Iterator[tuple[str, str]]:
    """Give the map; pages that only say "not found" are left out."""
    root = site_root(made.catalog.site)
    first = sorted(
        name.removesuffix("index.html") for name in made.pages if not name.endswith("404.html") and not _is_second(name)
    )
    entries = []
    for address in first:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(root + own_path(language) + address)}"/>'
            for language in LANGUAGES
        )
        entries += [
            f"<url><loc>{escape(root + own_path(language) + address)}</loc>{links}</url>" for language in LANGUAGES
        ]
    yield (
        "sitemap.xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "\n".join(entries) + "\n</urlset>\n",
    )


def robots(made: Made) -> Iterator[tuple[str, str]]:
    """Give ``robots.txt``: everything may be read; where the map is."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_root(made.catalog.site)}sitemap.xml\n"


def _is_second(name: str) -> bool:
    return any(name.startswith(own_path(language)) for language in LANGUAGES[1:])
