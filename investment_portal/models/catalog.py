"""The catalogue: all records of a portal that could be read, and the ids of those that could not."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from investment_portal.memo import Memory, memoized
from investment_portal.models.base import Model
from investment_portal.models.chain import Chain
from investment_portal.models.contact import Contact
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.notice import Notice
from investment_portal.models.park import Park
from investment_portal.models.policy import Policy
from investment_portal.models.procedure import Procedure
from investment_portal.models.project import Project
from investment_portal.models.reference_lists import Origin, Sector, Source
from investment_portal.models.result import Result
from investment_portal.models.site import Site

Key = tuple[str, str]
"""A record by kind and id."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """Records by kind and id, in the order of their ids (sectors and origins: as written)."""

    site: Site
    records: Mapping[str, Mapping[str, Any]]
    ids: Mapping[str, frozenset[str]]
    """Every id that stands on disk, whether its record could be read or not."""
    unread: frozenset[str] = frozenset()
    """Kinds whose one list could not be read, so that nobody knows their ids."""
    gone: Mapping[Key, date | None] = field(default_factory=dict)
    """Records whose file was deleted or renamed, by kind and id, with the day where it is known."""
    upcoming: Mapping[Key, date] = field(default_factory=dict)
    """Records that are left out until the day of their publication, with that day."""
    memory: Memory = field(default_factory=dict, init=False, repr=False, compare=False)
    """Results of memoized functions of the catalogue."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy the records to another process, without the results."""
        return Catalog, (self.site, self.records, self.ids, self.unread, self.gone, self.upcoming)

    @property
    def scope(self) -> tuple[Hashable, ...]:
        """Return nothing: results of memoized functions of the catalogue differ by their arguments alone."""
        return ()

    def without_page(self) -> "Catalog":
        """Return the catalogue."""
        return self

    def with_projects(self, projects: Mapping[str, Any]) -> "Catalog":
        """Return the same catalogue with these projects alone; results of memoized functions are shared."""
        seen = Catalog(
            self.site, {**self.records, "project": projects}, self.ids, self.unread, self.gone, self.upcoming
        )
        object.__setattr__(seen, "memory", self.memory)
        return seen

    @property
    def zone(self) -> str:
        """The time zone of the portal, in which its days end."""
        return self.site.time_zone

    def with_records(self, records: Iterable[tuple[str, str]]) -> "Catalog":
        """Return the same settings and projects with these records of other kinds alone; nothing memoized is shared."""
        seen: dict[str, dict[str, Any]] = {kind: {} for kind in self.records}
        for kind, id_ in records:
            if id_ in self.records[kind]:
                seen[kind][id_] = self.records[kind][id_]
        return Catalog(
            self.site, {**seen, "project": self.records["project"]}, self.ids, self.unread, self.gone, self.upcoming
        )

    @property
    def sectors(self) -> Mapping[str, Sector]:
        """Sectors, as written."""
        return self.records["sector"]

    @property
    def origins(self) -> Mapping[str, Origin]:
        """Where investors come from, as written."""
        return self.records["origin"]

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources of figures."""
        return self.records["source"]

    @property
    def projects(self) -> Mapping[str, Project]:
        """Promoted projects."""
        return self.records["project"]

    @property
    def policies(self) -> Mapping[str, Policy]:
        """The policy package."""
        return self.records["policy"]

    @property
    def contacts(self) -> Mapping[str, Contact]:
        """The contacts."""
        return self.records["contact"]

    @property
    def parks(self) -> Mapping[str, Park]:
        """Parks and sites."""
        return self.records["park"]

    @property
    def chains(self) -> Mapping[str, Chain]:
        """Industry chains."""
        return self.records["chain"]

    @property
    def firms(self) -> Mapping[str, Firm]:
        """Firms settled here."""
        return self.records["firm"]

    @property
    def events(self) -> Mapping[str, Event]:
        """Events."""
        return self.records["event"]

    @property
    def results(self) -> Mapping[str, Result]:
        """Results by period."""
        return self.records["result"]

    @property
    def procedures(self) -> Mapping[str, Procedure]:
        """The procedures to operation."""
        return self.records["procedure"]

    @property
    def notices(self) -> Mapping[str, Notice]:
        """Notices and news."""
        return self.records["notice"]

    @property
    def former(self) -> Mapping[Key, str]:
        """The present id of each former one, by kind and former id."""
        return _former(self)

    @property
    def whole(self) -> bool:
        """Return whether every record on disk could be read."""
        return not self.unread and all(len(self.records[kind]) == len(ids) for kind, ids in self.ids.items())

    def everything(self) -> Iterator[tuple[str, str, Model]]:
        """Yield the settings and every record, each with its kind and id."""
        yield "site", "site", self.site
        for kind, records in self.records.items():
            for id_, record in records.items():
                yield kind, id_, record

    def nodes(self) -> frozenset[str]:
        """Return all chain nodes as ``CHAIN/NODE``."""
        return _nodes(self)


@memoized
def _former(catalog: Catalog) -> Mapping[Key, str]:
    return {
        (kind, former): id_
        for kind, records in catalog.records.items()
        for id_, record in records.items()
        for former in getattr(record, "formerly", ())
        if former not in catalog.ids[kind]
    }


@memoized
def _nodes(catalog: Catalog) -> frozenset[str]:
    return frozenset(chain.reference(node) for chain in catalog.chains.values() for node in chain.nodes)
