"""The manual's table of conditions under which every kind of page is tested names tests that exist."""

import ast
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
MANUAL = FOLDER.parents[1] / "manual"
ROW = re.compile(r"^\| (?P<condition>[^|]+) \| `(?P<file>test_\w+\.py)(?:::(?P<function>test_\w+))?` \|$", re.MULTILINE)
CONDITIONS = 12
"""Rows: keyboard (three), reflow, text spacing, targets, scripts, old browser, forced colours, print, settings, axe."""


def rows(language: str) -> list[tuple[str, str]]:
    """Return file and function of each row, in the order of the table."""
    text = (MANUAL / language / "browsers.md").read_text("utf-8")
    return [(match["file"], match["function"] or "") for match in ROW.finditer(text)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_row_names_a_test_that_exists(language: str) -> None:
    """A test that is renamed or goes takes its row along."""
    assert len(rows(language)) == CONDITIONS
    for file, function in rows(language):
        tests = ast.parse((FOLDER / file).read_text("utf-8")).body
        names = {node.name for node in tests if isinstance(node, ast.FunctionDef)}
        assert not function or function in names, f"{file}::{function}"


def test_both_manuals_have_the_same_table() -> None:
    """Row by row."""
    assert rows("zh") == rows("en")
