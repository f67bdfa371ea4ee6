"""Move a few changed files to their places one by one, by a journal that the next build can finish.

Each file is replaced in one step, so that a reader meets the old one or the new one whole. What is new comes before the
pages that lead to it, what is gone goes last: at no moment does a link lead to nothing.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import MsgspecError, json

from investment_portal.value import Value

LIST = ".moves"
"""The list in the staged folder; once it is there, the new site is decided."""

READ_LAST = (".html",)
"""Endings of files that lead to others."""


class Moves(Value):
    """Files to put into their places, in this order, then files to drop."""

    put: Sequence[str]
    drop: Sequence[str]


def in_order(new: Iterable[str], changed: Iterable[str], gone: Iterable[str]) -> Moves:
    """Order the moves so that targets of links are there before the pages that link to them."""

    def last(name: str) -> tuple[bool, str]:
        return name.endswith(READ_LAST), name

    return Moves([*sorted(new, key=last), *sorted(changed, key=last)], sorted(gone))


def decide(staged: Path, moves: Moves) -> None:
    """Write the list, in one step."""
    fresh = staged / f"{LIST}.new"
    fresh.write_bytes(json.encode(moves))
    fresh.replace(staged / LIST)


def decided(staged: Path) -> Moves | None:
    """Return the list that a build left, if it came so far."""
    try:
        return json.decode((staged / LIST).read_bytes(), type=Moves)
    except (OSError, MsgspecError):
        return None


def make(moves: Moves, staged: Path, target: Path) -> None:
    """Make all moves that were not made yet."""
    for name in moves.put:
        with suppress(FileNotFoundError):
            _move(staged / name, target / name)
    for name in moves.drop:
        (target / name).unlink(missing_ok=True)
        with suppress(OSError):
            for folder in (target / name).parents:
                if folder == target:
                    break
                folder.rmdir()


def _move(source: Path, place: Path) -> None:
    try:
        os.replace(source, place)  # noqa: PTH105 - tells apart which of both is missing
    except FileNotFoundError:
        if not source.exists():
            raise
        place.parent.mkdir(parents=True, exist_ok=True)
        source.replace(place)
