"""What a concern is: a sort of thing that needs a person though nothing is broken."""

from collections.abc import Callable, Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.problems import Problem
from catalog.problems.finding import Finding
from catalog.value import Value

Look = Callable[[Portal, date], Iterator[Finding | Problem]]


def _always(_portal: Portal) -> Sentence | None:
    return None


class Concern(Value):
    """A concern: its id, its heading, how to look for it, and why one cannot look here, if so."""

    id: str
    says: Sentence
    look: Look
    hindered: Callable[[Portal], Sentence | None] = _always
