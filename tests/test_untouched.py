"""The guard sees what opens content at the root, however the path is written."""

import os
from pathlib import Path

import pytest

from tests.overlay import SEED
from tests.sites import REPOSITORY
from tests.untouched import is_content, opened


def test_content_of_the_root_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole, relative and as bytes, a file and a folder."""
    monkeypatch.chdir(REPOSITORY / "tests")
    names = sorted(os.listdir("../projects"))  # noqa: PTH208 - the call that the guard is to see
    (REPOSITORY / "mkdocs.yml").read_bytes()
    assert (bool(names), len(opened)) == (True, 2)
    opened.clear()
    assert is_content(os.fsencode(REPOSITORY / "docs" / "zh" / "index.md"))


@pytest.mark.parametrize(
    "path",
    [SEED / "projects", REPOSITORY / "investment_portal" / "projects", REPOSITORY / "docs-of-mine", Path("/docs")],
)
def test_nothing_else_is(path: Path) -> None:
    """Fixtures, the generator, and names that only begin alike."""
    assert not is_content(str(path))
