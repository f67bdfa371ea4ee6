"""Pours every page of one language: catalogue pages into their frames, slots into hand-written pages."""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from catalog.frames.build import FrameSet
from catalog.languages import own_path
from catalog.pour.head import article_tags
from catalog.pour.renderer import Renderer
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.page import NumberedKind, Page, PageKind
from catalog.views.records.registry import PAGE_KINDS
from catalog.views.slots.registry import excerpt_of, fill
from investment_portal.domain.dataset import Dataset

PREVIEW = frozenset({"styleguide/index.html"})
"""Hand-written pages that only the preview shows."""


class PageJob(Value):
    """A page to render: its path below the site's root, and what renders it."""

    path: str
    render: Callable[[], str]


def page_jobs(
    data: Dataset, context: Context, frames: FrameSet, renderer: Renderer, *, preview: bool = False
) -> Iterator[PageJob]:
    """Yield every page of a language; a preview has more of them."""
    own = own_path(context.language)
    for kind in PAGE_KINDS:
        for name in kind.names(data):
            address = kind.address(name)
            yield PageJob(
                f"{own}{address}index.html", partial(_record_page, data, kind, name, context, frames, renderer)
            )
    for name in frames.pages:
        if name not in PREVIEW or preview:
            yield PageJob(f"{own}{name}", partial(_content_page, data, context, name, frames, renderer))


def _record_page(
    data: Dataset, kind: PageKind | NumberedKind, name: str, context: Context, frames: FrameSet, renderer: Renderer
) -> str:
    here, record = context.at(kind.address(name)), kind.record(data, name)
    return _record(here, kind.page(here, record, kind.excerpt(data, record)), frames, renderer)


def _content_page(data: Dataset, context: Context, name: str, frames: FrameSet, renderer: Renderer) -> str:
    here = context.at(name.removesuffix("index.html"))
    frame = frames.pages[name]
    return frame.fill(
        {hole: renderer.slot(here, fill(here, hole, excerpt_of(data, hole))) for hole in dict.fromkeys(frame.holes)}
    )


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
