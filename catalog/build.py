"""One build of a portal: what it is asked, and what it came to."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.kept.kept import forget, kept
from catalog.kept.pack import Damaged
from catalog.kept.scan import FOLDERS, Scan
from catalog.languages import Sentence
from catalog.problems import Problem
from catalog.publish.alone import alone_in
from catalog.publish.site import Manifest, Published, Site
from catalog.publish.target import refusal
from catalog.stages import KEEP, Stages

READ = frozenset({*FOLDERS, "catalog", ".git"})
"""Folders of a portal that a build reads, or must leave alone."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: its problems, and what it published unless one of them is an error."""

    problems: list[Problem]
    published: Published | None
    pages: int
    seconds: float
    stages: Stages


class Misplaced(Exception):  # noqa: N818 - a wrong use, which the command turns into its exit code
    """Refuses to write a site to a folder; the sentence says why."""

    def __init__(self, sentence: Sentence) -> None:
        """Carry the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


def build(root: Path, out: Path, day: date, *, preview: bool = False, jobs: int | None = None) -> Built:
    """Build the portal at ``root`` into ``out`` as of ``day``; a preview also has the style guide."""
    said = refusal(out, root, READ)
    if said:
        raise Misplaced(said)
    with alone_in(root):
        try:
            return _build(root, out, day, preview=preview, jobs=jobs)
        except Damaged:  # noticed as soon as it was used: nothing of it went anywhere
            forget(root)
            return _build(root, out, day, preview=preview, jobs=jobs)


def _build(root: Path, out: Path, day: date, *, preview: bool, jobs: int | None) -> Built:
    from catalog.produce import produce  # noqa: PLC0415 - costs half a second, which a build without changes saves

    stages = Stages()
    with kept(root, Scan(root), jobs) as found:
        name = hashlib.sha256(f"{out} {preview}".encode()).hexdigest()[:16]
        ledger = found.ledger(f"site-{name}")
        manifest = ledger.extra.get("manifest")
        site = Site(out, Manifest(*manifest) if manifest else None)
        try:
            product = produce(found, site, ledger, day, stages, preview=preview)
        finally:
            site.end()
        with stages.stage(KEEP):
            found.keep()
            if product.published:
                left = site.manifest()
                ledger.extra["manifest"] = (dict(left.files), dict(left.folders))
                ledger.keep()
    return Built(product.problems, product.published, product.pages, stages.total, stages)
