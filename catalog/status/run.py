"""Looks for every concern in a portal."""

from datetime import date

from catalog.derive.facets import Filled, facets_filled
from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.problems import Problem
from catalog.status.concern import Concern
from catalog.status.fill import Rate, rates
from catalog.status.registry import CONCERNS
from catalog.value import Value


class Looked(Value):
    """A concern with what was found, each at its place; ``hindered`` says why one could not look."""

    concern: Concern
    matters: list[Problem]
    hindered: Sentence | None = None


class Standing(Value):
    """What needs a person on a day, and how well the fields of projects and the filters of their list are filled."""

    day: date
    looked: list[Looked]
    fill: list[Rate]
    facets: list[Filled]
    least: int
    """The share of projects, in whole hundredths, that must fill a filter."""


def standing(portal: Portal, day: date) -> Standing:
    """Take the concerns in turn; what each finds stays in its own order."""
    looked = []
    for concern in CONCERNS:
        hindered = concern.hindered(portal)
        found = [] if hindered else list(concern.look(portal, day))
        matters = [one if isinstance(one, Problem) else portal.problem(one) for one in found]
        looked.append(Looked(concern, matters, hindered))
    least = int(portal.catalog.site.facet_fill_rate * 100)
    return Standing(
        day, looked, rates(portal.catalog), facets_filled(portal.catalog.projects.values(), portal.catalog.site), least
    )
