"""Pages of one language: records rendered into their layouts, shortcodes into hand-written pages."""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from catalog.languages import own_path
from catalog.pour.head import article_tags
from catalog.pour.renderer import Renderer
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.page import Page
from catalog.views.records.registry import PAGE_KINDS
from catalog.views.slots.registry import fill
from investment_portal.rendering.layouts import LayoutSet

PREVIEW = frozenset({"styleguide/index.html"})
"""Hand-written pages that only the preview shows."""


class PageJob(Value):
    """A page to render: its path below the site's root, and what renders it."""

    path: str
    render: Callable[[], str]


def page_jobs(context: Context, layouts: LayoutSet, renderer: Renderer, *, preview: bool = False) -> Iterator[PageJob]:
    """Yield every page of a language; a preview has more of them."""
    own = own_path(context.language)
    for kind in PAGE_KINDS:
        for name in kind.names(context):
            page = partial(kind.page_of, context, name)
            address = kind.address_of(context, name)
            yield PageJob(f"{own}{address}index.html", partial(_record_page, page, context, layouts, renderer))
    for name in layouts.content_pages:
        if name not in PREVIEW or preview:
            yield PageJob(f"{own}{name}", partial(_content_page, context, name, layouts, renderer))


def _record_page(page: Callable[[], Page], context: Context, layouts: LayoutSet, renderer: Renderer) -> str:
    made = page()
    return _record(context.at(made.address), made, layouts, renderer)


def _content_page(context: Context, name: str, layouts: LayoutSet, renderer: Renderer) -> str:
    here = context.at(name.removesuffix("index.html"))
    layout = layouts.content_pages[name]
    return layout.fill({code: renderer.slot(here, fill(here, code)) for code in dict.fromkeys(layout.placeholders)})


def _record(here: Context, page: Page, layouts: LayoutSet, renderer: Renderer) -> str:
    values = {
        "title": escape(page.title),
        "description": escape(page.description),
        "meta": article_tags(page),
        "canonical": escape(here.canonical),
        "alternate": here.alternate,
        "body": renderer.record(here, page.view),
    }
    return layouts.columns[page.frame].fill(values)
