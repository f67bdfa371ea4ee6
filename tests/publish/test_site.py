"""A site is replaced as a whole or not at all."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from investment_portal.publish import swap
from investment_portal.publish.site import PublishedSite, Staging
from investment_portal.publish.target import MARKER
from tests.publish.publishing import fill_disk, names, publish, tree
from tests.sites import REPOSITORY

FILES = 40


def test_publishes_files(tmp_path: Path) -> None:
    """Each at its path below the root, and nothing stays beside it."""
    done = publish(tmp_path / "out" / "site", [("index.html", "1"), ("assets/picture.svg", b"<svg/>")])
    assert tree(tmp_path / "out" / "site") == {"index.html": "1", "assets/picture.svg": "<svg/>"}
    assert (done.files, done.changed) == (3, 3)
    assert names(tmp_path / "out") == ["site"]


def test_only_what_changed_is_new(tmp_path: Path) -> None:
    """The rest keeps its time; what is gone is gone."""
    target = tmp_path / "site"
    publish(target, [("a.html", "1"), ("b.html", "1"), ("c.html", "1")])
    os.utime(target / "a.html", (1, 1))
    done = publish(target, [("a.html", "1"), ("b.html", "2")])
    assert done.changed == 1
    assert (target / "a.html").stat().st_mtime == 1
    assert tree(target) == {"a.html": "1", "b.html": "2"}


def test_one_name_twice_is_our_bug(tmp_path: Path) -> None:
    """Neither of the two is published."""
    with pytest.raises(ValueError, match=r"a\.html is written twice"):
        publish(tmp_path / "site", [("a.html", "1"), ("a.html", "2")])
    assert not list(tmp_path.iterdir())


def test_without_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On file systems that have none."""

    def refuse(*_: object) -> None:
        raise OSError

    target = tmp_path / "site"
    publish(target, [("a.html", "1")])
    monkeypatch.setattr(os, "link", refuse)
    assert publish(target, [("a.html", "1")]).changed == 0
    assert tree(target) == {"a.html": "1"}


def test_killed_while_the_old_site_is_deleted(tmp_path: Path) -> None:
    """The marker goes last, so that the next build may delete the rest."""
    target, staged = tmp_path / "site", tmp_path / ".site-staged"
    publish(staged, [("a/index.html", "1"), ("b.html", "1")])
    (staged / "b.html").unlink()
    publish(target, [("index.html", "new")])
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("turn", range(12))
def test_killed_anywhere_the_last_good_site_stays(tmp_path: Path, turn: int) -> None:
    """Killed without warning at a chance moment, the site is whole: all of one build, nothing of another."""
    target = tmp_path / "site"
    publish(target, ((f"pages/{number}/index.html", "old" * 2000) for number in range(FILES)))
    command = [sys.executable, "-m", "tests.publish.slow_build", str(target), "new", str(FILES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=REPOSITORY) as process:  # noqa: S603 - our own program
        assert process.stdout
        for _ in range(1 + turn % 3):
            process.stdout.readline()
        time.sleep(random.Random(turn).random() * 0.12)  # noqa: S311 - a moment, not a secret
        process.kill()
    files = tree(target)
    assert len(files) == FILES
    assert len(set(files.values())) == 1
    publish(target, [("index.html", "next")])
    assert tree(target) == {"index.html": "next"}
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("step", ["first", "second"])
def test_stopped_between_two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Where the system cannot swap, the next build finds what a stop left behind."""
    target, aside = tmp_path / "site", tmp_path / ".site-previous"
    publish(target, [("index.html", "old")])
    if step == "first":
        target.rename(aside)
    else:
        shutil.copytree(target, aside)
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    publish(target, [("index.html", "new")])
    assert tree(target) == {"index.html": "new"}
    assert names(tmp_path) == ["site"]


def test_a_second_rename_that_fails_brings_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And leaves nothing else."""
    target = tmp_path / "site"
    publish(target, [("index.html", "old")])
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    rename = Path.rename

    def fail(path: Path, goal: Path) -> Path:
        if path.name == ".site-staged":
            raise OSError(16, "Device or resource busy")
        return rename(path, goal)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="busy"):
        publish(target, [("index.html", "new")])
    assert tree(target) == {"index.html": "old"}
    assert names(tmp_path) == ["site"]


def test_a_full_disk_leaves_the_last_good_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And frees what was written of the new one."""
    target = tmp_path / "site"
    publish(target, [("index.html", "old")])
    fill_disk(monkeypatch)
    with pytest.raises(OSError, match="No space left"):
        publish(target, [("index.html", "new")])
    assert tree(target) == {"index.html": "old"}
    assert names(tmp_path) == ["site"]


def test_a_failing_page_leaves_the_last_good_site(tmp_path: Path) -> None:
    """Pages are made while they are written."""

    def texts() -> Iterator[tuple[str, str]]:
        yield "index.html", "new"
        raise RuntimeError("a template fails")

    target = tmp_path / "site"
    publish(target, [("index.html", "old")])
    with pytest.raises(RuntimeError):
        publish(target, texts())
    assert tree(target) == {"index.html": "old"}
    assert names(tmp_path) == ["site"]


def test_a_folder_of_somebody_else_beside_the_target_is_left_alone(tmp_path: Path) -> None:
    """Even where it has the name under which a site is staged."""
    theirs = tmp_path / ".site-staged"
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(FileExistsError):
        publish(tmp_path / "site", [("index.html", "new")])
    assert (theirs / "thesis.txt").read_text("utf-8") == "mine"


def test_the_marker_is_written_first(tmp_path: Path) -> None:
    """A build killed at its first file leaves a folder that the next one may clear."""
    site = PublishedSite(tmp_path / "site", {}, {})
    site.begin()
    assert names(site.staged) == [MARKER]
    (site.staged / MARKER).unlink()
    publish(tmp_path / "site", [("index.html", "new")])
    assert names(tmp_path) == ["site"]


def test_nothing_is_staged_once_the_folder_is_cleared(tmp_path: Path) -> None:
    """A worker may outlive its build by a moment; a folder without its marker would block all later builds."""
    staged = tmp_path / ".site-staged"
    staging = Staging(str(tmp_path / "site"), str(staged))
    with pytest.raises(FileNotFoundError):
        staging.stage("projects/a/index.html", b"text", "")
    assert not staged.exists()
    staged.mkdir()
    assert staging.stage("projects/a/index.html", b"text", "").changed
    assert (staged / "projects/a/index.html").read_bytes() == b"text"
