"""The versions of each record file along the published branch, day by day, and their contents."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from pathlib import Path
from typing import IO, NamedTuple

from investment_portal.clock import day_of
from investment_portal.content.text import LARGEST
from investment_portal.git import FAILED, NO_COMMIT, NoHistory, call, stream
from investment_portal.models.kinds import KINDS
from investment_portal.value import Value

COMMIT_LIMIT = 5000
ENTRY_LIMIT = 200_000
"""Changed files that are looked at: a repository beyond all measure costs a bounded time."""

ABSENT = ""
"""Placeholder for the version of a deleted file."""

FILE = ("100644", "100755")
LOG_CHUNK = 1 << 16


class Version(Value):
    """A version of a file from a day on: the id of its content in git, or ``ABSENT``."""

    day: date
    blob: str


@dataclass(slots=True)
class Log:
    """The versions of each file, the oldest first; ``since`` is the first day that is known of."""

    versions: dict[str, list[Version]] = field(default_factory=dict)
    since: date | None = None
    whole: bool = True
    """False if the clone is shallow or the history longer than the limit."""


class LogEntry(NamedTuple):
    """A change of a file in a commit: the commits so far, its day, the contents before and after in git, the name."""

    commits: int
    day: date | None
    before: str
    after: str
    name: str


def read_entries(root: Path, zone: tzinfo, places: Sequence[str]) -> Iterator[LogEntry]:
    """Yield the changes of all files in some places, the latest first, as far as the limits allow.

    The day of a commit is that of the portal's time zone. Only first parents count: what a branch tried before it was
    merged has never been published.
    """
    arguments = ("log", "-z", "--raw", "--root", "--first-parent", "-m", "--no-renames", "--no-abbrev", "--relative")
    form = ("-O/dev/null", "--no-color", "--no-ext-diff", "--no-show-signature", "--format=%x01%ct")
    commits = entries = 0
    day: date | None = None
    with stream(root, *arguments, *form, f"--max-count={COMMIT_LIMIT}", "HEAD", "--", *places) as answer:
        for token in _tokens(answer):
            if token.startswith(b"\x01"):
                commits += 1
                day = _day(token[1:], zone)
            elif token.lstrip(b"\n").startswith(b":"):
                old, new, before, after = token.decode("ascii", "replace").lstrip("\n:").split()[:4]
            elif token.strip():
                entries += 1
                name = token.decode("utf-8", "replace")
                yield LogEntry(commits, day, before if old in FILE else ABSENT, after if new in FILE else ABSENT, name)
            if entries > ENTRY_LIMIT:
                break


def is_shallow(root: Path) -> bool:
    """Return whether the clone lacks the beginning of the history; raise ``NoHistory`` where there is none."""
    return call(root, "rev-parse", "--is-shallow-repository", "HEAD").startswith("true")


def read_log(root: Path, wanted: Collection[str], zone: tzinfo) -> Log:
    """Read which versions the wanted files have had."""
    log = Log(whole=not is_shallow(root))
    commits = entries = 0
    for entry in read_entries(root, zone, _places()):
        commits, entries = entry.commits, entries + 1
        log.since = entry.day or log.since
        if entry.day and entry.name in wanted:
            log.versions.setdefault(entry.name, []).append(Version(entry.day, entry.after))
    log.whole &= commits < COMMIT_LIMIT and entries <= ENTRY_LIMIT
    if not commits:
        raise NoHistory(NO_COMMIT)
    for versions in log.versions.values():
        versions.reverse()
    return log


def _places() -> list[str]:
    return sorted({kind.place for kind in KINDS.values()})


def _tokens(answer: IO[bytes]) -> Iterator[bytes]:
    """Part what git prints at its NULs, however long it is."""
    pending = b""
    while chunk := answer.read(LOG_CHUNK):
        *whole, pending = (pending + chunk).split(b"\0")
        yield from whole
    if pending:
        yield pending


def _day(seconds: bytes, zone: tzinfo) -> date | None:
    """Return the day of a commit; a time that no calendar has is none."""
    try:
        return day_of(int(seconds), zone)
    except (ValueError, OverflowError, OSError):
        return None


def blob_name(raw: bytes | None, like: str) -> str | None:
    """Return the name of a content as git does, by the digest of another one."""
    if raw is None:
        return None
    long = len(like) > 40  # noqa: PLR2004 - the length of a SHA-1
    digest = hashlib.sha256() if long else hashlib.sha1(usedforsecurity=False)
    digest.update(f"blob {len(raw)}\0".encode() + raw)
    return digest.hexdigest()


BLOBS_AT_ONCE = 1 << 16


def read_blobs(root: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield the content of each blob by its name, in the order asked; nothing for what is missing or too large."""
    if not names:
        return
    with stream(root, "cat-file", "--batch", lines=names) as answer:
        for name in names:
            head = answer.readline().split()
            if not head:
                raise NoHistory(FAILED)
            if len(head) != 3 or not head[2].isdigit():  # noqa: PLR2004 - name, type, size; else "NAME missing"
                yield name, None
                continue
            size = int(head[2])
            raw = answer.read(min(size, LARGEST))
            remaining = size - len(raw)
            while remaining > 0 and (passed := answer.read(min(remaining, BLOBS_AT_ONCE))):
                remaining -= len(passed)
            answer.read(1)
            yield name, raw if head[1] == b"blob" and size <= LARGEST else None
