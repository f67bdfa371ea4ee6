"""Sectors and types of enterprise that no policy in force reaches."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.problems.finding import Finding
from catalog.rules.coverage_gap import RULE, check_portal
from catalog.status.concern import Concern


def look(portal: Portal, day: date) -> Iterator[Finding]:
    """Yield the empty cells of the coverage matrix."""
    for kind, id_, violation in check_portal(portal.catalog, day):
        yield violation.finding(RULE.id, kind, id_)


CONCERN = Concern("coverage", Sentence("政策未覆盖", "Not covered by a policy"), look)
