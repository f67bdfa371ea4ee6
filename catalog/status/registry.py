"""The register of concerns: a new one is one file and one line here."""

from catalog.status import expiring, gaps, guides, idle, overdue, stale, unfilled, untranslated
from catalog.status.concern import Concern

CONCERNS: tuple[Concern, ...] = (
    overdue.CONCERN,
    expiring.CONCERN,
    gaps.CONCERN,
    guides.CONCERN,
    untranslated.CONCERN,
    stale.CONCERN,
    idle.CONCERN,
    unfilled.CONCERN,
)
"""In the order in which a clerk takes them up."""
