"""The build: load > validate > layouts > history > render > publish. Nothing is written where the data has errors."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from catalog.assets.styles import styles
from catalog.assets.weave import scripts
from catalog.frames.build import build_frames
from catalog.git import standing
from catalog.hands import hands, share_out
from catalog.history.kept_history import recall_history
from catalog.languages import LANGUAGES, Sentence
from catalog.notes import unseen, updates
from catalog.outputs.output import Made
from catalog.outputs.registry import makers
from catalog.pour.pages import page_jobs
from catalog.pour.renderer import Renderer
from catalog.problems import Level, Problem
from catalog.publish.alone import alone_in
from catalog.publish.site import Published, Site
from catalog.publish.target import refusal
from catalog.search.pagefind import pagefind
from catalog.search.spoken import names_spoken
from catalog.search.written import Written
from catalog.show.pinyin import Readings
from catalog.show.words import read_words
from catalog.stages import CHECK, FRAMES, HISTORY, OTHERS, PAGES, PUBLISH, READ, Stages
from catalog.value import Value
from catalog.views.context import Context
from catalog.written.check import asset_files
from investment_portal.build.inputs import FOLDERS, Scan
from investment_portal.build.validate import validate
from investment_portal.rendering.templates import Templates

READ_FROM = frozenset({*FOLDERS, "catalog", "investment_portal", ".git"})
"""Folders of a portal that a build reads, or must leave alone."""

MIN_TASKS_PER_WORKER = 20

ASSETS = "docs/assets"

Files = Iterable[tuple[str, str | bytes]]


class BuildResult(Value):
    """The problems of a build, and what it published unless one of them is an error."""

    problems: list[Problem]
    published: Published | None
    pages: int
    seconds: float
    stages: Stages
    notes: Sequence[Sentence] = ()
    """What whoever runs the build should know besides."""


class OutputPathError(Exception):
    """A folder that a site must not be written to; the sentence says why."""

    def __init__(self, sentence: Sentence) -> None:
        """Carry the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


def build(root: Path, out: Path, day: date, *, preview: bool = False, jobs: int | None = None) -> BuildResult:
    """Build the portal at ``root`` into ``out`` as of ``day``; a preview also has the style guide."""
    said = refusal(out, root, READ_FROM)
    if said:
        raise OutputPathError(said)
    with alone_in(root):
        return _build(root, out, day, preview=preview, jobs=jobs)


def _build(root: Path, out: Path, day: date, *, preview: bool, jobs: int | None) -> BuildResult:
    stages = Stages()
    with stages.stage(READ):
        scan = Scan(root)
        site = Site(out)
        repository = standing(root)
    with stages.stage(CHECK):
        portal, problems = validate(root, day)
    if any(problem.level is Level.ERROR for problem in problems):
        return BuildResult(problems, None, 0, stages.total, stages)
    catalog = portal.catalog
    with stages.stage(FRAMES):
        frames = build_frames(root, catalog, scan)
    with stages.stage(HISTORY):
        history = recall_history(root, catalog, repository, scan.code().hex())
    site.begin()
    try:
        with stages.stage(PAGES):
            readings = Readings(root / ".cache" / "readings")
            contexts = {
                code: Context(catalog, day, code, read_words(root, code), history=history, readings=readings)
                for code in LANGUAGES
            }
            readings.prepare(partial(names_spoken, contexts[LANGUAGES[0]], frames[LANGUAGES[0]]))
            templates = Templates(root)
            templates.prepare()
            jobs_ = [
                job
                for language, context in contexts.items()
                for job in page_jobs(context, frames[language], Renderer(templates, context.words), preview=preview)
            ]
            pages = [job.path for job in jobs_]
            files: dict[str, bytes] = {}
            changed = set()
            for name, content in _render([partial(_one, job.path, job.render) for job in jobs_], jobs):
                files[name] = b""
                if site.put(name, content):
                    changed.add(name)
        with stages.stage(OTHERS):
            made = Made(catalog, day, pages, contexts, written=Written(contexts, frames, figures=True))
            tasks: list[Callable[[], Files]] = [give for _, give in makers(made)]
            tasks += [partial(pagefind, root, Written(contexts, frames, figures=False))]
            tasks += [partial(scripts, root), partial(styles, root)]
            rendered = frames[LANGUAGES[0]].rendered
            tasks += [partial(_one, name, partial(rendered.read, name)) for name in frames[LANGUAGES[0]].files]
            tasks += [partial(_one, f"files/{name}", path.read_bytes) for name, path in asset_files(root).items()]
            for name, content in _render(tasks, jobs):
                if name in files:
                    raise ValueError(f"{name} is written twice")
                files[name] = b""
                if site.put(name, content):
                    changed.add(name)
            readings.keep()
        with stages.stage(PUBLISH):
            published = site.publish(set(files), changed)
    finally:
        site.end()
    notes = [updates(catalog, day), *([unseen(history.gap)] if history.gap else [])]
    scan.keep()
    return BuildResult(problems, published, len(pages), stages.total, stages, notes)


def _one(name: str, content: Callable[[], str | bytes]) -> Iterator[tuple[str, str | bytes]]:
    yield name, content()


def _render(tasks: Sequence[Callable[[], Files]], jobs: int | None) -> Iterator[tuple[str, bytes]]:
    count = hands(jobs, len(tasks), MIN_TASKS_PER_WORKER)
    size = -(-len(tasks) // count)
    return share_out(count, lambda share: _files(tasks[share * size : (share + 1) * size]))


def _files(tasks: Sequence[Callable[[], Files]]) -> Iterator[tuple[str, bytes]]:
    for task in tasks:
        for name, content in task():
            yield name, content.encode() if isinstance(content, str) else content


def fingerprint(*parts: object) -> str:
    """Return a short hash of values."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()
