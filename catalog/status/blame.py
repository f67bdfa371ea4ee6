"""What git knows of files: how often each was committed and when last, and the commit of every line."""

from pathlib import Path

from catalog.git import NoHistory, call
from catalog.value import Value

NOT_COMMITTED = 2**62
"""When a line was changed that is not committed yet: after everything else."""


class Change(Value):
    """A commit, by its id and its time in seconds."""

    commit: str
    at: int


def has_history(root: Path) -> bool:
    """Say whether the portal is in a git repository that has a commit."""
    return _git(root, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def commits_of_files(root: Path) -> dict[str, list[Change]]:
    """Give the commits of each file of the portal, the latest first."""
    told = _git(root, "log", "--format=%x01%H %ct", "--name-only", "--relative", "-z", "--", ".") or ""
    found: dict[str, list[Change]] = {}
    for entry in told.split("\x01")[1:]:
        head, *names = entry.replace("\n", "\0").split("\0")
        commit, at = head.split(" ")
        for name in filter(None, names):
            found.setdefault(name, []).append(Change(commit, int(at)))
    return found


def lines_of(root: Path, name: str) -> list[Change]:
    """Give the commit of each line of a file."""
    told = _git(root, "blame", "--line-porcelain", "--", name) or ""
    found: list[Change] = []
    commit, at = "", 0
    for line in told.split("\n"):
        if line.startswith("\t"):
            found.append(Change(commit, at if commit.strip("0") else NOT_COMMITTED))
        elif line.startswith("committer-time "):
            at = int(line.removeprefix("committer-time "))
        elif len(line.split(" ")[0]) in (40, 64) and " " in line:
            commit = line.split(" ")[0]
    return found


def _git(root: Path, *arguments: str) -> str | None:
    """Ask git; nothing where it refuses."""
    try:
        return call(root, "-c", "core.quotePath=false", *arguments)
    except NoHistory:
        return None
