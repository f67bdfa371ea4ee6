"""What a rule is."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.value import Value

Check = Callable[[Catalog, date], Iterator[Finding]]

NO_DAY = cast("date", None)
"""What a rule is given that does not ask for the day."""


class Rule(Value):
    """A rule: its id, what it says, and the check that finds what breaks it.

    ``whole`` rules look at what is missing; they run only when every record could be read, since a broken file
    must not be reported as a gap elsewhere. ``settings`` rules depend on the settings of the portal; they run only when
    those could be read. ``apart`` rules judge each record by itself (and by others that it names): they are not run
    again for records that stayed the same. ``dated`` rules ask for the day; the findings of others outlast it.
    """

    id: str
    says: Sentence
    check: Check
    whole: bool = False
    settings: bool = False
    apart: bool = False
    dated: bool = False

    def can_run(self, catalog: Catalog) -> bool:
        """Say whether enough of the portal could be read."""
        if self.whole and not catalog.whole:
            return False
        return not self.settings or "site" not in catalog.unread

    def findings(self, catalog: Catalog, day: date) -> Iterator[Finding]:
        """Find what breaks the rule; where a list could not be read, nothing is said about its records."""
        found = self.check(catalog, day if self.dated else NO_DAY)
        return (one for one in found if one.kind not in catalog.unread)
