"""A concern: a sort of thing that needs a person although nothing is broken."""

from collections.abc import Callable, Iterator
from datetime import date

from investment_portal.languages import Sentence
from investment_portal.problems import Finding, Problem
from investment_portal.validation.portal import Portal
from investment_portal.value import Value

Look = Callable[[Portal, date], Iterator[Finding | Problem]]


def _always(_portal: Portal) -> Sentence | None:
    return None


class Concern(Value):
    """A concern: its id, its heading, how to look for it, and why one cannot look here, if so."""

    id: str
    description: Sentence
    look: Look
    hindered: Callable[[Portal], Sentence | None] = _always
