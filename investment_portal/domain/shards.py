"""Shards: records divided over data files, in order or by their ids alone, the same way in the browser."""

from collections.abc import Mapping
from functools import cache

from investment_portal.domain.summary import ProjectSummary

PRIME, START = 0x01000193, 0x811C9DC5
"""FNV-1a of 32 bits."""


def pieces_of(count: int, limit: int) -> int:
    """Return how many pieces so many things make, of ``most`` each but the last."""
    return -(-count // limit)


def chunks_for(count: int, limit: int) -> int:
    """Return the power of two that leaves at most about ``most`` records to a chunk."""
    chunks = 1
    while chunks * limit < count:
        chunks *= 2
    return chunks


def chunk_of(id_: str, chunks: int) -> int:
    """Return the chunk of a record; a new record changes that one alone until the number of chunks grows."""
    return _mixed(id_) % chunks


@cache
def _mixed(id_: str) -> int:
    mixed = START
    for byte in id_.encode():
        mixed = (mixed ^ byte) * PRIME & 0xFFFFFFFF
    return mixed


Member = tuple[str, str]
"""An id, perhaps a former one, and the id of today."""


def members(projects: Mapping[str, ProjectSummary], chunks: int) -> list[list[Member]]:
    """Return the ids of each file, former ones too, each with the project that it leads to."""
    shards: list[list[Member]] = [[] for _ in range(chunks)]
    for id_, project in projects.items():
        for name in (id_, *project.formerly):
            shards[chunk_of(name, chunks)].append((name, id_))
    return [sorted(chunk) for chunk in shards]
