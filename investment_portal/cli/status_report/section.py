"""A section of the status report: one sort of thing that needs a person although nothing is broken."""

from collections.abc import Callable, Iterator
from datetime import date

from investment_portal.languages import Sentence
from investment_portal.problems import Finding, Problem
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.value import Value

FindItems = Callable[[LoadedPortal, date], Iterator[Finding | Problem]]


def _always(_portal: LoadedPortal) -> Sentence | None:
    return None


class StatusSection(Value):
    """A section: its id, its title, the function that finds its items, and the reason where it cannot be checked."""

    id: str
    description: Sentence
    find: FindItems
    unavailable: Callable[[LoadedPortal], Sentence | None] = _always
