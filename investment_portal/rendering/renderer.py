"""Render views with the templates of the portal; the article tags of 国办发〔2017〕47号 in the head."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urljoin

from msgspec.json import encode

from investment_portal.components.context import Context
from investment_portal.components.parts import RecordView
from investment_portal.formatting.words import Words
from investment_portal.languages import HTML_LANGUAGES, LANGUAGES, language_path
from investment_portal.models.site import site_root
from investment_portal.pages.embeds.addresses import OEMBED
from investment_portal.pages.page_kind import Page
from investment_portal.pages.shortcode import Blocks
from investment_portal.rendering.markdown_pages import MarkdownPages
from investment_portal.rendering.templates import Templates
from investment_portal.share_cards.card import SIZES, WIDE

RECORD = "record.html"
"""The template of records whose kind has none of its own."""


LOADED = re.compile(
    r'<script(?: defer)? src="(?P<script>[^"]+)"></script>|<link rel="stylesheet" href="[^"]+">'
    r'|<script type="application/json" class="(?:bookmark-words|contact-words|holiday-data)">[^<]*</script>'
)
"""A script or a style that a component loads, or the words that its script finds by their class."""


def loaded_once(html: str) -> str:
    """Return a page without the repeated loads of a script or style: a script that is named twice runs twice."""
    loads: set[str] = set()

    def first(match: re.Match[str]) -> str:
        name = match["script"] or match[0]
        repeated = name in loads
        loads.add(name)
        return "" if repeated else match[0]

    return LOADED.sub(first, html)


def article_tags(context: Context, page: Page) -> str:
    """Return ``ArticleTitle`` (without the site's name), ``PubDate``, ``ContentSource`` and so on as meta elements.

    A page of a list is no article, has no day of publication and carries none of them. The layout has the description.
    """
    if not page.published:
        return ""
    tags = {
        "ArticleTitle": page.title,
        "PubDate": f"{page.published} 00:00",
        "ContentSource": page.source,
        "Keywords": ",".join(dict.fromkeys([*(link.text for link in page.view.crumbs[1:]), page.title])),
        "Author": context.catalog.site.operator.in_(context.language),
        "Url": context.canonical,
    }
    return "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in tags.items())


def shared_link_tags(context: Context, page: Page, card: str = "") -> str:
    """Return what search engines and messengers read: this page in each language, its title and text, its path.

    ``card`` is the address of the page that has the share card, below the root of the language.
    """
    root = site_root(context.catalog.site)
    addresses = {language: f"{root}{language_path(language)}{page.address}" for language in LANGUAGES}
    links = {HTML_LANGUAGES[language]: address for language, address in addresses.items()}
    links["x-default"] = addresses[LANGUAGES[0]]
    tags = {
        "og:title": page.head_title,
        "og:type": "article" if page.published else "website",
        "og:url": addresses[context.language],
        "og:description": page.description,
    }
    if context.catalog.site.share_cards:
        width, height = SIZES[WIDE]
        tags |= {
            "og:image": f"{root}{language_path(context.language)}{card}{WIDE}",
            "og:image:type": "image/png",
            "og:image:width": str(width),
            "og:image:height": str(height),
            "og:image:alt": page.title if card else context.catalog.site.name.in_(context.language),
        }
    return "".join(
        [
            *(f'<link rel="alternate" hreflang="{tag}" href="{escape(address)}">' for tag, address in links.items()),
            *(f'<meta property="{name}" content="{escape(value)}">' for name, value in tags.items()),
            *(['<meta name="twitter:card" content="summary_large_image">'] if "og:image" in tags else []),
            *([f'<meta name="Image" content="{escape(tags["og:image"])}">'] if "og:image" in tags and card else []),
            _declaration(_breadcrumbs(context, page)),
            *([_declaration(page.declared)] if page.declared else []),
        ]
    )


def oembed_tag(context: Context) -> str:
    """Return the link from a project's page to the description of its card for other sites."""
    address = escape(f"{context.canonical}{OEMBED}")
    return f'<link rel="alternate" type="application/json+oembed" href="{address}">'


def _declaration(declared: Mapping[str, Any]) -> str:
    """Return what schema.org describes as an element of the head; no text of a record can end it."""
    text = encode({"@context": "https://schema.org", **declared}).decode().replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _breadcrumbs(context: Context, page: Page) -> Mapping[str, Any]:
    """Return the path of a page as schema.org describes it."""
    folder, _, _ = context.canonical.removesuffix("/").rpartition("/")
    above = _items_above(folder, tuple((link.text, link.href) for link in page.view.crumbs))
    items = [*above, {"@type": "ListItem", "position": len(above) + 1, "name": page.title}]
    return {"@type": "BreadcrumbList", "itemListElement": items}


@lru_cache(64)  # all pages of a column have the same path above them
def _items_above(folder: str, links: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, str | int], ...]:
    """Return the links above a page in a folder; their addresses are relative to the page."""
    return tuple(
        {"@type": "ListItem", "position": place, "name": text, "item": urljoin(f"{folder}/-/", href)}
        for place, (text, href) in enumerate(links, start=1)
    )


class Renderer:
    """Renders pages and shortcodes in one language."""

    def __init__(self, templates: Templates, words: Words) -> None:
        """Hold the templates, which languages share, and the words of one language."""
        self._templates = templates
        self._words = words
        self.markdown = MarkdownPages(words, self.shortcode)

    def record(self, context: Context, view: RecordView) -> str:
        """Render the page of a record with the template of its kind, if there is one, else with that of all records."""
        of_kind = f"{view.kind}.html"
        name = of_kind if self._templates.has(of_kind) else RECORD
        return loaded_once(self._templates.render(name, view=view, context=context, words=self._words))

    def shortcode(self, context: Context, blocks: Blocks) -> str:
        """Render what fills a shortcode."""
        return self._templates.render("slot.html", blocks=blocks, context=context, words=self._words)
