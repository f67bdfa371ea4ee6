"""One build of a portal. Where nothing has changed since the last one, no model, view or rule is imported."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.build.stages import READ, Stages
from investment_portal.cache.checked_files import Damaged
from investment_portal.cache.inputs import FOLDERS, Scan
from investment_portal.cache.store import Store, discard, refuse_tracked
from investment_portal.git import head_state
from investment_portal.languages import Sentence
from investment_portal.publish.build_lock import locked
from investment_portal.publish.site import Published, PublishedSite
from investment_portal.publish.target import refusal
from investment_portal.refusals import OutputPathError
from investment_portal.rendering.layouts import start

READ_FROM = frozenset({*FOLDERS, "investment_portal", ".git"})
"""Folders of a portal that a build reads, or must leave alone."""

REBUILT = Sentence(
    "缓存已损坏，已清空并重新生成。", "The cache was damaged; it was discarded and everything was built anew."
)


def build(root: Path, out: Path, day: date, options: BuildOptions = BuildOptions()) -> BuildResult:  # noqa: B008 - never changes
    """Build the portal at ``root`` into ``out`` as of ``day``."""
    refusal_ = refusal(out, root, READ_FROM)
    if refusal_:
        raise OutputPathError(refusal_)
    with locked(root):
        refuse_tracked(root)
        try:
            return _build(root, out, day, options)
        except Damaged:
            discard(root)
            result = _build(root, out, day, options)
            return result._replace(notes=[*result.notes, REBUILT])


def _build(root: Path, out: Path, day: date, options: BuildOptions) -> BuildResult:
    stages = Stages()
    with stages.stage(READ):
        inputs = Scan(root)
        name = hashlib.blake2b(f"{out} {options.preview}".encode(), digest_size=8).hexdigest()
        repository = head_state(root)
        store = Store(root)
    try:
        with stages.stage(READ):
            signer = options.signing.public if options.signing else ""
            conditions = f"{day} {repository} {signer} {options.hold_back} {options.keep_book}"
            key = f"{inputs.digest()} {inputs.code().hex()} {conditions}"
            last = store.state(name)
            site = PublishedSite(out, store.outputs(name), store.folders(name))
        if last and repository and last.inputs == key and site.whole:
            inputs.keep()
            return _unchanged(last.problems, Published(len(site.intact), 0), last.pages, stages, last.notes)
        with start(root, inputs) as layout_job:
            from investment_portal.build.pipeline import Pipeline  # noqa: PLC0415 - imports everything

            pipeline = Pipeline(root, day, inputs, store, options)
            return pipeline.run(site, name, stages, layout_job=layout_job, repository=repository, key=key)
    finally:
        store.close()


def _unchanged(
    problems: list[Any], published: Published, pages: int, stages: Stages, notes: list[list[str]]
) -> BuildResult:
    if problems:
        from investment_portal.problems import problem  # noqa: PLC0415 - only where there are problems
    restored = [problem(parts) for parts in problems]
    return BuildResult(restored, published, pages, stages, [Sentence(*note) for note in notes])
