"""Records that are published on a day to come: nothing of the site knows them before, and all of it from then on."""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions
from investment_portal.build.validate import problems_of_portal, validate
from investment_portal.problems import Level
from tests.build.test_same import tree
from tests.overlay import WITHOUT_CACHE
from tests.sites import Site, tiny_portal

FIRST_DAY = date(2026, 7, 1)
BEFORE = FIRST_DAY - timedelta(days=1)
AHEAD = (
    "projects/bottling-line",
    "policies/equipment-grant",
    "contacts/south-station",
    "district/parks/hill-park",
    "district/firms/river-mill",
    "district/events/autumn-fair",
    "district/notices/opening",
    "district/holidays/sample",
)
"""A record of most kinds."""

COMMON_WORDS = {"district/notices/opening", "district/holidays/sample"}
"""Records whose ids are words that pages have anyway."""


@pytest.fixture
def portal(full: Site, tmp_path: Path) -> Path:
    """Return a portal with records that are published ahead."""
    root = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache/layouts", root / ".cache/layouts")
    for record in AHEAD:
        path = root / f"{record}.yaml"
        path.write_text(f"{path.read_text('utf-8')}\npublish_from: {FIRST_DAY}\n", "utf-8")
    return root


def test_a_record_to_come_is_nowhere_before_its_day(portal: Path, tmp_path: Path) -> None:
    """Neither as a page, nor in lists, totals, search, feeds, data and texts; on its day it is there by itself."""
    copy = tmp_path / "copy"
    shutil.copytree(portal, copy, ignore=WITHOUT_CACHE)
    first = build(portal, tmp_path / "site", BEFORE)
    assert first.published, first.problems
    assert any("8" in note.en and str(FIRST_DAY) in note.en for note in first.notes)
    before = tree(tmp_path / "site")
    ids = [record.rpartition("/")[2] for record in AHEAD if record not in COMMON_WORDS]
    words = re.compile(rb"(?<![\w-])(?:%s)(?![\w-])" % "|".join(ids).encode())
    assert [name for name, content in before.items() if words.search(content)] == []
    second = build(portal, tmp_path / "site", FIRST_DAY)
    assert second.published, second.problems
    after = tree(tmp_path / "site")
    assert {f"{record.removeprefix('district/')}/index.html" for record in AHEAD[:-1]} <= after.keys()
    clean = build(copy, tmp_path / "clean", FIRST_DAY, BuildOptions(jobs=1))
    assert clean.published, clean.problems
    assert tree(tmp_path / "clean") == after


def test_references_to_records_to_come_are_told_and_nothing_else(portal: Path) -> None:
    """Check tells where something will show later, the same with a cache as without, and no error."""
    _, problems = validate(portal, BEFORE)
    assert problems == problems_of_portal(portal, BEFORE)
    assert not [problem for problem in problems if problem.level is Level.ERROR]
    assert {problem.rule for problem in problems} == {
        "not-yet-public",
        "record-overdue",
        "coverage-gap",
        "figure-outdated",
    }
    assert "not-yet-public" not in {problem.rule for problem in validate(portal, FIRST_DAY)[1]}


def test_the_day_of_publication_is_the_day_from_which_on_a_record_is_public(portal: Path) -> None:
    """A record that was written and verified earlier is published on that day, and not before."""
    catalog = validate(portal, BEFORE)[0].catalog
    assert {catalog.projects["bottling-line"].published_on, catalog.events["autumn-fair"].published_on} == {FIRST_DAY}


def test_what_needs_a_record_to_come_is_an_error(portal: Path) -> None:
    """The settings cannot do without the bureau, nor a park without its contact."""
    path = portal / "contacts/bureau.yaml"
    path.write_text(f"{path.read_text('utf-8')}\npublish_from: {FIRST_DAY}\n", "utf-8")
    errors = {
        problem.file
        for problem in problems_of_portal(portal, BEFORE)
        if problem.level is Level.ERROR and problem.rule == "not-yet-public"
    }
    assert errors == {"district/parks/river-park.yaml", "district/site.yaml"}
