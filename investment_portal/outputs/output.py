"""Outputs: files besides pages that are made together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.shards import Member, members
from investment_portal.languages import Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.fingerprints import fingerprint
from investment_portal.outputs.search.documents import SearchDocument
from investment_portal.pages.changes.happenings import ChangeType, DatedChange, Happenings, dated_changes, latest
from investment_portal.pages.compare.selection import compare_chunks
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.enquiry.data import names_chunks
from investment_portal.pages.requirements.requirements import requirement_chunks
from investment_portal.value import Value

FEED_LIMIT = 100
"""Entries of a feed; a reader that looks in once a month misses none."""

FEED_SORTS = (ChangeType.PUBLISHED, ChangeType.REVISED, ChangeType.WITHDRAWN)
"""Changes in feeds: all but verifications."""


@dataclass(frozen=True)
class BuildContext:
    """The input of all outputs; pages are keyed by their path below the site's root."""

    data: Dataset
    pages: Sequence[str]
    contexts: Mapping[Language, Context]
    """The context of each language, the first language first."""
    content_documents: Mapping[Language, Sequence[SearchDocument]]
    """The texts of the content pages of each language."""
    content_keys: Mapping[Language, tuple[str, int]] = field(default_factory=dict)
    """Fingerprint and number of the content pages."""

    @property
    def catalog(self) -> Catalog:
        """All records but projects."""
        return self.data.catalog

    @property
    def day(self) -> date:
        """The day of the build."""
        return self.data.day

    @cached_property
    def words_digest(self) -> str:
        """The fingerprint of all words, for outputs that name all that they are made from."""
        return fingerprint([sorted(context.words.items()) for context in self.contexts.values()])

    def asset(self, script: str) -> str:
        """Return the published address of a script, for outputs that name all that they are made from."""
        return next(iter(self.contexts.values())).script(script)

    @cached_property
    def happenings(self) -> Happenings:
        """The changes that feeds list."""
        return latest(self.data, self.dated_changes, FEED_LIMIT)

    @cached_property
    def dated_changes(self) -> list[DatedChange]:
        """All changes that feeds of one topic choose from."""
        return dated_changes(self.data, FEED_SORTS)

    @cached_property
    def names_members(self) -> list[list[Member]]:
        """The ids of each file of names."""
        return members(self.data.index.projects, names_chunks(self.data))

    @cached_property
    def compare_members(self) -> list[list[Member]]:
        """The ids of each file of data for comparing."""
        return members(self.data.index.projects, compare_chunks(self.data))

    @cached_property
    def requirement_members(self) -> list[list[Member]]:
        """The ids of each file of data for requirements."""
        return members(self.data.index.projects, requirement_chunks(self.data))


Files = Iterator[tuple[str, str | bytes]] | Iterator[tuple[str, str]]
"""Files as (path below the site's root, text or bytes)."""

Part = tuple[str | int, ...]


class Output(Value):
    """Files that are made together, in one or several parts.

    ``parts`` returns what names each part; ``make`` and ``depends`` get it as further arguments. ``depends`` returns,
    as plain values, what a part is made from besides the words and the records that are not projects; with
    ``of_data`` it returns all that the part is made from besides the code.
    """

    make: Callable[..., Files]
    depends: Callable[..., Any] = lambda _build, *_part: None
    parts: Callable[[BuildContext], Iterable[Part]] = lambda _: [()]
    of_data: bool = False

    @property
    def name(self) -> str:
        """The name of the output in keys."""
        return f"{self.make.__module__}:{self.make.__qualname__}"
