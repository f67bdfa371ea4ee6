"""One build of a portal. Where nothing has changed since the last one, no model, view or rule is imported."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from catalog.git import standing
from catalog.languages import Sentence
from catalog.publish.alone import alone_in
from catalog.publish.target import refusal
from catalog.stages import READ, Stages
from investment_portal.build.checked_file import Damaged
from investment_portal.build.inputs import FOLDERS, Scan
from investment_portal.build.store import Store, discard
from investment_portal.publish.site import Published, Site
from investment_portal.rendering.layouts import start

if TYPE_CHECKING:
    from catalog.problems import Problem

READ_FROM = frozenset({*FOLDERS, "catalog", "investment_portal", ".git"})
"""Folders of a portal that a build reads, or must leave alone."""

REBUILT = Sentence(
    "缓存已损坏，已清空并重新生成。", "The cache was damaged; it was discarded and everything was built anew."
)


class OutputPathError(Exception):
    """A folder that a site must not be written to; the sentence says why."""

    def __init__(self, sentence: Sentence) -> None:
        """Carry the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


class BuildResult(NamedTuple):
    """The problems of a build, and what it published unless one of them is an error."""

    problems: "list[Problem]"
    published: Published | None
    pages: int
    stages: Stages
    notes: Sequence[Sentence] = ()
    """What whoever runs the build should know besides."""

    @property
    def seconds(self) -> float:
        """The seconds that the build took, as far as it has come."""
        return self.stages.total


def build(root: Path, out: Path, day: date, *, preview: bool = False, jobs: int | None = None) -> BuildResult:
    """Build the portal at ``root`` into ``out`` as of ``day``; a preview also has the style guide."""
    said = refusal(out, root, READ_FROM)
    if said:
        raise OutputPathError(said)
    with alone_in(root):
        try:
            return _build(root, out, day, preview=preview, jobs=jobs)
        except Damaged:
            discard(root)
            result = _build(root, out, day, preview=preview, jobs=jobs)
            return result._replace(notes=[*result.notes, REBUILT])


def _build(root: Path, out: Path, day: date, *, preview: bool, jobs: int | None) -> BuildResult:
    stages = Stages()
    with stages.stage(READ):
        inputs = Scan(root)
        name = hashlib.blake2b(f"{out} {preview}".encode(), digest_size=8).hexdigest()
        repository = standing(root)
        store = Store(root)
    try:
        with stages.stage(READ):
            key = f"{inputs.digest()} {inputs.code().hex()} {day} {repository}"
            last = store.state(name)
            site = Site(out, store.outputs(name), store.folders(name))
        if last and repository and last.inputs == key and site.whole:
            inputs.keep()
            return _unchanged(last.problems, Published(len(site.intact), 0), last.pages, stages, last.notes)
        with start(root, inputs) as layout_job:
            from investment_portal.build.pipeline import Pipeline  # noqa: PLC0415 - imports everything

            pipeline = Pipeline(root, day, inputs, store, jobs)
            return pipeline.run(
                site, name, stages, layout_job=layout_job, repository=repository, key=key, preview=preview
            )
    finally:
        store.close()


def _unchanged(
    problems: list[Any], published: Published, pages: int, stages: Stages, notes: list[list[str]]
) -> BuildResult:
    if problems:
        from catalog.problems.plain import problem  # noqa: PLC0415 - only where there are problems
    found = [problem(parts) for parts in problems]
    return BuildResult(found, published, pages, stages, [Sentence(*one) for one in notes])
