"""The versions that each file of the records has had, day by day, along the line that was published."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import IO

from catalog.git import NO_COMMIT, NoHistory, call, stream
from catalog.model.kinds import KINDS
from catalog.value import Value

BUREAU = timezone(timedelta(hours=8))
"""The clock of the portal's country, which has one: a commit's day is the day there."""

MOST_COMMITS = 5000
MOST_ENTRIES = 200_000
"""Changed files that are looked at: a repository beyond all measure costs a bounded time."""

ABSENT = ""
"""Stands for the version of a file that was deleted."""

FILE = ("100644", "100755")
CHUNK = 1 << 16


class Version(Value):
    """What a file held from a day on: its content's name in git, or ``ABSENT``."""

    day: date
    blob: str


@dataclass(slots=True)
class Log:
    """The versions of each file, the oldest first; ``since`` is the first day that is known of."""

    versions: dict[str, list[Version]] = field(default_factory=dict)
    since: date | None = None
    whole: bool = True
    """False where the clone is shallow or the history longer than what is read."""


def read_log(root: Path, wanted: Collection[str]) -> Log:
    """Read which versions the wanted files have had.

    Only first parents count: what a branch tried before it was merged has never been published.
    """
    shallow = call(root, "rev-parse", "--is-shallow-repository", "HEAD").startswith("true")
    log = Log(whole=not shallow)
    arguments = ("log", "-z", "--raw", "--root", "--first-parent", "-m", "--no-renames", "--no-abbrev", "--relative")
    form = ("-O/dev/null", "--no-color", "--no-ext-diff", "--no-show-signature", "--format=%x01%ct")
    commits = entries = 0
    day: date | None = None
    with stream(root, *arguments, *form, f"--max-count={MOST_COMMITS}", "HEAD", "--", *_places()) as answer:
        for token in _tokens(answer):
            if token.startswith(b"\x01"):
                commits += 1
                day = _day(token[1:])
                log.since = day or log.since
            elif token.lstrip(b"\n").startswith(b":"):
                meta = token.decode("ascii", "replace").split()
            elif token.strip():
                entries += 1
                name = token.decode("utf-8", "replace")
                if day and name in wanted:
                    blob = meta[3] if meta[1] in FILE else ABSENT
                    log.versions.setdefault(name, []).append(Version(day, blob))
            if entries > MOST_ENTRIES:
                break
    log.whole &= commits < MOST_COMMITS and entries <= MOST_ENTRIES
    if not commits:
        raise NoHistory(NO_COMMIT)
    for versions in log.versions.values():
        versions.reverse()
    return log


def _places() -> list[str]:
    return sorted({kind.place for kind in KINDS.values()})


def _tokens(answer: IO[bytes]) -> Iterator[bytes]:
    """Part what git prints at its NULs, however long it is."""
    rest = b""
    while chunk := answer.read(CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _day(seconds: bytes) -> date | None:
    """Give the day of a commit; a time that no calendar has is none."""
    try:
        return (datetime.fromtimestamp(int(seconds), UTC)).astimezone(BUREAU).date()
    except (ValueError, OverflowError, OSError):
        return None
