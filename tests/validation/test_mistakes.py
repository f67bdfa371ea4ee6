"""Mistakes of clerks, each said once with place, cause and mend, as a colleague would say it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from investment_portal.build.validate import validate
from investment_portal.languages import LANGUAGES
from investment_portal.problem_reports import text
from investment_portal.problems import Problem
from tests.conftest import DAY
from tests.overlay import PORTAL, TESTS, WITHOUT_CACHE

FOLDER = TESTS / "fixtures" / "mistakes"
RECORD = "projects/brewing-base.yaml"
MISTAKES: list[dict[str, Any]] = yaml.safe_load((FOLDER / "mistakes.yaml").read_text("utf-8"))


def make(mistake: dict[str, Any], root: Path) -> None:
    """Make a mistake in the portal at ``root``."""
    path = root / mistake.get("file", RECORD)
    if "copy" in mistake:
        shutil.copyfile(root / mistake["copy"], path)
        return
    before = path.read_text("utf-8")
    assert before.count(mistake["find"]) == 1, mistake
    path.write_text(before.replace(mistake["find"], mistake["put"]), "utf-8")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tiny portal with the record of which clerks change something."""
    root = tmp_path_factory.mktemp("mistakes") / "portal"
    shutil.copytree(PORTAL, root, ignore=WITHOUT_CACHE)
    shutil.copyfile(FOLDER / "brewing-base.yaml", root / RECORD)
    assert validate(root, DAY)[1] == []
    return root


@pytest.fixture(scope="module")
def said(base: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """Return what is said of each mistake."""
    found = {}
    for mistake in MISTAKES:
        root = tmp_path_factory.mktemp("mistake") / "portal"
        shutil.copytree(base, root)
        make(mistake, root)
        found[mistake["id"]] = validate(root, DAY)[1]
    return found


def test_sentences(said: dict[str, list[Problem]], golden: Callable[[Path, str], None]) -> None:
    """Every sentence is the golden one, beside what was typed and in which field."""
    for language in LANGUAGES:
        parts = []
        for mistake in MISTAKES:
            typed = "\n".join(
                f"    | {line}" for line in mistake.get("put", mistake.get("copy", "")).split("\n") if line
            )
            parts.append(f"## {mistake['id']}: {mistake['field']}\n{typed}\n{text(said[mistake['id']], language)}\n")
        golden(FOLDER / f"said.{language}.txt", "\n".join(parts))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake["id"])
def test_each_is_said_once_where_it_is(mistake: dict[str, Any], said: dict[str, list[Problem]]) -> None:
    """One problem for one mistake, with a hint, in the file and at the line in which it stands."""
    problems = said[mistake["id"]]
    assert len(problems) == mistake.get("problems", 1), problems
    for problem in problems:
        assert problem.file == mistake.get("file", RECORD)
        assert problem.hint.zh
        assert problem.hint.en
        assert problem.line in lines_of(mistake), problem


def lines_of(mistake: dict[str, Any]) -> Iterator[int]:
    """Return the lines that a mistake changed."""
    if "copy" in mistake:
        return iter(range(100))
    source = PORTAL / mistake["file"] if "file" in mistake else FOLDER / "brewing-base.yaml"
    before = source.read_text("utf-8").split(mistake["find"])[0]
    first = before.count("\n") + 1
    return iter(range(first, first + mistake["put"].rstrip("\n").count("\n") + 1))


def test_no_mistake_stands_twice() -> None:
    """Each has an id of its own."""
    ids = [mistake["id"] for mistake in MISTAKES]
    assert len({*ids}) == len(ids)
