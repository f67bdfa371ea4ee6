"""Addresses that were public and are gone are found, from git or from what the last build published."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from investment_portal.build.validate import problems_of_portal, validate
from investment_portal.problems import Problem
from tests.history.repository import PROJECT, Repository, repository
from tests.overlay import PORTAL, WITHOUT_CACHE, publish
from tests.sites import TINY_DAY, tiny_portal

NOTICE = "district/notices/opening.yaml"
CLOSING = "district/notices/closing.yaml"
SETTINGS = "district/site.yaml"


@pytest.fixture
def portal(tmp_path: Path) -> Repository:
    """Return the tiny portal with every field filled, committed."""
    repository_ = repository(tmp_path / "portal", tiny_portal)
    repository_.commit("2026-03-01")
    return repository_


def lost(root: Path, day: date = TINY_DAY) -> list[Problem]:
    """Return the problems of lost addresses; both ways of checking find the same."""
    problems = problems_of_portal(root, day)
    assert problems == validate(root, day)[1]
    assert problems == problems_of_portal(root, day)
    return [problem for problem in problems if problem.rule == "lost-address"]


def write(root: Path, name: str, text: str) -> None:
    """Add to a file."""
    path = root / name
    path.write_text((path.read_text("utf-8") if path.is_file() else "") + text, "utf-8")


def test_a_deleted_record(portal: Repository) -> None:
    """Before and after the commit; only then the day is known. Restored and withdrawn it is no problem."""
    text = (portal.root / CLOSING).read_text("utf-8")
    (portal.root / CLOSING).unlink()
    (problem,) = lost(portal.root)
    assert problem.file == CLOSING
    assert problem.sentence.en == (
        "This file was deleted or renamed: the public address /notices/closing/ would be lost."
    )
    portal.commit("2026-06-11")
    (problem,) = lost(portal.root)
    assert "deleted or renamed on 2026-06-11" in problem.sentence.en
    assert "已于 2026-06-11 删除" in problem.sentence.zh
    assert "formerly: [closing]" in problem.hint.en
    write(portal.root, CLOSING, f"{text.rstrip()}\nwithdrawn: {{on: 2026-06-12, reason: {{zh: 已撤, en: Gone}}}}\n")
    assert lost(portal.root) == []


@pytest.mark.parametrize("committed", [False, True])
def test_a_public_record_that_is_put_off(portal: Repository, committed: bool) -> None:
    """A day of publication written later would take its page away; what was never public may wait."""
    write(portal.root, PROJECT, "\npublish_from: 2026-09-01\n")
    assert [problem.file for problem in lost(portal.root)] == [PROJECT]
    portal.git("checkout", "--", PROJECT)
    write(portal.root, NOTICE, "publish_from: 2026-09-01\n")
    draft = (portal.root / NOTICE).read_text("utf-8").replace("门户上线", "又一条")
    (portal.root / "district/notices/draft.yaml").write_text(draft, "utf-8")
    if committed:
        portal.commit("2026-06-11")
    (problem,) = lost(portal.root)
    assert (problem.file, problem.path) == (NOTICE, "publish_from")
    assert "/notices/opening/ would be lost until that day" in problem.sentence.en
    assert "到那天之前网址 /notices/opening/ 会失效" in problem.sentence.zh


@pytest.mark.parametrize("committed", [False, True])
def test_a_renamed_record(portal: Repository, committed: bool) -> None:
    """The new file is proposed; with ``formerly`` it is no problem."""
    new = portal.root / "district/notices/the-end.yaml"
    (portal.root / CLOSING).rename(new)
    write(portal.root, "district/notices/other.yaml", "title: x\n")
    if committed:
        portal.commit("2026-06-11")
    (problem,) = lost(portal.root)
    assert problem.hint.en == ("It looks renamed to district/notices/the-end.yaml: write formerly: [closing] there.")
    write(portal.root, "district/notices/the-end.yaml", "\nformerly: [closing]\n")
    assert lost(portal.root) == []


def test_a_reference_to_a_deleted_record(portal: Repository) -> None:
    """It says so, and proposes no other record."""
    (portal.root / PROJECT).unlink()
    portal.commit("2026-06-11")
    problems = [
        found_problem
        for found_problem in problems_of_portal(portal.root, TINY_DAY)
        if found_problem.rule == "unknown-reference"
    ]
    assert problems
    for problem in problems:
        assert problem.sentence.en == "The project “bottling-line” was deleted or renamed on 2026-06-11."
        assert "restore the file" in problem.hint.en


def test_a_draft(portal: Repository) -> None:
    """A record that vanished on the day of its publication was never public; nor was one that could never be read."""
    text = (portal.root / CLOSING).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("published_on", "title"))]
    draft = "\n".join([*lines, "title: {zh: 草稿, en: Draft}", "published_on: 2026-06-11"])
    write(portal.root, "district/notices/draft.yaml", f"{draft}\n")
    write(portal.root, "district/notices/broken.yaml", "unknown: 1\n")
    portal.commit("2026-06-11")
    for name in ("draft", "broken"):
        (portal.root / f"district/notices/{name}.yaml").unlink()
    portal.commit("2026-06-11")
    assert lost(portal.root) == []


def test_an_address_given_up(portal: Repository) -> None:
    """Listed in the settings it is no problem; listed while something stands there it is one."""
    write(portal.root, SETTINGS, "former_addresses: [{from: notices/closing/}]\n")
    assert [problem.rule for problem in problems_of_portal(portal.root, TINY_DAY) if problem.file == SETTINGS] == [
        "former-address"
    ]
    (portal.root / CLOSING).unlink()
    assert lost(portal.root) == []


def test_a_content_page(portal: Repository) -> None:
    """One problem for both languages; a page that became a folder is still there; layouts have no address."""
    for language in ("zh", "en"):
        write(portal.root, f"docs/{language}/notes.md", "---\ntitle: 说明\ndescription: 说明\n---\n\n文\n")
    portal.commit("2026-06-11")
    for language in ("zh", "en"):
        docs = portal.root / "docs" / language
        (docs / "notes").mkdir()
        (docs / "notes.md").rename(docs / "notes/index.md")
    assert lost(portal.root) == []
    for language in ("zh", "en"):
        shutil.rmtree(portal.root / "docs" / language / "notes")
    (problem,) = lost(portal.root)
    assert "/notes/" in problem.sentence.en
    assert "{from: notes/, to: NEW/}" in problem.hint.en
    write(portal.root, SETTINGS, "former_addresses: [{from: notes/, to: about/}]\n")
    assert lost(portal.root) == []


def test_a_record_of_a_list(portal: Repository) -> None:
    """A sector has a page as well."""
    place = portal.root / "district/sectors.yaml"
    text = place.read_text("utf-8")
    first = text[text.index("machinery:") :].split("\nfood:")[0]
    write(portal.root, "district/sectors.yaml", "\n" + first.replace("machinery:", "extra:"))
    portal.commit("2026-06-11")
    place.write_text(text, "utf-8")
    portal.commit("2026-06-12")
    (problem,) = lost(portal.root)
    assert (problem.file, problem.line) == ("district/sectors.yaml", 0)
    assert "/sectors/extra/" in problem.sentence.en
    write(portal.root, SETTINGS, "former_addresses: [{from: sectors/extra/, to: sectors/food/}]\n")
    assert lost(portal.root) == []


def test_records_without_a_page(portal: Repository) -> None:
    """They have no address to lose."""
    (portal.root / "district/results/2024.yaml").unlink()
    assert lost(portal.root) == []


def test_without_git(tmp_path: Path) -> None:
    """The files that the last build published count; before the first build nothing does."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal", ignore=WITHOUT_CACHE))
    text = (root / NOTICE).read_text("utf-8")
    (root / NOTICE).unlink()
    assert lost(root) == []
    write(root, NOTICE, text)
    publish(root, NOTICE)
    (root / NOTICE).rename(root / "district/notices/start.yaml")
    (problem,) = lost(root)
    assert problem.file == NOTICE
    assert "It looks renamed to district/notices/start.yaml" in problem.hint.en


def test_a_shallow_clone(portal: Repository, tmp_path: Path) -> None:
    """Nothing is said of what the clone does not know."""
    (portal.root / CLOSING).unlink()
    portal.commit("2026-06-11")
    clone = tmp_path / "clone"
    portal.git("clone", "-q", "--depth", "1", f"file://{portal.root}", str(clone))
    assert lost(clone) == []
    (clone / NOTICE).unlink()
    assert [problem.file for problem in lost(clone)] == [NOTICE]


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    """Nothing is known yet."""
    assert lost(repository(tmp_path / "portal").root) == []


def test_a_portal_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    """Names are those below the portal; what was deleted beside it does not count."""
    repository_ = repository(tmp_path / "whole", lambda root: (root / "portal").parent.mkdir(parents=True))
    shutil.copytree(PORTAL, repository_.root / "portal", ignore=WITHOUT_CACHE)
    shutil.copytree(PORTAL / "projects", repository_.root / "projects")
    repository_.commit("2026-03-01")
    shutil.rmtree(repository_.root / "projects")
    (repository_.root / "portal" / NOTICE).unlink()
    repository_.commit("2026-06-11")
    assert [problem.file for problem in lost(repository_.root / "portal")] == [NOTICE]


def test_a_detached_head(portal: Repository) -> None:
    """The history that leads to it counts."""
    (portal.root / CLOSING).unlink()
    portal.commit("2026-06-11")
    portal.git("checkout", "-q", "--detach", "HEAD~1")
    assert lost(portal.root) == []
