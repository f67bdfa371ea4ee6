"""One build: read, check, frames, pour, publish; nothing is written where the data has errors."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.assets.styles import styles
from catalog.assets.weave import scripts
from catalog.derive.idle import idle_days
from catalog.examine import examine
from catalog.frames.build import build_frames
from catalog.history.history import History, read_history
from catalog.languages import LANGUAGES, NOTHING, Sentence
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.outputs.output import Made
from catalog.outputs.registry import OUTPUTS
from catalog.pour.pages import pour
from catalog.pour.renderer import Renderer
from catalog.problems import Level, Problem
from catalog.publish.alone import alone_in
from catalog.publish.stage import Published, publish
from catalog.publish.target import refusal
from catalog.search.names import chinese_names
from catalog.search.pagefind import pagefind
from catalog.search.written import written_documents
from catalog.show.pinyin import readings
from catalog.show.words import read_words
from catalog.views.context import Context
from catalog.written.check import asset_files

READ = frozenset({"docs", "overrides", "catalog", ".git", *(kind.place.split("/")[0] for kind in KINDS.values())})
"""Folders of a portal that a build reads, or must leave alone."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: its problems, and what it published unless one of them is an error."""

    problems: list[Problem]
    published: Published | None
    pages: int
    seconds: float
    notes: Sequence[Sentence] = ()
    """What whoever runs the build should know besides."""


class Misplaced(Exception):  # noqa: N818 - a wrong use, which the command turns into its exit code
    """Refuses to write a site to a folder; the sentence says why."""

    def __init__(self, sentence: Sentence) -> None:
        """Carry the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


def build(root: Path, out: Path, day: date, *, preview: bool = False) -> Built:
    """Build the portal at ``root`` into ``out`` as of ``day``; a preview also has the style guide."""
    said = refusal(out, root, READ)
    if said:
        raise Misplaced(said)
    with alone_in(root):
        return _build(root, out, day, preview=preview)


def _build(root: Path, out: Path, day: date, *, preview: bool) -> Built:
    start = time.perf_counter()
    portal, problems = examine(root, day)
    if any(problem.level is Level.ERROR for problem in problems):
        return Built(problems, None, 0, time.perf_counter() - start)
    frames = build_frames(root, portal.catalog)
    history = read_history(root, portal.catalog)
    read = readings(chinese_names(portal.catalog), root / ".cache" / "readings.json")
    contexts = [
        Context(portal.catalog, day, language, read_words(root, language), history=history, readings=read)
        for language in LANGUAGES
    ]
    written = {one.language: list(written_documents(one, frames[one.language])) for one in contexts}
    bare = {one.language: list(written_documents(one, frames[one.language], figures=False)) for one in contexts}
    files = {
        **frames[LANGUAGES[0]].files,
        **{f"files/{name}": path for name, path in asset_files(root).items()},
        **pagefind(root, bare),
    }
    counted = _Counted()

    def texts() -> Iterator[tuple[str, str]]:
        for context in contexts:
            renderer = Renderer(root, context.words)
            for name, html in pour(context, frames[context.language], renderer, preview=preview):
                counted.pages.append(name)
                yield name, html
        for output in OUTPUTS:
            yield from output(Made(portal.catalog, day, counted.pages, contexts, written))
        yield from scripts(root)
        yield from styles(root)

    done = publish(out, texts(), files)
    notes = [_updates(portal.catalog, day), *([_gap(history)] if history.gap else [])]
    return Built(problems, done, len(counted.pages), time.perf_counter() - start, notes)


def _updates(catalog: Catalog, day: date) -> Sentence:
    """Say how long ago each column that inspections look at had something new."""
    ages = [(column.name, days) for column, _, days in idle_days(catalog, day)]
    return Sentence(
        f"栏目最近更新：{'、'.join(f'{name.zh} {days} 天前' for name, days in ages) or '无'}。",
        f"Days since each column had something new: {', '.join(f'{name.en} {days}' for name, days in ages) or 'none'}.",
    )


def _gap(history: History) -> Sentence:
    """Say why revisions are missing from the pages of changes."""
    why = history.gap or NOTHING
    return Sentence(f"更新记录缺修订历史：{why.zh}。", f"Changes lack the history of revisions: {why.en}.")


class _Counted:
    def __init__(self) -> None:
        self.pages: list[str] = []
