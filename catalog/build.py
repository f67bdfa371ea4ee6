"""One build: read, check, frames, pour, publish; nothing is written where the data has errors."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.frames.build import build_frames
from catalog.languages import LANGUAGES, Sentence
from catalog.load.reading import read_portal
from catalog.outputs.registry import OUTPUTS
from catalog.pour.pages import BadSlot, pour
from catalog.pour.renderer import Renderer
from catalog.problems import Level, Problem
from catalog.problems.nearest import nearest
from catalog.publish.stage import Published, publish
from catalog.rules.run import problems_of
from catalog.show.words import read_words
from catalog.views.context import Context


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: its problems, and what it published unless one of them is an error."""

    problems: list[Problem]
    published: Published | None
    pages: int
    seconds: float


def build(root: Path, out: Path, day: date) -> Built:
    """Build the portal at ``root`` into ``out`` as of ``day``."""
    start = time.perf_counter()
    portal = read_portal(root)
    problems = problems_of(portal, day)
    if any(problem.level is Level.ERROR for problem in problems):
        return Built(problems, None, 0, time.perf_counter() - start)
    frames = build_frames(root, portal.catalog)
    contexts = [Context(portal.catalog, day, language, read_words(root, language)) for language in LANGUAGES]
    files = {name: path for name, path in frames[LANGUAGES[0]].files.items()}
    counted = _Counted()

    def texts() -> Iterator[tuple[str, str]]:
        for context in contexts:
            renderer = Renderer(root, context.words)
            for name, html in pour(context, frames[context.language], renderer):
                counted.pages.append(name)
                yield name, html
        for output in OUTPUTS:
            yield from output(portal.catalog, day, counted.pages)

    try:
        done = publish(out, texts(), files)
    except BadSlot as error:
        return Built([*problems, _problem(error)], None, 0, time.perf_counter() - start)
    return Built(problems, done, len(counted.pages), time.perf_counter() - start)


class _Counted:
    def __init__(self) -> None:
        self.pages: list[str] = []


def _problem(error: BadSlot) -> Problem:
    meant = nearest(error.slot, error.allowed)
    hint = Sentence(f"是不是“{meant}”？", f"Did you mean “{meant}”?") if meant else Sentence("", "")
    said = Sentence(
        f"页面里的填充位“{error.slot}”找不到对应内容。", f"The page's slot “{error.slot}” names nothing that is there."
    )
    return Problem(error.page, 0, 0, "bad-slot", "", said, hint)
