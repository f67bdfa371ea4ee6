"""The cache of a portal: inputs and outputs of the last builds, as plain data in one SQLite file.

Nothing in it is run. A row whose checksum differs, or a file that SQLite cannot read, raises ``Damaged``: the build
then discards the cache and starts again. Rows are written in one transaction at the end of a build: one that is killed
leaves the state of the build before it.
"""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from investment_portal.cache.checked_files import Damaged
from investment_portal.git import tracks
from investment_portal.languages import Sentence
from investment_portal.refusals import TrackedCacheError

FOLDER = ".cache"
NAME = "build.sqlite"
PUBLISHED = "published.sqlite"
"""The file of what was last published: no build can make it anew."""
TRACKED = Sentence(
    "缓存文件夹 .cache 已纳入 git，其内容会不经检查就进入网站。请运行 git rm -r --cached .cache，并写入 .gitignore。",
    "git tracks the folder .cache, whose content enters the site unchecked. Run git rm -r --cached .cache, and list it "
    "in .gitignore.",
)
VERSION = 10
"""Of the tables; a file with another version is emptied."""

SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT, sum BLOB) WITHOUT ROWID;
CREATE TABLE outputs (site TEXT, path TEXT, key TEXT, digest TEXT, size INTEGER, written INTEGER,
    PRIMARY KEY (site, path)) WITHOUT ROWID;
CREATE TABLE folders (site TEXT, path TEXT, written INTEGER, PRIMARY KEY (site, path)) WITHOUT ROWID;
CREATE TABLE records (file TEXT PRIMARY KEY, digest TEXT, summary BLOB, findings TEXT, findings_key TEXT, dated TEXT,
    dated_key TEXT, warnings TEXT, row_sum BLOB, record BLOB, sum BLOB);
CREATE TABLE cached (name TEXT PRIMARY KEY, key TEXT, content BLOB, sum BLOB);
"""


class StoredOutput(NamedTuple):
    """A file of a site as the last build left it: its key, its content's SHA-256, its size and time of writing."""

    key: str
    digest: str
    size: int
    written: int


class BuildState(NamedTuple):
    """The state of the last build that a build without changes needs: its inputs, its problems, pages and notes."""

    inputs: str
    problems: list[Any]
    pages: int
    notes: list[Any]


class StoredRecord(NamedTuple):
    """A record file: what tells its version, the packed record and summary, and what the rules found under which key.

    ``findings`` are those of rules that do not ask for the day, ``dated`` those of rules that do, ``warnings`` those of
    the reader; as JSON.
    """

    digest: str
    record: bytes
    summary: bytes
    findings: str
    findings_key: str
    dated: str
    dated_key: str
    warnings: str

    def checksum(self, file: str) -> bytes:
        """Return a checksum of everything but the packed record."""
        facts = (file, self.digest, self.findings, self.findings_key, self.dated, self.dated_key, self.warnings)
        return _checksum_of(_bytes(facts), self.summary)


class Store:
    """The cache, opened for one build."""

    def __init__(self, root: Path) -> None:
        """Open the file; where the disk refuses, the cache lives in memory for this build."""
        self._path = root / FOLDER / NAME
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._db = _open(str(self._path))
        except OSError:
            self._db = _open(":memory:")
        except (sqlite3.DatabaseError, UnicodeError) as error:
            if not _refused(error):
                raise Damaged(str(self._path)) from error
            self._db = _open(":memory:")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def state(self, site: str) -> BuildState | None:
        """Return the last build of a site, if it is known."""
        facts = self._fact(f"build {site}")
        return BuildState(*facts) if facts else None

    def outputs(self, site: str) -> dict[str, StoredOutput]:
        """Return the files of a site by path."""
        query = "SELECT path, key, digest, size, written FROM outputs WHERE site = ? ORDER BY path"
        return {path: StoredOutput(*row) for path, *row in self._table("outputs", query, site)}

    def folders(self, site: str) -> dict[str, int]:
        """Return the folders of a site with their times of change."""
        return dict(self._table("folders", "SELECT path, written FROM folders WHERE site = ? ORDER BY path", site))

    def records(self) -> dict[str, StoredRecord]:
        """Return the record files that were read before; projects, which have a summary, without the packed record."""
        query = (
            "SELECT file, digest, CASE summary WHEN x'' THEN CAST(record AS BLOB) ELSE x'' END, "
            "CAST(summary AS BLOB), findings, findings_key, dated, dated_key, warnings, "
            "CASE summary WHEN x'' THEN sum END, row_sum FROM records"
        )
        stored = {}
        for file, *values, sum_, row_sum in self._rows(query):
            row = stored[file] = StoredRecord(*values)
            whole = not row.record or _checksum_of(_bytes(file), row.record) == sum_
            if not whole or row.checksum(file) != row_sum:
                raise Damaged(f"{self._path}: {file}")
        return stored

    def record(self, file: str) -> bytes:
        """Return the packed record of a file."""
        for record, sum_ in self._rows("SELECT CAST(record AS BLOB), sum FROM records WHERE file = ?", file):
            if _checksum_of(_bytes(file), record) == sum_:
                return bytes(record)
        raise Damaged(f"{self._path}: {file}")

    def cached(self, name: str, key: str) -> bytes | None:
        """Return what was derived from records and written under a name, if it was written under the same key."""
        query = "SELECT CAST(content AS BLOB), sum FROM cached WHERE name = ? AND key = ?"
        for content, sum_ in self._rows(query, name, key):
            if _checksum_of(_bytes((name, key)), content) != sum_:
                raise Damaged(f"{self._path}: {name}")
            return bytes(content)
        return None

    def findings(self, name: str) -> tuple[str, list[Any]] | None:
        """Return the problems that were found under a name in the last run, behind the key of what was looked at."""
        stored = self._fact(f"findings {name}")
        return (stored[0], stored[1]) if stored else None

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """Write rows in one transaction; if the disk refuses, none of them (``written`` is false)."""
        writer = Writer(self._db)
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield writer
            self._db.execute("COMMIT")
            writer.written = True
        except (sqlite3.DatabaseError, UnicodeError) as error:
            if not _refused(error):
                raise Damaged(str(self._path)) from error
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")

    def _fact(self, name: str) -> Any:
        for value, sum_ in self._rows("SELECT value, sum FROM facts WHERE name = ?", name):
            if checksum(name, value) != sum_:
                raise Damaged(f"{self._path}: {name}")
            return json.loads(value)
        return None

    def _table(self, table: str, query: str, site: str) -> list[tuple[Any, ...]]:
        """Return the rows of a site in a table; one checksum covers all of them."""
        rows = list(self._rows(query, site))
        sums = [sum_ for (sum_,) in self._rows("SELECT sum FROM facts WHERE name = ?", f"{table} {site}")]
        if (rows or sums) and sums != [checksum(*rows)]:
            raise Damaged(f"{self._path}: {table}")
        return rows

    def _rows(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(query, values)
        except (sqlite3.DatabaseError, UnicodeError) as error:
            raise Damaged(str(self._path)) from error


class Writer:
    """The writes of one transaction."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Take the open database."""
        self._db = database
        self.written = False

    def state(self, site: str, state: BuildState) -> None:
        """Write the state of a site's build."""
        self._fact(f"build {site}", state)

    def findings_of(self, name: str, key: str, problems: list[Any]) -> None:
        """Write the problems that were found under a name."""
        self._fact(f"findings {name}", (key, problems))

    def _fact(self, name: str, value: Any) -> None:
        text = json.dumps(value, ensure_ascii=False)
        self._db.execute("REPLACE INTO facts VALUES (?, ?, ?)", (name, text, checksum(name, text)))

    def outputs(self, site: str, outputs: Mapping[str, StoredOutput], known: Mapping[str, StoredOutput]) -> None:
        """Write the files of a site in the place of those that the cache holds."""
        changed, gone = _differences(outputs, known)
        self._db.executemany("DELETE FROM outputs WHERE site = ? AND path = ?", ((site, path) for path in gone))
        rows = ((site, path, *output) for path, output in changed.items())
        self._db.executemany("REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._sum(f"outputs {site}", ((path, *output) for path, output in sorted(outputs.items())))

    def folders(self, site: str, folders: Mapping[str, int], known: Mapping[str, int]) -> None:
        """Write the folders of a site in the place of those that the cache holds."""
        changed, gone = _differences(folders, known)
        self._db.executemany("DELETE FROM folders WHERE site = ? AND path = ?", ((site, path) for path in gone))
        rows = ((site, path, written) for path, written in changed.items())
        self._db.executemany("REPLACE INTO folders VALUES (?, ?, ?)", rows)
        self._sum(f"folders {site}", sorted(folders.items()))

    def _sum(self, name: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write the checksum of all rows of a site in a table."""
        self._db.execute("REPLACE INTO facts VALUES (?, '', ?)", (name, checksum(*rows)))

    def records(self, changed: Mapping[str, StoredRecord], gone: Iterable[str]) -> None:
        """Write the record files that were read anew, and drop those that are gone."""
        self._db.executemany("DELETE FROM records WHERE file = ?", ((file,) for file in gone))
        rows = (
            (file, row.digest, *row[2:], row.checksum(file), row.record, _checksum_of(_bytes(file), row.record))
            for file, row in changed.items()
        )
        self._db.executemany("REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def findings(self, changed: Mapping[str, StoredRecord]) -> None:
        """Write what rules found in record files that were not read anew."""
        rows = (
            (row.findings, row.findings_key, row.dated, row.dated_key, row.checksum(file), file)
            for file, row in changed.items()
        )
        query = (
            "UPDATE records SET findings = ?, findings_key = ?, dated = ?, dated_key = ?, row_sum = ? WHERE file = ?"
        )
        self._db.executemany(query, rows)

    def cached(self, name: str, key: str, content: bytes) -> None:
        """Write values derived from records, replacing those under the same name."""
        row = name, key, content, _checksum_of(_bytes((name, key)), content)
        self._db.execute("REPLACE INTO cached VALUES (?, ?, ?, ?)", row)

    def drop_cached(self, names: Iterable[str]) -> None:
        """Drop what was written under names."""
        self._db.executemany("DELETE FROM cached WHERE name = ?", ((name,) for name in names))


def checksum(*values: Any) -> bytes:
    """Return a short hash of plain values that detects damage, also of their types."""
    # ``repr`` writes them exactly, and needs no import where nothing has changed.
    return hashlib.blake2b(_bytes(values), digest_size=8).digest()


def _bytes(value: Any) -> bytes:
    return repr(value).encode(errors="surrogatepass")


def _checksum_of(head: bytes, content: bytes | None) -> bytes:
    """Return a short hash of bytes behind others: ``repr`` would take longer than to read them."""
    return hashlib.blake2b(head + b"\0" + (content or b""), digest_size=8).digest()


def _differences(now: Mapping[str, Any], known: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
    """Return the entries that are new or changed, and the names of those that are gone."""
    return {name: value for name, value in now.items() if known.get(name) != value}, {*known} - {*now}


def refuse_tracked(root: Path) -> None:
    """Raise ``TrackedCacheError`` where git tracks the cache."""
    if (root / FOLDER).is_dir() and tracks(root, FOLDER):
        raise TrackedCacheError(TRACKED)


def discard(root: Path) -> None:
    """Delete everything in the cache but the site that is being served, and what was last published."""
    folder = root / FOLDER
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name == PUBLISHED:
            continue
        if path.is_dir() and not path.is_symlink() and path.name != "serve":
            shutil.rmtree(path, ignore_errors=True)
        elif not path.is_dir() or path.is_symlink():
            path.unlink(missing_ok=True)


def _refused(error: Exception) -> bool:
    """Return whether the disk refused, rather than that the file holds something wrong."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return isinstance(error, sqlite3.OperationalError) and code != sqlite3.SQLITE_ERROR


def _open(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection) -> None:
    """Create the tables of this version where they are not there."""
    # What the process wrote outlasts the process; only the machine's power could take it, and the cache can be lost.
    database.execute("PRAGMA synchronous=OFF")
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        drop = "".join(f'DROP TABLE "{name}";' for (name,) in tables)
        database.executescript(f"BEGIN IMMEDIATE; {drop} {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
