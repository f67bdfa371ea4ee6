"""Pours every page of one language: catalogue pages into their frames, slots into hand-written pages."""

from collections.abc import Callable, Iterator
from html import escape

from catalog.frames.build import FrameSet
from catalog.languages import own_path
from catalog.pour.head import article_tags
from catalog.pour.renderer import Renderer
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.page import Page
from catalog.views.records.registry import PAGE_KINDS
from catalog.views.slots.registry import fill

PREVIEW = frozenset({"styleguide/index.html"})
"""Hand-written pages that only the preview shows."""

Poured = Iterator[tuple[str, str]]
"""Pages as (path below the site's root, HTML)."""


class Pouring(Value):
    """Pages that are made together, most often one, and how they are called."""

    name: tuple[str, ...]
    pour: Callable[[], Poured]


def pourings(context: Context, frames: FrameSet, renderer: Renderer, *, preview: bool = False) -> Iterator[Pouring]:
    """Give every page of a language; a preview has more of them."""
    for place, kind in enumerate(PAGE_KINDS):
        for name, make in kind.each(context):
            yield Pouring((kind.column, str(place), name), _maker(make, context, frames, renderer))
    for name in frames.pages:
        if name not in PREVIEW or preview:
            yield Pouring(("", name), _written(context, name, frames, renderer))


def _maker(
    make: Callable[[], Iterator[Page]], context: Context, frames: FrameSet, renderer: Renderer
) -> Callable[[], Poured]:
    def pour() -> Poured:
        own = own_path(context.language)
        for page in make():
            yield f"{own}{page.address}index.html", _record(context.at(page.address), page, frames, renderer)

    return pour


def _written(context: Context, name: str, frames: FrameSet, renderer: Renderer) -> Callable[[], Poured]:
    def pour() -> Poured:
        here = context.at(name.removesuffix("index.html"))
        frame = frames.pages[name]
        values = {hole: renderer.slot(here, fill(here, hole)) for hole in dict.fromkeys(frame.holes)}
        yield f"{own_path(context.language)}{name}", frame.fill(values)

    return pour


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
