"""One build of a portal: what it is asked, and what it came to."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from catalog.git import standing
from catalog.kept.kept import Kept, forget, kept
from catalog.kept.last import Last, recall, remember
from catalog.kept.scan import FOLDERS, Scan
from catalog.kept.store import Damaged
from catalog.languages import Sentence
from catalog.problems import Problem
from catalog.problems.plain import plain, problem
from catalog.publish.alone import alone_in
from catalog.publish.site import Manifest, Published, Site
from catalog.publish.target import refusal
from catalog.stages import KEEP, READ, Stages
from catalog.value import Value

READ_FROM = frozenset({*FOLDERS, "catalog", ".git"})
"""Folders of a portal that a build reads, or must leave alone."""


class Built(Value):
    """What a build came to: its problems, and what it published unless one of them is an error."""

    problems: list[Problem]
    published: Published | None
    pages: int
    seconds: float
    stages: Stages
    notes: Sequence[Sentence] = ()
    """What whoever runs the build should know besides."""


class Misplaced(Exception):  # noqa: N818 - a wrong use, which the command turns into its exit code
    """Refuses to write a site to a folder; the sentence says why."""

    def __init__(self, sentence: Sentence) -> None:
        """Carry the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


def build(root: Path, out: Path, day: date, *, preview: bool = False, jobs: int | None = None) -> Built:
    """Build the portal at ``root`` into ``out`` as of ``day``; a preview also has the style guide."""
    said = refusal(out, root, READ_FROM)
    if said:
        raise Misplaced(said)
    with alone_in(root):
        try:
            return _build(root, out, day, preview=preview, jobs=jobs)
        except Damaged:  # noticed as soon as it was used: nothing of it went anywhere
            forget(root)
            return _build(root, out, day, preview=preview, jobs=jobs)


def _build(root: Path, out: Path, day: date, *, preview: bool, jobs: int | None) -> Built:
    stages = Stages()
    with stages.stage(READ):
        scan = Scan(root)
        name = f"site-{hashlib.sha256(f'{out} {preview}'.encode()).hexdigest()[:16]}"
        repository = standing(root)
        inputs = f"{scan.digest()} {scan.code().hex()} {day} {repository}"
        last = recall(root, name)
        site = Site(out, Manifest(*last.manifest) if last else None)
    if last and repository and last.inputs == inputs and site.whole:
        scan.keep()
        problems, notes = [problem(parts) for parts in last.problems], [Sentence(*one) for one in last.notes]
        return Built(problems, Published(len(site.intact), 0), last.pages, stages.total, stages, notes)
    with kept(root, scan, jobs) as found:
        return _made(found, site, day, stages, name=name, inputs=inputs, repository=repository, preview=preview)


def _made(  # noqa: PLR0913 - what a build works with
    found: Kept, site: Site, day: date, stages: Stages, *, name: str, inputs: str, repository: str, preview: bool
) -> Built:
    from catalog.produce import produce  # noqa: PLC0415 - costs half a second, which a build without changes saves

    ledger = found.ledger(name)
    try:
        product = produce(found, site, ledger, day, stages, repository=repository, preview=preview)
    finally:
        site.end()
    with stages.stage(KEEP):
        if product.published:
            found.ledgers.append(ledger)
        if found.keep() and product.published:
            left = site.manifest()
            manifest = (dict(left.files), dict(left.folders))
            problems = [plain(one) for one in product.problems]
            notes = [(one.zh, one.en) for one in product.notes]
            remember(found.root, name, Last(inputs, manifest, problems, product.pages, notes))
    return Built(product.problems, product.published, product.pages, stages.total, stages, product.notes)
