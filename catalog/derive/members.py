"""The ids of projects divided over files: of thousands, a browser loads those that it needs."""

from collections.abc import Mapping

from catalog.derive.chunks import chunk_of
from investment_portal.domain.summary import ProjectSummary

Member = tuple[str, str]
"""An id, perhaps a former one, and the id of today."""


def members(projects: Mapping[str, ProjectSummary], chunks: int) -> list[list[Member]]:
    """Return the ids of each file, former ones too, each with the project that it leads to."""
    found: list[list[Member]] = [[] for _ in range(chunks)]
    for id_, project in projects.items():
        for name in (id_, *project.formerly):
            found[chunk_of(name, chunks)].append((name, id_))
    return [sorted(chunk) for chunk in found]
