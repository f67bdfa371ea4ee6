"""Writes a site beside its target, then puts it in the target's place in one step."""

import ctypes
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""Constants of renameat2(2), which swaps two folders at once on Linux."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build wrote: how many files there are, and how many of them are new or changed."""

    files: int
    changed: int


def publish(target: Path, texts: Iterable[tuple[str, str]], files: Mapping[str, Path]) -> Published:
    """Replace ``target`` by the given texts and files; until the last step the old site stays as it was.

    A file whose bytes did not change is linked from the old site, so that its time stays too.
    """
    staged = target.with_name(f".{target.name}-staged")
    shutil.rmtree(staged, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    _recover(target)
    written = changed = 0
    for name, content in _contents(texts, files):
        new, old = staged / name, target / name
        new.parent.mkdir(parents=True, exist_ok=True)
        written += 1
        if old.is_file() and old.read_bytes() == content:
            _link(old, new)
        else:
            new.write_bytes(content)
            changed += 1
    _swap(staged, target)
    shutil.rmtree(staged, ignore_errors=True)
    return Published(written, changed)


def _contents(texts: Iterable[tuple[str, str]], files: Mapping[str, Path]) -> Iterable[tuple[str, bytes]]:
    for name, text in texts:
        yield name, text.encode()
    for name, path in files.items():
        yield name, path.read_bytes()


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _swap(staged: Path, target: Path) -> None:
    if not target.exists():
        staged.rename(target)
    elif not _exchange(staged, target):
        # Where the system cannot swap, two renames do; a stop between them is mended by the next build.
        aside = target.with_name(f".{target.name}-previous")
        target.rename(aside)
        staged.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)


def _recover(target: Path) -> None:
    aside = target.with_name(f".{target.name}-previous")
    if aside.exists() and not target.exists():
        aside.rename(target)
    shutil.rmtree(aside, ignore_errors=True)
