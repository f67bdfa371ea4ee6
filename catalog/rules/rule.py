"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding

Check = Callable[[Catalog, date], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, what it says, and the check that finds what breaks it.

    ``whole`` rules look at what is missing; they run only when every record could be read, since a broken file
    must not be reported as a gap elsewhere. ``settings`` rules depend on the settings of the portal; they run only when
    those could be read.
    """

    id: str
    says: Sentence
    check: Check
    whole: bool = False
    settings: bool = False
