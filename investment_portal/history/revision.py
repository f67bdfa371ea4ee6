"""The portal as it was at a revision of git, in a clone, so that nothing in the repository changes."""

from collections.abc import Mapping
from pathlib import Path

from investment_portal.git import call
from investment_portal.history.diff import commit_of


def clone_revision(root: Path, revision: str, folder: Path) -> Path:
    """Clone the repository of a portal at a revision into an empty folder; return the portal there."""
    commit, clone = commit_of(root, revision), folder / "clone"
    top, prefix = call(root, "rev-parse", "--show-toplevel", "--show-prefix").split("\n")[:2]
    call(root, "clone", "--quiet", "--shared", "--no-checkout", "--", top, str(clone))
    call(clone, "-c", "core.hooksPath=/dev/null", "checkout", "--quiet", "--detach", commit)
    return clone / prefix


def renamed_since(root: Path, revision: str) -> Mapping[str, str]:
    """Return the names that files had at a revision, by those that they have now, of files that were renamed."""
    arguments = ("diff", "-z", "--relative", "--find-renames", "--diff-filter=R", "--name-status")
    _, *fields = ["", *call(root, *arguments, commit_of(root, revision), "--").split("\0")]
    return {fields[number + 2]: fields[number + 1] for number in range(0, len(fields) - 2, 3)}
