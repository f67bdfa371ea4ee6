"""Whatever was edited, and whatever befell the cache or the site: a build gives what a clean build gives."""

import os
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.build.validate import problems_of_portal, validate
from investment_portal.cache.store import NAME, PUBLISHED
from tests.build.edits import ACCIDENTS, DAMAGE, DESIGNERS, PEOPLE, crowd
from tests.overlay import WITHOUT_CACHE
from tests.sites import TINY_DAY, Site, tiny_portal

SEEDS = range(*(int(number) for number in os.environ.get("EDIT_SEEDS", "2").split("-")))
EDITS = 9 if "EDIT_SEEDS" in os.environ else 5
"""``make fuzz`` goes through many more rows of edits, and longer ones."""

MENDED = 0.8
"""How often a portal with errors is brought back to where it was good."""

CHECKED = 0.3
"""How often the portal is checked before it is built, which leaves what it finds in the cache."""


@pytest.fixture
def portal(full: Site, tmp_path: Path) -> Path:
    """Return a portal whose layouts are rendered already."""
    root = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache/layouts", root / ".cache/layouts")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def restore(good: Path, portal: Path) -> None:
    """Bring a portal back to where it was good."""
    for path in portal.iterdir():
        if path.is_dir() and path.name != ".cache":
            shutil.rmtree(path)
    shutil.copytree(good, portal, dirs_exist_ok=True, symlinks=True)


def clean(portal: Path, place: Path, day: date, before: Path, *, layouts: bool) -> tuple[BuildResult, dict[str, bytes]]:
    """Build a copy without a cache, but for what takes long and is cached by the bytes that go into it.

    ``before`` is the file of what was published before the build.
    """
    copy = place / "clean"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(portal, copy, ignore=WITHOUT_CACHE, symlinks=True)
    if layouts and (portal / ".cache" / "layouts").is_dir():
        shutil.copytree(portal / ".cache" / "layouts", copy / ".cache" / "layouts")
    if before.is_file():
        (copy / ".cache").mkdir(exist_ok=True)
        shutil.copy(before, copy / ".cache" / PUBLISHED)
    result = build(copy, copy / "site", day, BuildOptions(jobs=1))
    return result, tree(copy / "site") if result.published else {}


def published_before(cache: Path, place: Path) -> Path:
    """Copy the file of what was last published, if there is one; return where it is then."""
    before = place / PUBLISHED
    before.unlink(missing_ok=True)
    if (cache / PUBLISHED).is_file():
        shutil.copy(cache / PUBLISHED, before)
    return before


@pytest.mark.parametrize("seed", SEEDS)
def test_random_edits(portal: Path, tmp_path: Path, seed: int) -> None:
    """A row of edits, each followed by a build; also where a build in between finds errors and publishes nothing."""
    chance, day, out, cache = random.Random(seed), TINY_DAY, tmp_path / "site", portal / ".cache"  # noqa: S311 - no secret
    good = tmp_path / "good"
    crowd(chance, portal)
    result = build(portal, out, day)
    assert result.published, result.problems
    for turn in range(EDITS):
        steps = []
        if result.published:
            shutil.rmtree(good, ignore_errors=True)
            shutil.copytree(portal, good, ignore=WITHOUT_CACHE, symlinks=True)
        elif chance.random() < MENDED:
            restore(good, portal)
            steps.append("restore")
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            edit = chance.choice(PEOPLE)
            edit(chance, portal)
            steps.append(edit.__name__)
        designed = turn % 7 == 3
        if designed:
            edit = chance.choice(DESIGNERS)
            edit(chance, portal)
            steps.append(edit.__name__)
        if chance.random() < 0.3:
            day += timedelta(days=chance.choice([1, 1, 7, 30, 90]))
            steps.append(f"{day}")
        if chance.random() < 0.3:
            edit = chance.choice(ACCIDENTS)
            edit(chance, out)
            steps.append(edit.__name__)
        if chance.random() < 0.2:
            edit = chance.choice(DAMAGE)
            others = [cached for cached in cache.rglob("*") if cached.is_file()]
            path = cache / NAME if chance.random() < 0.5 else chance.choice(others)
            edit(chance, path)
            steps.append(f"{edit.__name__} {path.name}")
        before = published_before(cache, tmp_path)
        checked = problems_of_portal(portal, day) if chance.random() < CHECKED else None
        assert checked in (None, validate(portal, day)[1]), (turn, steps)
        result = build(portal, out, day, BuildOptions(jobs=chance.choice([1, 2])))
        wanted, files = clean(portal, tmp_path, day, before, layouts=not designed)
        assert result.problems == wanted.problems, (turn, steps)
        assert checked in (None, wanted.problems), (turn, steps)
        assert bool(result.published) == bool(wanted.published), (turn, steps)
        if result.published:
            rebuilt = tree(out)
            assert rebuilt.keys() == files.keys(), (turn, steps)
            assert [name for name in files if files[name] != rebuilt[name]] == [], (turn, steps)
