"""What the last build of a site was made from and came to: all that a build without changes has to know."""

from pathlib import Path
from typing import Any, NamedTuple

from catalog.kept.box import close_box, open_box

WRITER = b"last-2"


class Last(NamedTuple):
    """One build: a digest of all inputs, how files and folders of the site looked, problems, pages, notes."""

    inputs: str
    manifest: tuple[dict[str, tuple[int, int]], dict[str, int]]
    problems: list[tuple[Any, ...]]
    pages: int
    notes: list[tuple[str, str]]


def recall(root: Path, name: str) -> Last | None:
    """Give the last build of a site, if it is known."""
    found = open_box(_place(root, name), WRITER)
    return Last(*found) if found else None


def remember(root: Path, name: str, last: Last) -> None:
    """Keep it for the next build."""
    close_box(_place(root, name), WRITER, tuple(last))


def _place(root: Path, name: str) -> Path:
    return root / ".cache" / "last" / name
