"""Publishes a tree whose every file is given: for a build that knows nothing of the last one."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from catalog.publish.site import Published, Site


def publish(target: Path, texts: Iterable[tuple[str, str | bytes]], files: Mapping[str, Path]) -> Published:
    """Replace ``target`` by the given texts and files; until the last step the old site stays as it was."""
    site = Site(target)
    try:
        site.begin()
        names: set[str] = set()
        changed: set[str] = set()
        for name, content in _contents(texts, files):
            if name in names:
                raise ValueError(f"{name} is written twice")
            names.add(name)
            if site.put(name, content):
                changed.add(name)
        return site.publish(names, changed)
    finally:
        site.end()


def _contents(texts: Iterable[tuple[str, str | bytes]], files: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    for name, content in texts:
        yield name, content.encode() if isinstance(content, str) else content
    for name, path in files.items():
        yield name, path.read_bytes()
