"""A rule about content pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from investment_portal.languages import LANGUAGES, Sentence, language_path
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.pages.content_pages.page import ContentPage
from investment_portal.problems import Problem
from investment_portal.value import Value


@dataclass(frozen=True)
class ContentPages:
    """All hand-written pages of a portal beside its catalogue."""

    root: Path
    pages: Sequence[ContentPage]
    catalog: Catalog

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Every address of the site -> the kind of its record, or ``page`` for a content page.

        Those of records to come are among them: ``upcoming`` has their days.
        """
        kinds_at = {
            f"{language_path(language)}{kind.address(id_)}": kind.name
            for language in LANGUAGES
            for kind in KINDS.values()
            if kind.has_pages
            for id_ in self._ids(kind.name)
        }
        return {**kinds_at, **{page.address: "page" for page in self.pages if not page.is_layout}}

    @cached_property
    def records(self) -> dict[str, Kind]:
        """The file of each record, with ``#`` and the id in a file of many -> the kind of the record."""
        return {
            f"{kind.place}#{id_}" if kind.is_file else f"{kind.place}/{id_}.yaml": kind
            for kind in KINDS.values()
            for id_ in self._ids(kind.name)
        }

    @cached_property
    def upcoming(self) -> dict[str, date]:
        """The addresses and the files of records to come -> the days of their publication."""
        days: dict[str, date] = {}
        for (kind, id_), day in self.catalog.upcoming.items():
            places = [f"{language_path(language)}{KINDS[kind].address(id_)}" for language in LANGUAGES]
            days |= dict.fromkeys((*places, f"{KINDS[kind].place}/{id_}.yaml"), day)
        return days

    @cached_property
    def former(self) -> dict[str, str]:
        """The addresses and the files of former ids -> the present id."""
        present: dict[str, str] = {}
        for (kind, id_), now in self.catalog.former.items():
            places = [f"{language_path(language)}{KINDS[kind].address(id_)}" for language in LANGUAGES]
            present |= dict.fromkeys((*places, f"{KINDS[kind].place}/{id_}.yaml"), now)
        return present

    def ids(self, kind: str) -> set[str]:
        """Return the ids of a kind, those of records to come and of unreadable ones included."""
        return {*self.catalog.ids[kind], *(id_ for of_kind, id_ in self.catalog.upcoming if of_kind == kind)}

    def _ids(self, kind: str) -> set[str]:
        """Return the ids of a kind, former ones included."""
        former = {id_ for record in self.catalog.records[kind].values() for id_ in getattr(record, "formerly", ())}
        return {*self.ids(kind), *former}


class PageRule(Value):
    """A rule: id, description, and the check that finds violations."""

    id: str
    summary: Sentence
    check: Callable[[ContentPages], Iterator[Problem]]
