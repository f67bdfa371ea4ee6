"""A page at each former address that leads to where the record is now: an address once published stays."""

from collections.abc import Iterator
from html import escape

from catalog.languages import LANGUAGES, own_path
from catalog.model.kinds import KINDS
from catalog.outputs.output import Made


def redirects(made: Made) -> Iterator[tuple[str, str]]:
    """Give a small page for each former id, in each language."""
    for kind, records in made.catalog.records.items():
        column = KINDS[kind].column
        for id_, record in records.items():
            for former in getattr(record, "formerly", ()) if column else ():
                for language in LANGUAGES:
                    yield (
                        f"{own_path(language)}{column}/{former}/index.html",
                        _page(f"../{id_}/", record.name.in_(language), language),
                    )


def _page(href: str, name: str, language: str) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(name)}</title>'
        f'<meta http-equiv="refresh" content="0; url={href}"><meta name="robots" content="noindex"></head>'
        f'<body><p><a href="{href}">{escape(name)}</a></p></body></html>\n'
    )
