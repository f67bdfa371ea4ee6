"""The dataset of a build: everything that pages and outputs are made from."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from investment_portal.domain.change_days import effective_day, month_edge, portal_edges, project_edges
from investment_portal.domain.index import Index
from investment_portal.domain.related import Neighbours, Surroundings, neighbours, surroundings
from investment_portal.domain.summary import ProjectSummary
from investment_portal.history.history import History
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS
from investment_portal.models.pack import unpack
from investment_portal.models.project import Project
from investment_portal.pages.dossiers.files import NO_DOSSIERS, DossierFile
from investment_portal.pictures.picture import NO_PICTURES, PictureFile
from investment_portal.value import Value

Computed = TypeVar("Computed")


class Digests(NamedTuple):
    """Short hashes of the projects' records and of their summaries, by id; of the other records; of the settings."""

    projects: Mapping[str, str]
    summaries: Mapping[str, str]
    records: Mapping[tuple[str, str], str]
    site: str


class Dataset:
    """All records but projects (in ``catalog``), the index of the projects, the history, and the day."""

    def __init__(  # noqa: PLR0913 - the parts of a dataset
        self,
        catalog: Catalog,
        index: Index,
        history: History,
        packed: Callable[[str], bytes],
        digests: Digests,
        *,
        pictures: Mapping[str, PictureFile] = NO_PICTURES,
    ) -> None:
        """Hold the parts.

        ``packed`` loads the whole record of a project as bytes; ``digests`` are those of all records;
        ``pictures`` are those below ``docs/assets`` that can be shown.
        ``day`` is the day that pages see: the latest edge of any record. ``days`` are the latest edges of each project.
        """
        self.catalog, self.index, self.history, self.packed = catalog, index, history, packed
        self.digests, self.pictures = digests, pictures
        self.today = index.day
        self.base_day = effective_day((*portal_edges(catalog), month_edge(self.today)), self.today)
        site = catalog.site
        self.days = {
            id_: effective_day(project_edges(project, site), self.today) for id_, project in index.projects.items()
        }
        self.day = max([self.base_day, *self.days.values()])
        self.cached: dict[str, dict[str, tuple[str, Any]]] = {}
        """Results of ``of_project``, by name and id, with the digest of the summary."""
        self.dossiers: Mapping[str, DossierFile] = NO_DOSSIERS
        """The finished dossiers by their paths, once they are made."""
        self.memory: dict[tuple[Hashable, ...], Any] = {}
        self.scope: tuple[Hashable, ...] = ()

    def without_page(self) -> "Dataset":
        """Return itself: what is memoized of a dataset differs by nothing else."""
        return self

    def project(self, id_: str) -> Project:
        """Return the whole record of a project."""
        return unpack(Project, self.packed(id_))

    @cached_property
    def surroundings(self) -> dict[str, Surroundings]:
        """The links around each link of a chain."""
        return surroundings(self.catalog.chains)

    def records(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield each kind with its records in the order of the kinds; projects by their summaries."""
        for kind in KINDS:
            yield kind, self.index.projects if kind == "project" else self.catalog.records[kind]

    def of_project(self, name: str, project: ProjectSummary, derive: Callable[[ProjectSummary], Computed]) -> Computed:
        """Return a value derived from a project's summary and the other records, computed once under its name."""
        known, digest = self.cached.setdefault(name, {}), self.digests.summaries[project.id]
        last = known.get(project.id)
        if last is None or last[0] != digest:
            last = known[project.id] = (digest, derive(project))
        return last[1]

    def neighbours(self, project: ProjectSummary) -> Neighbours:
        """Return the projects beside a project."""
        return neighbours(self.index, project, self.surroundings.get(project.chain_node or ""))


class Excerpt(Value):
    """An excerpt of the projects, shown by a page besides its own record; the base of all excerpts."""
