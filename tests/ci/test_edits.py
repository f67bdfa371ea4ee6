"""Honest edits of the content pass: no error, whatever staff do, and no test of the generator hears of it."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from investment_portal.build.validate import validate
from investment_portal.preview.watch import FILES, FOLDERS
from investment_portal.problems import Level
from tests.ci.content_edits import DAY, EDITS
from tests.sites import REPOSITORY, real_portal

NOT_COPIED = {*FILES, *FOLDERS, ".git", ".venv", ".cache", "site", "reports", "node_modules", "__pycache__"}
NODE_MODULES = Path("tests/tools/node_modules")
FAST = ("tests/test_untouched.py", "tests/pages/test_portal.py", "tests/components/test_words.py")
"""Tests that look at pages of the seed and at the words of the theme, and those of the guard."""


def edit_all(root: Path) -> None:
    """Make all edits, one after the other: going live includes the one of an example."""
    for name, edit in EDITS.items():
        if name != "replace_example":
            edit(root)


@pytest.mark.parametrize("name", [*EDITS, "all"])
def test_an_edit_has_no_error(name: str, tmp_path: Path) -> None:
    """Alone, and all of them one after the other."""
    root = real_portal(tmp_path / "portal")
    EDITS.get(name, edit_all)(root)
    _, problems = validate(root, date.fromisoformat(DAY))
    assert [problem for problem in problems if problem.level is Level.ERROR] == []


@pytest.fixture(scope="module")
def edited_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the generator with its tests, whose content at the root is the seed with all edits."""
    root = tmp_path_factory.mktemp("repository") / "portal"

    def left_out(folder: str, names: Iterable[str]) -> set[str]:
        at_root = Path(folder) == REPOSITORY
        return {name for name in names if name in NOT_COPIED and (at_root or name in {"node_modules", "__pycache__"})}

    shutil.copytree(REPOSITORY, root, ignore=left_out)
    (root / NODE_MODULES).symlink_to((REPOSITORY / NODE_MODULES).resolve())
    content = real_portal(root.parent / "content")
    edit_all(content)
    shutil.copytree(content, root, dirs_exist_ok=True)
    # What a test would find if it read these: records that nobody wrote, pages that are none.
    (root / "projects" / "broken.yaml").write_text("name: [\n", "utf-8")
    (root / "mkdocs.yml").write_text("nav: {\n", "utf-8")
    return root


@pytest.mark.parametrize("arguments", [["--collect-only"], [*FAST]], ids=["collection", "tests"])
def test_tests_stand_on_fixtures(edited_repository: Path, arguments: list[str]) -> None:
    """Whatever stands at the root, even what is broken, all tests are collected, and those of the seed pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments]
    done = subprocess.run(command, cwd=edited_repository, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
