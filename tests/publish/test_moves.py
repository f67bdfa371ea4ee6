"""A large site is changed file by file: at no moment is a file half written, and what a stop left is finished."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from investment_portal.publish import moves
from investment_portal.publish import site as publish_site
from investment_portal.publish.moves import decide, in_order
from investment_portal.publish.site import PublishedSite
from tests.publish.publishing import NOTHING, fill_disk, names, publish, publish_after, tree
from tests.publish.test_site import FILES
from tests.sites import REPOSITORY


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take any site for a large one."""
    monkeypatch.setattr(publish_site, "SMALL", 0)


def test_what_did_not_change_is_not_touched(tmp_path: Path) -> None:
    """Neither linked nor moved: it is the same file; what is gone is gone, with its folder."""
    target = tmp_path / "site"
    publish(target, [("a.html", "1"), ("b/index.html", "1"), ("c/d/index.html", "1")])
    before = (target / "a.html").stat()
    done = publish(target, [("a.html", "1"), ("b/index.html", "2"), ("e/index.html", "1")])
    assert done.changed == 2
    after = (target / "a.html").stat()
    assert (after.st_ino, after.st_ctime_ns) == (before.st_ino, before.st_ctime_ns)
    assert tree(target) == {"a.html": "1", "b/index.html": "2", "e/index.html": "1"}
    assert names(target) == [".portal-site", "a.html", "b", "e"]
    assert names(tmp_path) == ["site"]


def test_what_is_linked_comes_before_what_links_to_it() -> None:
    """New files first, pages after what they load; what is gone goes last."""
    ordered = in_order({"new/index.html", "new.js"}, {"index.html", "a.css"}, {"old/index.html"})
    assert ordered.put == ["new.js", "new/index.html", "a.css", "index.html"]
    assert ordered.drop == ["old/index.html"]


@pytest.mark.parametrize("turn", range(10))
def test_killed_anywhere(tmp_path: Path, turn: int) -> None:
    """Each file is whole, of one build or the next; the next build makes the site whole."""
    target = tmp_path / "site"
    publish(target, ((f"pages/{number}/index.html", "old" * 2000) for number in range(FILES)))
    command = [sys.executable, "-m", "tests.publish.slow_build", str(target), "new", str(FILES), "large"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=REPOSITORY) as process:  # noqa: S603 - our own program
        assert process.stdout
        for _ in range(1 + turn % 3):
            process.stdout.readline()
        time.sleep(random.Random(turn).random() * 0.3)  # noqa: S311 - a moment, not a secret
        process.kill()
    files = tree(target)
    assert len(files) == FILES
    assert all(text in {"old" * 2000, *(f"new{number}" * 2000 for number in range(10))} for text in files.values())
    assert len(set(files.values())) <= 2
    PublishedSite(target, {}, {}).end()
    mended = tree(target)
    assert len(mended) == FILES
    assert len(set(mended.values())) == 1, "what was decided is finished, what was not is dropped"
    publish(target, [("index.html", "next")])
    assert tree(target) == {"index.html": "next"}
    assert names(tmp_path) == ["site"]


def test_stopped_within_the_moves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build makes the moves that are left."""
    target = tmp_path / "site"
    publish(target, [("a.html", "old"), ("b.html", "old"), ("c.html", "old")])
    move = moves._move  # noqa: SLF001 - what is stopped

    def stop(source: Path, place: Path) -> None:
        if source.name == "b.html":
            raise KeyboardInterrupt
        move(source, place)

    with monkeypatch.context() as patch:
        patch.setattr(moves, "_move", stop)
        patch.setattr(PublishedSite, "end", lambda _: None)  # as where the process is gone
        with pytest.raises(KeyboardInterrupt):
            publish(target, [("a.html", "new"), ("b.html", "new"), ("d.html", "new")])
    assert tree(target) == {"a.html": "new", "b.html": "old", "c.html": "old", "d.html": "new"}
    PublishedSite(target, {}, {}).end()
    assert tree(target) == {"a.html": "new", "b.html": "new", "d.html": "new"}
    assert names(tmp_path) == ["site"]


def test_stopped_before_the_list_was_whole(tmp_path: Path) -> None:
    """Nothing was decided: the old site stays."""
    target = tmp_path / "site"
    publish(target, [("a.html", "old")])
    begun = PublishedSite(target, {}, {})
    begun.begin()
    begun.put("a.html", "key", b"new")
    decide(begun.staged, in_order(set(), {"a.html"}, set()))
    (begun.staged / moves.LIST).write_text((begun.staged / moves.LIST).read_text("utf-8")[:-4], "utf-8")
    PublishedSite(target, {}, {}).end()
    assert tree(target) == {"a.html": "old"}
    assert names(tmp_path) == ["site"]


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site stays, and nothing else."""
    target = tmp_path / "site"
    publish(target, [("index.html", "old")])
    with monkeypatch.context() as patch:
        fill_disk(patch)
        with pytest.raises(OSError, match="No space left"):
            publish(target, [("index.html", "new")])
    assert tree(target) == {"index.html": "old"}
    assert names(tmp_path) == ["site"]


def test_a_file_where_a_folder_was(tmp_path: Path) -> None:
    """And a folder where a file was: then the whole site is exchanged."""
    target = tmp_path / "site"
    publish(target, [("a/index.html", "1"), ("b", "1")])
    publish(target, [("a", "2"), ("b/index.html", "2")])
    assert tree(target) == {"a": "2", "b/index.html": "2"}


def test_the_next_build_sees_what_others_changed(tmp_path: Path) -> None:
    """Files edited, deleted and added since the site was published."""
    target = tmp_path / "site"
    known, _ = publish_after(NOTHING, target, [("a.html", "1"), ("b.html", "1"), ("c/index.html", "1")])
    again = PublishedSite(target, *known)
    assert again.whole
    assert again.intact == {"a.html", "b.html", "c/index.html", ".portal-site"}
    os.utime(target / "a.html", (1, 1))
    (target / "b.html").unlink()
    (target / "c/stray.html").write_text("x", "utf-8")
    later = PublishedSite(target, *known)
    assert not later.whole
    assert later.intact == {"c/index.html", ".portal-site"}
    assert later.there == {"a.html", "c/index.html", "c/stray.html", ".portal-site"}


def test_folders_are_known_after_moves(tmp_path: Path) -> None:
    """Where a file was put or dropped, or a folder came or went, the next look finds all as it was left."""
    target = tmp_path / "site"
    builds = [
        {"a.html": "1", "b/index.html": "1", "b/old/index.html": "1", "c/index.html": "1"},
        {"a.html": "1", "b/index.html": "2", "b/new/deep/index.html": "1", "c/index.html": "1"},
        {"a.html": "1", "b/index.html": "2", "b/new/deep/index.html": "1", "c/index.html": "1", "c/more.html": "1"},
        {"a.html": "3", "b/index.html": "2", "c/index.html": "1", "c/more.html": "1"},
    ]
    known = NOTHING
    for files in builds:
        assert known is NOTHING or PublishedSite(target, *known).whole
        known, _ = publish_after(known, target, files.items())
        assert known.folders == {name: (target / name).stat().st_mtime_ns for name in known.folders}
        assert tree(target) == files
    assert PublishedSite(target, *known).whole
    (target / "b/stray.html").write_text("x", "utf-8")
    assert not PublishedSite(target, *known).whole
