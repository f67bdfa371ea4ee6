"""Results of an earlier build are used again; a damaged cache harms nothing."""

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from investment_portal.history.log import read_blobs
from tests.history.repository import PROJECT, Repository, repository

COMMITS = 2000


@pytest.fixture
def portal(tmp_path: Path) -> Repository:
    """Return the tiny portal with two changes of its project."""
    portal_ = repository(tmp_path / "portal")
    portal_.commit("2026-03-01")
    for day, before, after in (("2026-04-02", "1.2 亿元", "2 亿元"), ("2026-04-03", "2 亿元", "3 亿元")):
        portal_.edit(before, after)
        portal_.commit(day)
    return portal_


def stored(portal: Repository) -> Path:
    """Return the file of the cache."""
    (path,) = (portal.root / ".cache" / "history").iterdir()
    return path


def test_a_second_build_reads_no_old_version(portal: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """And after a further commit only the record concerned is read."""
    first = portal.history()
    read_names: list[str] = []

    def read(root: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes | None]]:
        read_names.extend(names)
        return read_blobs(root, names)

    monkeypatch.setattr("investment_portal.history.history.read_blobs", read)
    assert portal.history() == first
    assert read_names == []
    portal.edit("phone: +86 10 0000 0001", "phone: +86 10 0000 0002", "contacts/bureau.yaml")
    portal.commit("2026-04-05")
    assert len(portal.history().revisions) == 2
    assert len(read_names) == 2


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"published": [], "changes": {}}',
        '{"published": {"a": 1}, "changes": {"b": 2}}',
        '{"published": {}, "changes": {"b": [["a", "b", "nothing", [], []]]}}',
        '{"published": {}, "changes": {"b": [["a", "b", "value", [1], []]]}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_cache(portal: Repository, damage: str) -> None:
    """Is forgotten, and written anew."""
    wanted = portal.history()
    whole = stored(portal).read_text("utf-8")
    stored(portal).write_text(damage, "utf-8")
    assert portal.history() == wanted
    assert stored(portal).read_text("utf-8") == whole
    stored(portal).write_bytes(b"\xff\xfe\x00")
    assert portal.history() == wanted


def test_a_cache_that_cannot_be_written(portal: Repository) -> None:
    """The build goes on without it."""
    wanted = portal.history()
    stored(portal).unlink()
    (portal.root / ".cache" / "history").rmdir()
    (portal.root / ".cache" / "history").write_text("a file", "utf-8")
    assert portal.history() == wanted


def test_the_cache_forgets_what_is_gone(portal: Repository) -> None:
    """Entries no longer used, and files of another version of the code, are dropped."""
    portal.history()
    old = stored(portal).with_name("0123456789abcdef.json")
    old.write_text("{}", "utf-8")
    portal.edit("3 亿元", "4 亿元")
    portal.commit("2026-04-06")
    portal.history()
    assert not old.exists()
    assert len(json.loads(stored(portal).read_text("utf-8"))["changes"]) == 3


def test_two_thousand_commits(tmp_path: Path) -> None:
    """Read in seconds once, in a moment from then on."""
    portal_ = repository(tmp_path / "portal")
    portal_.commit("2026-03-01")
    portal_.git("fast-import", "--quiet", "--force", data=_stream((portal_.root / PROJECT).read_text("utf-8")))
    portal_.git("reset", "-q", "--hard", "main")
    start = time.perf_counter()
    first = portal_.history()
    middle = time.perf_counter()
    assert portal_.history() == first
    end = time.perf_counter()
    assert first.gap is None
    assert len(first.revisions["project", "bottling-line"]) == COMMITS
    assert middle - start < 30
    assert end - middle < 3


def _stream(text: str) -> bytes:
    """Return one commit a day, each of which changes the investment."""
    commits = []
    for number in range(COMMITS):
        content = text.replace("1.2 亿元", f"{number + 2} 亿元").encode()
        moment = 1_772_400_000 + 86_400 * (number + 1)
        head = f"commit refs/heads/main\ncommitter S <s@example.org> {moment} +0800\ndata 1\nx\n"
        head += "from refs/heads/main^0\n" if number == 0 else ""
        commits.append(f"{head}M 100644 inline {PROJECT}\ndata {len(content)}\n".encode() + content + b"\n")
    return b"".join(commits)
