"""A file of contents that only grows: each is found by where it is, and checked against its sum before it is used."""

import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

WASTE = 1 << 20
"""Bytes of outdated contents that a store may hold beside as many as it needs."""

WAITING = 1 << 22
"""Bytes that wait in memory until they are written together."""


class Damaged(Exception):  # noqa: N818 - what is kept cannot be used; the build forgets it and begins anew
    """What the cache holds is not what was put there."""


class Place(NamedTuple):
    """Where a content is in its store, and its sum."""

    offset: int
    length: int
    sum: int


class Store:
    """One such file, for one build; processes begun meanwhile may load what was put before."""

    def __init__(self, path: Path, *, anew: bool) -> None:
        """Open it, ``anew`` where nothing knows what is in it."""
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w+b" if anew or not path.exists() else "r+b")
        self._written = self.end = self._file.seek(0, os.SEEK_END)
        self._waiting: dict[int, bytes] = {}

    def put(self, content: bytes) -> Place:
        """Add a content, right behind the one before."""
        place = Place(self.end, len(content), zlib.crc32(content))
        self._waiting[self.end] = content
        self.end += len(content)
        if self.end - self._written > WAITING:
            self.flush()
        return place

    def load(self, offset: int, length: int, wanted: int) -> bytes:
        """Give a content."""
        content = self._waiting.get(offset) if length else b""
        if content is None:
            content = os.pread(self._file.fileno(), length, offset)
            if zlib.crc32(content) != wanted:
                raise Damaged(f"{self._path} at {offset}")
        return content

    def flush(self) -> bool:
        """Write what was put; where the disk refuses, it stays in memory, and the answer is no."""
        with suppress(OSError):
            self._file.seek(self._written)
            self._file.write(b"".join(self._waiting.values()))
            self._file.flush()
            self._written = self.end
            self._waiting = {}
        return not self._waiting

    def outgrown(self, needed: int) -> bool:
        """Say whether more of it is outdated than it may hold beside the bytes that are ``needed``."""
        return self.end > 2 * needed + WASTE

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
