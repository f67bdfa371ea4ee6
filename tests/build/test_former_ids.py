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
    """References, links and shortcodes by former ids are warnings that name the present one; pages show it."""
    _, problems = validate(portal, TINY_DAY)
    assert problems == problems_of_portal(portal, TINY_DAY)
    assert [problem for problem in problems if problem.level is Level.ERROR] == []
    assert {problem.file for problem in problems if problem.rule == "bad-slot"} == {
        "docs/en/about.md",
        "docs/zh/about.md",
    }
    hints = {problem.hint.en for problem in problems if problem.rule in {"unknown-reference", "dead-link"}}
    assert {f"Write “{new}”." for new in ("bottling-hall", "machine-grant", "main-desk", "water-park")} <= hints
    assert "Write the present id, “bottling-hall”." in hints
    result = build(portal, tmp_path / "site", TINY_DAY)
    assert result.published, result.problems
    assert "contacts/main-desk/" in (tmp_path / "site/en/about/index.html").read_text("utf-8")
    project = (tmp_path / "site/projects/bottling-hall/index.html").read_text("utf-8")
    assert "parks/water-park/" in project
    assert "parks/river-park/" not in project


def test_a_successor_by_its_former_id_is_the_same_in_every_build(full: Site, tmp_path: Path) -> None:
    """Renamed between two builds, it is linked by its present id, as a clean build does."""
    root = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache/layouts", root / ".cache/layouts")
    withdrawn, old = root / "projects/hostile-hall.yaml", root / "projects/bottling-line.yaml"
    note = "\nwithdrawn: {on: 2026-06-01, reason: {zh: 合并, en: Merged}, successor: bottling-line}\n"
    text = withdrawn.read_text("utf-8").rstrip() + note
    withdrawn.write_text(text.replace("status: negotiating", "status: withdrawn"), "utf-8")
    result = build(root, tmp_path / "site", TINY_DAY)
    assert result.published, result.problems
    new = old.with_name("bottling-hall.yaml")
    old.rename(new)
    new.write_text(f"{new.read_text('utf-8')}\nformerly: [bottling-line]\n", "utf-8")
    for out in ("site", "clean"):
        if out == "clean":
            shutil.rmtree(root / ".cache")
        result = build(root, tmp_path / out, TINY_DAY)
        assert result.published, result.problems
        page = (tmp_path / out / "projects/hostile-hall/index.html").read_bytes()
        assert b'"../bottling-hall/"' in page or b'"../../projects/bottling-hall/"' in page
    for file in (tmp_path / "clean").rglob("*.html"):
        same = tmp_path / "site" / file.relative_to(tmp_path / "clean")
        assert same.read_bytes() == file.read_bytes(), file
