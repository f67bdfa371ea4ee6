"""Pieces, which records follow in order, and chunks: divided over files by their ids alone, as in the browser."""

from functools import cache

PRIME, START = 0x01000193, 0x811C9DC5
"""FNV-1a of 32 bits."""


def pieces_of(count: int, most: int) -> int:
    """Say how many pieces so many things make, of ``most`` each but the last."""
    return -(-count // most)


def chunks_for(count: int, most: int) -> int:
    """Give the power of two that leaves at most about ``most`` records to a chunk."""
    chunks = 1
    while chunks * most < count:
        chunks *= 2
    return chunks


def chunk_of(id_: str, chunks: int) -> int:
    """Name the chunk of a record; a new record changes that one alone until the number of chunks grows."""
    return _mixed(id_) % chunks


@cache
def _mixed(id_: str) -> int:
    mixed = START
    for byte in id_.encode():
        mixed = (mixed ^ byte) * PRIME & 0xFFFFFFFF
    return mixed
