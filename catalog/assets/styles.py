"""Styles that belong to one part of pages and are loaded only where it stands."""

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path("overrides") / "styles"
PUBLISHED = "assets/styles"


def styles(root: Path) -> Iterator[tuple[str, str]]:
    """Give each file of ``overrides/styles`` as (published path, text)."""
    for path in sorted((root / FOLDER).glob("*.css")):
        yield f"{PUBLISHED}/{path.name}", path.read_text("utf-8")
