"""A record that was renamed: what still says its former id is shown with the present one, and check says where."""

import shutil
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.validate import problems_of_portal, validate
from investment_portal.problems import Level
from tests.sites import TINY_DAY, Site, tiny_portal

RENAMED = {
    "projects/bottling-line": "bottling-hall",
    "policies/equipment-grant": "machine-grant",
    "contacts/bureau": "main-desk",
    "district/parks/river-park": "water-park",
    "district/chains/food": "food-chain",
    "district/firms/river-mill": "big-mill",
}


@pytest.fixture
def portal(full: Site, tmp_path: Path) -> Path:
    """Return a portal in which records of many kinds were renamed, and nothing else was changed."""
    root = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache/layouts", root / ".cache/layouts")
    for old, new in RENAMED.items():
        path = root / f"{old}.yaml"
        path.rename(path.with_name(f"{new}.yaml"))
        path = path.with_name(f"{new}.yaml")
        former = old.rpartition("/")[2]
        text = path.read_text("utf-8")
        path.write_text(f"{text}\nformerly: [{former}]\n", "utf-8")
    return root


def test_a_rename_never_blocks_publishing(portal: Path, tmp_path: Path) -> None:
    """References and links by former ids are warnings that name the present one; pages show it."""
    _, problems = validate(portal, TINY_DAY)
    assert problems == problems_of_portal(portal, TINY_DAY)
    blocking = [problem for problem in problems if problem.level is Level.ERROR]
    assert {(problem.rule, problem.file) for problem in blocking} <= {
        ("bad-slot", "docs/en/about.md"),
        ("bad-slot", "docs/zh/about.md"),
    }
    hints = {problem.hint.en for problem in problems if problem.rule in {"unknown-reference", "dead-link"}}
    assert {f"Write “{new}”." for new in ("bottling-hall", "machine-grant", "main-desk", "water-park")} <= hints
    assert "Write the present id, “bottling-hall”." in hints
    for language in ("zh", "en"):
        page = portal / f"docs/{language}/about.md"
        page.write_text(page.read_text("utf-8").replace("desk:bureau", "desk:main-desk"), "utf-8")
    result = build(portal, tmp_path / "site", TINY_DAY)
    assert result.published, result.problems
    project = (tmp_path / "site/projects/bottling-hall/index.html").read_text("utf-8")
    assert "parks/water-park/" in project
    assert "parks/river-park/" not in project
