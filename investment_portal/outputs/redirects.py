"""A page at each former address that leads to where its record or page is now: an address once published stays."""

from collections.abc import Iterator
from html import escape

from investment_portal.components.context import Context
from investment_portal.history.wording import title
from investment_portal.languages import language_path
from investment_portal.models.kinds import KINDS
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.rendering.content_policy import with_policy


def redirects(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield a small page for each former id, in each language."""
    for kind, records in build.data.records():
        for id_, record in records.items():
            for former in getattr(record, "formerly", ()) if KINDS[kind].has_pages else ():
                for context in build.contexts.values():
                    page_context = context.at(context.record_address(kind, former))
                    name = title(record).in_(context.language)
                    yield (
                        f"{language_path(context.language)}{page_context.address}index.html",
                        _page(page_context, f"../{id_}/", name),
                    )


def former_addresses(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield a small page for each address of the settings that leads to another one, in each language."""
    for former in build.catalog.site.former_addresses:
        for context in build.contexts.values() if former.to else ():
            page_context = context.at(former.from_)
            path = f"{language_path(context.language)}{page_context.address}index.html"
            if path not in build.pages:
                yield path, _page(page_context, f"{'../' * former.from_.count('/')}{former.to}", str(former.to))


def _page(context: Context, href: str, name: str) -> str:
    """Render the page: its script keeps parameters and fragment; without scripts the browser redirects plainly."""
    refresh = f'<meta http-equiv="refresh" content="0; url={href}">'
    return with_policy(
        f'<!doctype html><html lang="{context.language}"><head><meta charset="utf-8"><title>{escape(name)}</title>'
        f'<link rel="icon" href="{context.shared("assets/favicon.svg")}"><meta name="robots" content="noindex">'
        f"<noscript>{refresh}</noscript></head>"
        f'<body><p><a href="{href}">{escape(name)}</a></p><script src="{context.script("redirect")}"></script>'
        "</body></html>\n"
    )


def _moved(build: BuildContext) -> list[tuple[str, str, list[str], str, str]]:
    return [
        (kind, id_, record.formerly, *title(record))
        for kind, records in build.data.records()
        for id_, record in records.items()
        if getattr(record, "formerly", ())
    ]


OUTPUT = Output(redirects, _moved)
ADDRESSES = Output(former_addresses)
