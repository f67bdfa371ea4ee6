"""Sectors and types of enterprise that no policy in force reaches."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.problems.finding import Finding
from catalog.rules.coverage_gap import check
from catalog.status.concern import Concern


def look(portal: Portal, day: date) -> Iterator[Finding]:
    """Give the empty cells of the coverage matrix."""
    yield from check(portal.catalog, day)


CONCERN = Concern("coverage", Sentence("政策未覆盖", "Not covered by a policy"), look)
