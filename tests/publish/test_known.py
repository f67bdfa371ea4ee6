"""A build that knows the state of the site writes only what changed, and mends what was edited by hand."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from investment_portal.publish import site as publish_site
from investment_portal.publish.site import PublishedSite
from investment_portal.publish.target import MARKER
from tests.publish.publishing import NOTHING, publish_after, tree

PAGES = {f"projects/{number}/index.html": f"page {number}" for number in range(20)}
FILES = {"index.html": "home", "projects/index.html": "list", **PAGES}


class Calls:
    """Paths of the calls that reach the disk."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Count from here on."""
        self.folders: list[str] = []
        self.opened: list[str] = []
        self.read: list[str] = []
        mkdir, makedirs, read = os.mkdir, os.makedirs, Path.read_bytes

        def open_(path: Any, *how: Any, **options: Any) -> Any:
            self.opened.append(str(path))
            return open(path, *how, **options)  # noqa: PTH123 - as the site opens it

        def count_mkdir(path: Any, *how: Any, **options: Any) -> None:
            self.folders.append(str(path))
            mkdir(path, *how, **options)

        def all_made(path: Any, *how: Any, **options: Any) -> None:
            self.folders.append(str(path))
            makedirs(path, *how, **options)

        def read_bytes(path: Path) -> bytes:
            self.read.append(str(path))
            return read(path)

        patch.setattr(publish_site, "open", open_, raising=False)
        patch.setattr(os, "mkdir", count_mkdir)
        patch.setattr(os, "makedirs", all_made)
        patch.setattr(Path, "read_bytes", read_bytes)


@pytest.fixture(params=["exchanged", "moved"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Replace a site as a whole, and file by file as a large one."""
    monkeypatch.setattr(publish_site, "SMALL", 1000 if request.param == "exchanged" else 0)
    return str(request.param)


def test_a_page_takes_two_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One for its folder and one for itself; nothing is read."""
    fresh = PublishedSite(tmp_path / "site", {}, {})
    fresh.begin()
    with monkeypatch.context() as patch:
        calls = Calls(patch)
        for name, text in FILES.items():
            fresh.put(name, "key", text.encode())
    assert calls.opened == [f"{fresh.staged}/{name}" for name in FILES]
    assert calls.folders == [f"{fresh.staged}/projects", *(f"{fresh.staged}/{Path(name).parent}" for name in PAGES)]
    assert calls.read == []
    fresh.end()


def test_the_same_content_is_neither_read_nor_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same key and with another one, the files stay as they are."""
    target = tmp_path / "site"
    last, _ = publish_after(NOTHING, target, FILES.items())
    before = {name: (target / name).stat() for name in FILES}
    with monkeypatch.context() as patch:
        calls = Calls(patch)
        again = PublishedSite(target, *last)
        again.begin()
        for name, text in FILES.items():
            if name == "index.html":
                assert again.keeps(name, "key")
            else:
                again.put(name, "another key", text.encode())
        done = again.publish()
        again.end()
    assert (done.files, done.changed) == (len(FILES) + 1, 0)
    assert not [name for name in calls.read if name.startswith(str(target))]
    assert calls.opened == []
    assert {name: (target / name).stat() for name in FILES} == before
    assert again.now["projects/index.html"].key == "another key"


def test_only_what_changed_is_staged(tmp_path: Path, way: str) -> None:
    """And all else stays the same file."""
    target = tmp_path / "site"
    last, _ = publish_after(NOTHING, target, FILES.items())
    before = {name: (target / name).stat().st_ino for name in FILES}
    again = PublishedSite(target, *last)
    again.begin()
    changed = {**FILES, "projects/7/index.html": "changed", "projects/new/index.html": "new"}
    for name, text in changed.items():
        again.put(name, "key", text.encode())
    assert set(tree(again.staged)) == {"projects/7/index.html", "projects/new/index.html"}
    assert again.publish().changed == 2
    again.end()
    assert tree(target) == changed
    assert {name for name, inode in before.items() if (target / name).stat().st_ino != inode} == {
        "projects/7/index.html"
    }, way


def test_another_key_is_not_kept(tmp_path: Path) -> None:
    """Nor is a file that is not as it was left."""
    target = tmp_path / "site"
    last, _ = publish_after(NOTHING, target, FILES.items())
    assert not PublishedSite(target, *last).keeps("index.html", "another")
    assert not PublishedSite(target, *last).keeps("nothing.html", "key")
    (target / "index.html").write_text("mine", "utf-8")
    assert not PublishedSite(target, *last).keeps("index.html", "key")
    (target / "index.html").unlink()
    (target / "index.html").symlink_to("projects/index.html")
    assert not PublishedSite(target, *last).keeps("index.html", "key")


@pytest.mark.parametrize("shape", ["folder", "link", "link to a folder"])
def test_something_else_in_the_place_of_a_file(tmp_path: Path, way: str, shape: str) -> None:
    """The next build puts the file there, and nothing that a link leads to is changed."""
    target, other = tmp_path / "site", tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("home", "utf-8")
    last, _ = publish_after(NOTHING, target, FILES.items())
    place = target / "index.html"
    place.unlink()
    if shape == "folder":
        place.mkdir()
        (place / "stray.txt").write_text("stray", "utf-8")
    else:
        place.symlink_to(other / "mine.txt" if shape == "link" else other)
    publish_after(last, target, FILES.items())
    assert tree(target) == FILES, way
    assert not place.is_symlink()
    assert tree(other) == {"mine.txt": "home"}


@pytest.mark.parametrize("text", ["page 3", "changed"])
def test_a_folder_that_became_a_link(tmp_path: Path, way: str, text: str) -> None:
    """Is a folder again, and what it led to is as it was."""
    target, other = tmp_path / "site", tmp_path / "other"
    last, _ = publish_after(NOTHING, target, FILES.items())
    shutil.copytree(target / "projects", other)
    shutil.rmtree(target / "projects")
    (target / "projects").symlink_to(other)
    files = {**FILES, "projects/3/index.html": text}
    publish_after(last, target, files.items())
    assert tree(target) == files, way
    assert tree(other)["3/index.html"] == "page 3"


NAMES = ("a", "b", "a/index.html", "a/b/index.html", "b/index.html", "c/x.html", "c/y/x.html")


@st.composite
def trees(draw: st.DrawFn) -> dict[str, str]:
    """Draw a site: no file lies below another file."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
    files: dict[str, str] = {}
    for name in names:
        if not any(name.startswith(f"{other}/") or other.startswith(f"{name}/") for other in files):
            files[name] = draw(st.sampled_from("12"))
    return files


TAMPERINGS = ("edit", "delete", "stray", "folder gone", "stray folder")


def tamper(target: Path, how: str, number: int) -> None:
    """Change a site by hand."""
    files = sorted(path for path in target.rglob("*") if path.is_file() and path.name != MARKER)
    if not files:
        return
    path = files[number % len(files)]
    if how == "edit":
        path.write_text("edited", "utf-8")
    elif how == "delete":
        path.unlink()
    elif how == "stray":
        (path.parent / f"stray{number}").write_text("stray", "utf-8")
    elif how == "stray folder":
        (path.parent / f"strays{number}" / "deep").mkdir(parents=True, exist_ok=True)
        (path.parent / f"strays{number}" / "deep" / "stray").write_text("stray", "utf-8")
    elif path.parent != target:
        shutil.rmtree(path.parent)


BUILDS = st.lists(
    st.tuples(trees(), st.lists(st.tuples(st.sampled_from(TAMPERINGS), st.integers(0, 9)), max_size=3)), max_size=5
)


@pytest.mark.parametrize("small", [0, 1000], ids=["moved", "exchanged"])
@settings(max_examples=150)
@given(BUILDS)
def test_a_site_holds_just_what_was_put(small: int, builds: list[tuple[dict[str, str], list[tuple[str, int]]]]) -> None:
    """After other builds and edits by hand, also where files become folders and folders files."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(publish_site, "SMALL", small)
        target, last = Path(folder) / "site", NOTHING
        for files, done in builds:
            last, _ = publish_after(last, target, files.items())
            assert tree(target) == files
            assert [path.name for path in Path(folder).iterdir()] == ["site"]
            assert PublishedSite(target, *last).whole
            for how, number in done:
                tamper(target, how, number)
