"""One build in full: read, check, frames, pages, other files, publish; nothing is written where the data has errors."""

from collections.abc import Sequence
from datetime import date

from catalog.examine import examine_again
from catalog.frames.build import build_frames
from catalog.history.kept_history import recall_history
from catalog.kept.kept import Kept
from catalog.kept.ledger import Ledger
from catalog.languages import Sentence
from catalog.load.recall import recall_portal
from catalog.making import Making
from catalog.problems import Level, Problem
from catalog.publish.site import Published, Site
from catalog.stages import CHECK, FRAMES, HISTORY, OTHERS, PAGES, PUBLISH, READ, Stages
from catalog.value import Value


class Product(Value):
    """What came of a build: its problems, and what it published unless one of them is an error."""

    problems: list[Problem]
    published: Published | None
    pages: int
    notes: Sequence[Sentence] = ()
    """What whoever runs the build should know besides."""


def produce(  # noqa: PLR0913 - what a build works with
    kept: Kept, site: Site, ledger: Ledger, day: date, stages: Stages, *, repository: str, preview: bool
) -> Product:
    """Build the portal into a site as of ``day``; a preview also has the style guide."""
    with stages.stage(READ):
        portal = recall_portal(kept.root, kept.scan, kept.pack, kept.jobs)
        stages.parsed = kept.pack.parsed
    with stages.stage(CHECK):
        problems, stages.checked = examine_again(portal, kept, day)
    if any(problem.level is Level.ERROR for problem in problems):
        return Product(problems, None, 0)
    with stages.stage(FRAMES):
        frames = build_frames(kept.root, portal.catalog, kept.scan)
    with stages.stage(HISTORY):
        history, facts = recall_history(kept.root, portal.catalog, repository, kept.code)
    making = Making(kept, portal, day, frames, history, site, ledger)
    with stages.stage(PAGES):
        making.compare(facts)
        stages.rendered = making.pages(preview=preview)
    with stages.stage(OTHERS):
        stages.produced = making.others()
    with stages.stage(PUBLISH):
        published = site.publish(set(making.names), making.changed)
    return Product(problems, published, len(making.page_names), making.notes())
