"""A site is never written over anything that was not made here."""

import errno
import os
from pathlib import Path

import pytest

from investment_portal.build.build import READ_FROM as READ
from investment_portal.cli.build import disk_fault
from investment_portal.cli.command import DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.publish.target import MARKER, clear, is_ours, refusal
from investment_portal.refusals import OutputPathError
from tests.publish.publishing import fill_disk
from tests.sites import TINY_DAY, tiny_portal


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Return a portal with a folder of each sort."""
    root = tmp_path / "home" / "portal"
    for name in ("docs", "projects", "district", "site"):
        (root / name).mkdir(parents=True)
    return root


@pytest.mark.parametrize("out", ["site", "public", "build/site", "../beside", ".cache/serve/site"])
def test_new_and_empty_folders_are_taken(portal: Path, out: str) -> None:
    """Inside the portal and beside it."""
    assert refusal((portal / out).resolve(), portal, READ) is None


def test_a_site_of_ours_is_replaced(portal: Path) -> None:
    """Known by its marker."""
    (portal / "site/index.html").write_text("", "utf-8")
    assert refusal(portal / "site", portal, READ)
    (portal / "site" / MARKER).write_text("", "utf-8")
    assert refusal(portal / "site", portal, READ) is None


@pytest.mark.parametrize("out", [".cache", ".cache/layouts", ".cache/layouts/zh"])
def test_the_cache_is_no_place_for_a_site(portal: Path, out: str) -> None:
    """Its folders are cleared; the preview alone has one for its site."""
    reason = refusal(portal / out, portal, READ)
    assert reason
    assert "cache" in reason.en


@pytest.mark.parametrize(
    "out", [".", "..", "../..", "/", "docs", "docs/site", "projects", "district/parks", "overrides"]
)
def test_the_portal_itself_is_refused(portal: Path, out: str) -> None:
    """Also the folders around it, and those that a build reads, whether they are there or not."""
    sentence = refusal((portal / out).resolve(), portal, READ)
    assert sentence
    assert sentence.zh.endswith("。")
    assert sentence.en.endswith(".")


def test_folders_of_others_are_refused(portal: Path) -> None:
    """A home with a letter in it; a file; another generator's site; a link to nowhere."""
    home, file, link = portal.parent / "letters", portal.parent / "file", portal.parent / "link"
    home.mkdir()
    (home / "letter.txt").write_text("dear", "utf-8")
    (home / "sitemap.xml").write_text("<urlset/>", "utf-8")
    file.write_text("", "utf-8")
    link.symlink_to(portal.parent / "nowhere")
    for out in (home, file, link):
        assert refusal(out, portal, READ), out


def test_build_refuses_and_leaves_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, a sentence, nothing touched."""
    portal = tiny_portal(tmp_path / "portal")
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter.txt").write_text("dear", "utf-8")
    for out in (home, portal / "docs" / "site", portal / "projects", portal, tmp_path):
        assert main(["build", "--out", str(out), "--lang", "en"], portal) == USAGE
        output = capsys.readouterr()
        assert output.out == ""
        assert len(output.err.splitlines()) == 1
        assert "Traceback" not in output.err
    assert [path.name for path in home.iterdir()] == ["letter.txt"]
    assert not (portal / "docs/site").exists()


def test_a_disk_that_fails_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 1; the old site stays; the next build works."""
    portal, out = tiny_portal(tmp_path / "portal"), tmp_path / "site"
    call = ["build", "--out", str(out), "--date", TINY_DAY.isoformat(), "--lang", "en"]
    assert main(call, portal) == DONE
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    record = portal / "contacts/bureau.yaml"
    record.write_text(record.read_text("utf-8").replace("Main desk", "Front desk"), "utf-8")
    capsys.readouterr()
    with monkeypatch.context() as patch:
        fill_disk(patch)
        assert main(call, portal) == DATA_ERRORS
    errors = capsys.readouterr().err
    assert "the site was not changed" in errors
    assert "The disk is full" in errors
    assert "Traceback" not in errors
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert main(call, portal) == DONE
    assert "Front desk" in (out / "en/contacts/bureau/index.html").read_text("utf-8")
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_staged_folder_that_was_made_read_only_is_cleared(tmp_path: Path) -> None:
    """As an administrator leaves it who protects a site."""
    staged = tmp_path / ".site-staged"
    (staged / "contacts" / "inner").mkdir(parents=True)
    (staged / MARKER).write_text("", "utf-8")
    (staged / "contacts" / "a.html").write_text("", "utf-8")
    (staged / "contacts" / "inner").chmod(0o555)
    (staged / "contacts").chmod(0o555)
    clear(staged)
    assert not staged.exists()


def test_what_cannot_be_deleted_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In both languages; the next build clears the folder once that is gone."""
    staged = tmp_path / ".site-staged"
    (staged / "contacts").mkdir(parents=True)
    (staged / MARKER).write_text("", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda *_, **__: None)
        with pytest.raises(OutputPathError) as caught:
            clear(staged)
    assert all(str(staged / "contacts") in sentence for sentence in caught.value.sentence)
    assert is_ours(staged)
    clear(staged)
    assert not staged.exists()


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.ENOSPC, "磁盘已满", "The disk is full"),
        (errno.ENOENT, "文件夹不存在", "is not there"),
        (errno.EEXIST, "同名的文件", "of this name"),
        (errno.ENAMETOOLONG, "路径太长", "too long"),
        (errno.EIO, "Input/output error", "Input/output error"),
    ],
)
def test_a_fault_of_the_disk_is_said_in_both_languages(number: int, zh: str, en: str) -> None:
    """With the place, and what to do where people can do something."""
    sentence = disk_fault(OSError(number, os.strerror(number), "/somewhere/site"))
    assert zh in sentence.zh
    assert en in sentence.en
    assert "/somewhere/site" in sentence.zh
    assert "/somewhere/site" in sentence.en
    assert "Errno" not in sentence.en
