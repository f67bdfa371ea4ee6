"""Put a finished folder in the place of another."""

import os
from contextlib import suppress
from pathlib import Path

from investment_portal.publish.target import clear
from investment_portal.refusals import OutputPathError

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""Constants of renameat2(2), which swaps two folders at once on Linux."""


def swap(staged: Path, target: Path) -> None:
    """Exchange both in one step where the system can; afterwards ``staged`` is gone or holds the old site."""
    if not target.exists():
        staged.rename(target)
    elif not exchange(staged, target):
        # Two renames: a stop between them is mended by the next build.
        aside = _aside(target)
        target.rename(aside)
        try:
            staged.rename(target)
        except OSError:
            aside.rename(target)
            raise
        with suppress(OutputPathError):  # the site is published; the next build clears the folder or names it
            clear(aside)


def exchange(path: Path, other: Path) -> bool:
    """Swap two folders in one step; return whether the system can."""
    import ctypes  # noqa: PLC0415 - only where a whole site is exchanged

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(path), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)


def recover(target: Path) -> None:
    """Restore the site after a stop between two renames."""
    aside = _aside(target)
    if aside.exists() and not target.exists():
        aside.rename(target)
    clear(aside)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}-previous")
