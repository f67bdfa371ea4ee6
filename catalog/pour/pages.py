"""Pours every page of one language: catalogue pages into their frames, slots into hand-written pages."""

from collections.abc import Iterator
from html import escape

from catalog.frames.build import FrameSet
from catalog.languages import LANGUAGES
from catalog.pour.head import article_tags
from catalog.pour.renderer import Renderer
from catalog.views.context import Context
from catalog.views.page import Page
from catalog.views.records.registry import PAGE_KINDS
from catalog.views.slots.registry import SLOTS
from catalog.views.slots.slot import UnknownArgument


class BadSlot(Exception):  # noqa: N818 - a mistake in a hand-written page, which the build turns into a problem
    """A hand-written page asks for something that is not there."""

    def __init__(self, page: str, slot: str, allowed: list[str]) -> None:
        """Carry the page, the slot as written, and what could have been written."""
        super().__init__(slot)
        self.page, self.slot, self.allowed = page, slot, allowed


def pour(context: Context, frames: FrameSet, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Give every page of a language as (path below the site's root, HTML)."""
    own = "" if context.language == LANGUAGES[0] else f"{context.language}/"
    for kind in PAGE_KINDS:
        for page in kind.pages(context):
            yield f"{own}{page.address}index.html", _record(context.at(page.address), page, frames, renderer)
    for name, frame in frames.pages.items():
        here = context.at(name.removesuffix("index.html"))
        values = {hole: _slot(here, name, hole, renderer) for hole in dict.fromkeys(frame.holes)}
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


def _slot(here: Context, name: str, hole: str, renderer: Renderer) -> str:
    slot_name, _, argument = hole.partition(":")
    if slot_name not in SLOTS:
        raise BadSlot(name, hole, sorted(SLOTS))
    try:
        return renderer.slot(here, SLOTS[slot_name].fill(here, argument))
    except UnknownArgument as error:
        raise BadSlot(name, hole, [f"{slot_name}:{one}" for one in error.allowed]) from error
