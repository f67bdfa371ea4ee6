"""Writes a site beside its target, then puts it in the target's place in one step."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.publish.swap import recover, swap
from catalog.publish.target import MARKED, MARKER, clear


@dataclass(frozen=True, slots=True)
class Published:
    """What a build wrote: how many files there are, and how many of them are new or changed."""

    files: int
    changed: int


def publish(target: Path, texts: Iterable[tuple[str, str]], files: Mapping[str, Path]) -> Published:
    """Replace ``target`` by the given texts and files; until the last step the old site stays as it was.

    A file whose bytes did not change is linked from the old site, so that its time stays too.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_name(f".{target.name}-staged")
    recover(target)
    clear(staged)
    try:
        done = _write(staged, target, texts, files)
        swap(staged, target)
    finally:
        # What failed half-way, or the old site after the swap. Killed before this, the next build clears it.
        clear(staged)
    return done


def _write(staged: Path, target: Path, texts: Iterable[tuple[str, str]], files: Mapping[str, Path]) -> Published:
    staged.mkdir()
    written: set[str] = set()
    changed = 0
    for name, content in _contents(texts, files):
        if name in written:
            raise ValueError(f"{name} is written twice")
        written.add(name)
        new, old = staged / name, target / name
        new.parent.mkdir(parents=True, exist_ok=True)
        if old.is_file() and old.read_bytes() == content:
            _link(old, new)
        else:
            new.write_bytes(content)
            changed += 1
    return Published(len(written), changed)


def _contents(texts: Iterable[tuple[str, str]], files: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    yield MARKER, MARKED.encode()
    for name, text in texts:
        yield name, text.encode()
    for name, path in files.items():
        yield name, path.read_bytes()


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)
