"""A guard: no test opens the records, pages or settings at the root of the repository, which staff edit at any time."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from investment_portal.preview.watch import FILES, FOLDERS

PREFIX = os.path.join(Path(__file__).parent.parent, "")  # noqa: PTH118 - ends with the separator
CONTENT = FILES | FOLDERS
EVENTS = frozenset({"open", "os.scandir", "os.listdir"})

opened: list[str] = []
"""Events at which content at the root was opened, since the test before."""


def is_content(path: object) -> bool:
    """Return whether a path, as a call got it, leads to the content at the root."""
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if not isinstance(path, str):
        return False
    path = os.path.abspath(path)  # noqa: PTH100 - called for every file that a test opens
    return path.startswith(PREFIX) and path[len(PREFIX) :].partition(os.sep)[0] in CONTENT


def note(event: str, arguments: tuple[Any, ...]) -> None:
    """Note content at the root that is opened; nothing is raised, since what opened it may catch exceptions."""
    if event not in EVENTS or not arguments:
        return
    path, *how = arguments
    # Without a mode (``os.open``) a name may be relative to another folder, as in ``shutil.rmtree``.
    if event == "open" and how[0] is None and not os.path.isabs(path):  # noqa: PTH117 - called for every file
        return
    if is_content(path):
        opened.append(f"{event} {path}")


sys.addaudithook(note)


@pytest.fixture(autouse=True)
def _untouched() -> Iterator[None]:
    """Fail the test during which content at the root was opened, or the first one after it was read on import."""
    yield
    accessed, opened[:] = opened[:], []
    assert not accessed, "tests stand on tests/fixtures/, never on the content at the root"
