"""Pours every page of one language: catalogue pages into their frames, slots into hand-written pages."""

from collections.abc import Iterator
from html import escape

from catalog.frames.build import FrameSet
from catalog.languages import own_path
from catalog.pour.head import article_tags
from catalog.pour.renderer import Renderer
from catalog.views.context import Context
from catalog.views.page import Page
from catalog.views.records.registry import PAGE_KINDS
from catalog.views.slots.registry import fill

PREVIEW = frozenset({"styleguide/index.html"})
"""Hand-written pages that only the preview shows."""


def pour(context: Context, frames: FrameSet, renderer: Renderer, *, preview: bool = False) -> Iterator[tuple[str, str]]:
    """Give every page of a language as (path below the site's root, HTML); a preview has more of them."""
    own = own_path(context.language)
    for kind in PAGE_KINDS:
        for page in kind.pages(context):
            yield f"{own}{page.address}index.html", _record(context.at(page.address), page, frames, renderer)
    for name, frame in frames.pages.items():
        if name in PREVIEW and not preview:
            continue
        here = context.at(name.removesuffix("index.html"))
        values = {hole: renderer.slot(here, fill(here, hole)) for hole in dict.fromkeys(frame.holes)}
        yield f"{own}{name}", frame.fill(values)


def _record(here: Context, page: Page, frames: FrameSet, renderer: Renderer) -> str:
    values = {
        "title": escape(page.title),
        "description": escape(page.description),
        "meta": article_tags(page),
        "canonical": escape(here.canonical),
        "alternate": here.alternate,
        "body": renderer.record(here, page.view),
    }
    return frames.frames[page.frame].fill(values)
