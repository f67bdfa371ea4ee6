"""The files of a portal as they were last published: records with their bytes, content pages by their names.

They are the state to which ``build --hold-back`` returns a record, and by which an address that is gone is noticed.
They lie in a file of their own, which outlasts the rest of the cache. One that is damaged counts as missing.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from investment_portal.cache.store import FOLDER, PUBLISHED

VERSION = 1
SCHEMA = "CREATE TABLE published (file TEXT PRIMARY KEY, version TEXT, content BLOB, sum BLOB) WITHOUT ROWID;"

Found = TypeVar("Found")


class PublishedFiles:
    """The files that the last build published; ``versions`` is empty where none is known."""

    def __init__(self, root: Path) -> None:
        """Look up which files there are."""
        self._path = root / FOLDER / PUBLISHED
        query = "SELECT file, version FROM published ORDER BY file"
        self.versions: Mapping[str, str] = self._do(lambda database: dict(database.execute(query)), {})

    def content(self, file: str) -> bytes | None:
        """Return the bytes of a file as they were published."""
        query = "SELECT CAST(content AS BLOB), sum FROM published WHERE file = ?"
        rows: list[tuple[bytes, bytes]] = []
        if file in self.versions:
            rows = self._do(lambda database: list(database.execute(query, (file,))), rows)
        return next((bytes(content) for content, sum_ in rows if _checksum(file, content) == sum_), None)

    def update(self, versions: Mapping[str, str], read: Callable[[str], bytes | None]) -> None:
        """Store the files of a build, each with what tells its version; ``read`` returns the bytes of one."""
        changed = [file for file, version in versions.items() if self.versions.get(file) != version]
        gone = self.versions.keys() - versions.keys()

        def rows() -> Iterator[tuple[str, str, bytes, bytes]]:
            for file in changed:
                content = read(file)
                if content is not None:
                    yield file, versions[file], content, _checksum(file, content)

        def write(database: sqlite3.Connection) -> None:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("DELETE FROM published WHERE file = ?", ((file,) for file in gone))
            database.executemany("REPLACE INTO published VALUES (?, ?, ?, ?)", rows())
            database.execute("COMMIT")

        if changed or gone:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._do(write, None, create=True)

    def _do(self, work: Callable[[sqlite3.Connection], Found], otherwise: Found, *, create: bool = False) -> Found:
        """Return what is done with the open file; where it is missing or damaged, what stands for that."""
        if not create and not self._path.is_file():
            return otherwise
        try:
            with closing(sqlite3.connect(str(self._path), isolation_level=None)) as database:
                database.execute("PRAGMA synchronous=OFF")
                if database.execute("PRAGMA user_version").fetchone() != (VERSION,):
                    database.executescript(f"DROP TABLE IF EXISTS published; {SCHEMA} PRAGMA user_version = {VERSION};")
                return work(database)
        except sqlite3.OperationalError:  # the disk refuses
            return otherwise
        except (sqlite3.DatabaseError, UnicodeError):
            with suppress(OSError):
                self._path.unlink()
            return otherwise


def _checksum(file: str, content: bytes) -> bytes:
    return hashlib.blake2b(file.encode(errors="surrogatepass") + b"\0" + content, digest_size=8).digest()
