"""Histories of real repositories: what readers saw, day by day, and nothing else."""

import os
import shutil
from pathlib import Path

import pytest

from investment_portal.git import NO_COMMIT, NO_GIT, NO_REPOSITORY, NOT_OWNED
from investment_portal.history.history import CUT
from tests.history.repository import IDENTITY, PROJECT, Repository, repository


@pytest.fixture
def portal(tmp_path: Path) -> Repository:
    """Return the tiny portal, committed once on the day on which its project was published."""
    portal_ = repository(tmp_path / "portal")
    portal_.commit("2026-03-01")
    return portal_


def test_a_field_before_and_after(portal: Repository) -> None:
    """In words of both languages, on the day of the commit."""
    portal.edit("1.2 亿元", "6 亿元")
    portal.edit("stage: approval", "stage: ready")
    portal.commit("2026-04-02")
    assert portal.change_lines() == [
        ("2026-04-02", ["Total investment: CNY 120 million → CNY 600 million", "Stage: Approval → Ready to build"])
    ]
    assert portal.change_lines("zh") == [
        ("2026-04-02", ["总投资：1.2 亿元 → 6 亿元", "前期阶段：立项审批 → 具备开工条件"])
    ]


def test_several_commits_of_a_day_are_one_change(portal: Repository) -> None:
    """A slip that was mended the same day is not told."""
    for before, after in (("1.2", "2"), ("2 亿元", "3 亿元"), ("Two lines.", "Three lines."), ("Three", "Two")):
        portal.edit(before, after)
        portal.commit("2026-04-02")
    assert portal.change_lines() == [("2026-04-02", ["Total investment: CNY 120 million → CNY 300 million"])]


def test_what_a_branch_tried_is_not_told(portal: Repository) -> None:
    """Only what the merge brought, on the day of the merge."""
    portal.git("checkout", "-q", "-b", "draft")
    portal.edit("1.2 亿元", "99 亿元")
    portal.commit("2026-04-02")
    portal.edit("99 亿元", "5 亿元")
    portal.commit("2026-04-03")
    portal.git("checkout", "-q", "main")
    moment = "2026-04-10T12:00:00+08:00"
    portal.git("merge", "-q", "--no-ff", "draft", "-m", "Merge", GIT_COMMITTER_DATE=moment, GIT_AUTHOR_DATE=moment)
    assert portal.change_lines() == [("2026-04-10", ["Total investment: CNY 120 million → CNY 500 million"])]


def test_drafts_do_not_leak(tmp_path: Path) -> None:
    """Changes of a record before the day of its publication are left out, whichever version names that day."""
    portal_ = repository(tmp_path / "portal")
    portal_.edit("published_on: 2026-03-01", "published_on: 2026-05-01")
    portal_.commit("2026-03-01")
    portal_.edit("1.2 亿元", "2 亿元")
    portal_.commit("2026-04-01")
    portal_.edit("2 亿元", "3 亿元")
    portal_.commit("2026-05-02")
    assert portal_.change_lines() == [("2026-05-02", ["Total investment: CNY 200 million → CNY 300 million"])]
    # Published anew, it begins anew.
    portal_.edit("published_on: 2026-05-01", "published_on: 2026-05-05")
    assert portal_.change_lines() == []


def test_the_day_is_an_input(portal: Repository) -> None:
    """A build for an earlier day knows nothing of later commits."""
    portal.edit("1.2 亿元", "2 亿元")
    portal.commit("2026-04-02")
    portal.edit("2 亿元", "3 亿元")
    portal.commit("2026-06-02")
    assert [day for day, _ in portal.change_lines(day="2026-05-01")] == ["2026-04-02"]
    assert [day for day, _ in portal.change_lines(day="2026-06-02")] == ["2026-06-02", "2026-04-02"]


def test_a_renamed_record_keeps_its_history(portal: Repository) -> None:
    """The former id says so, whether or not git sees the likeness."""
    portal.edit("1.2 亿元", "2 亿元")
    portal.commit("2026-04-02")
    text = (portal.root / PROJECT).read_text("utf-8").replace("2 亿元", "3 亿元")
    (portal.root / PROJECT).unlink()
    (portal.root / "projects/bottles.yaml").write_text(f"{text}formerly: [bottling-line]\n", "utf-8")
    event = portal.root / "district/events/spring-meeting.yaml"
    event.write_text(event.read_text("utf-8").replace("[bottling-line]", "[bottles]").replace("1.2", "3"), "utf-8")
    portal.commit("2026-04-05")
    assert portal.change_lines(id_="bottles") == [
        ("2026-04-05", ["formerly bottling-line", "Total investment: CNY 200 million → CNY 300 million"]),
        ("2026-04-02", ["Total investment: CNY 120 million → CNY 200 million"]),
    ]


@pytest.mark.parametrize("broken", ["investment: [", "investment: 9 亿", "\x00", "一".encode("gbk").decode("latin-1")])
def test_a_version_that_cannot_be_read_is_passed_over(portal: Repository, broken: str) -> None:
    """The change is told from the last that could be read to the next; its site was never published."""
    whole = (portal.root / PROJECT).read_text("utf-8")
    (portal.root / PROJECT).write_bytes(whole.replace("investment: 1.2 亿元", broken).encode("latin-1", "ignore"))
    portal.commit("2026-04-02")
    (portal.root / PROJECT).write_text(whole.replace("1.2 亿元", "2 亿元"), "utf-8")
    portal.commit("2026-04-04")
    assert portal.change_lines() == [("2026-04-04", ["Total investment: CNY 120 million → CNY 200 million"])]


def test_links_and_giants_are_passed_over(portal: Repository) -> None:
    """A link in the place of a record, and a file larger than a record can be."""
    whole = (portal.root / PROJECT).read_text("utf-8")
    (portal.root / PROJECT).unlink()
    (portal.root / PROJECT).symlink_to("../README.md")
    portal.commit("2026-04-02")
    (portal.root / PROJECT).unlink()
    (portal.root / PROJECT).write_text("#" * 400_000 + "\n" + whole, "utf-8")
    portal.commit("2026-04-03")
    (portal.root / PROJECT).write_text(whole.replace("1.2 亿元", "2 亿元"), "utf-8")
    portal.commit("2026-04-04")
    assert portal.change_lines() == [("2026-04-04", ["Total investment: CNY 120 million → CNY 200 million"])]


def test_people_are_not_told(portal: Repository) -> None:
    """That a number changed, not what it was."""
    portal.edit("phone: +86 10 0000 0001", "phone: +86 10 0000 0009", "contacts/bureau.yaml")
    portal.commit("2026-04-02")
    assert portal.change_lines(kind="contact", id_="bureau") == [("2026-04-02", ["Phone: updated"])]


def test_dates_that_no_calendar_has(portal: Repository) -> None:
    """A commit of such a day is passed over, and those around it are told."""
    portal.edit("1.2 亿元", "2 亿元")
    portal.git("commit", "-qam", "x", GIT_COMMITTER_DATE="@99999999999999 +0000")
    portal.edit("2 亿元", "3 亿元")
    portal.commit("2026-04-04")
    portal.edit("3 亿元", "4 亿元")
    portal.git("commit", "-qam", "x", GIT_COMMITTER_DATE="@0 +0000")
    assert portal.change_lines() == [("2026-04-04", ["Total investment: CNY 120 million → CNY 300 million"])]


def test_the_day_is_that_of_the_portals_country(portal: Repository) -> None:
    """Late in the evening elsewhere it is tomorrow there."""
    portal.edit("1.2 亿元", "2 亿元")
    portal.git("commit", "-qam", "x", GIT_COMMITTER_DATE="2026-04-01T23:30:00+0000")
    assert [day for day, _ in portal.change_lines()] == ["2026-04-02"]


def test_messages_and_names_in_any_encoding(portal: Repository) -> None:
    """Nobody reads the messages; a file whose name is no text is none of ours."""
    Path(os.fsdecode(bytes(portal.root / "projects") + b"/\xff\xfe.txt")).write_bytes(b"x")
    portal.edit("1.2 亿元", "2 亿元")
    portal.git("add", "-A")
    portal.git(
        "-c", "i18n.commitEncoding=gbk", "commit", "-q", "-F", "-",
        data="改投资额\n\x01\x00".encode("gbk").replace(b"\x00", b"") + b"\xff\xfe",
        GIT_COMMITTER_DATE="2026-04-02T12:00:00+08:00",
    )  # fmt: skip
    assert [day for day, _ in portal.change_lines()] == ["2026-04-02"]


def test_settings_of_a_repository_change_nothing(portal: Repository) -> None:
    """Whatever colours, pagers, signatures and drivers somebody has set."""
    portal.edit("1.2 亿元", "2 亿元")
    portal.commit("2026-04-02")
    wanted = portal.change_lines()
    for setting in (
        *("color.ui=always", "log.showSignature=true", "core.pager=false", "diff.external=false", "log.date=relative"),
        *(
            "diff.renames=copies",
            "core.quotePath=true",
            "core.fsmonitor=false",
            "log.follow=true",
            "diff.noprefix=true",
        ),
        *(
            "format.pretty=oneline",
            "log.decorate=full",
            "log.showRoot=false",
            "diff.relative=false",
            "diff.orderFile=/x",
        ),
    ):
        portal.git("config", *setting.split("="))
    shutil.rmtree(portal.root / ".cache")
    assert portal.change_lines() == wanted


def test_a_portal_below_the_top_of_its_repository(tmp_path: Path) -> None:
    """With files of the same names elsewhere in it."""
    outer = repository(tmp_path / "all", lambda root: (root / "projects").mkdir(parents=True))
    (outer.root / PROJECT).write_text("none of ours", "utf-8")
    inner = Repository(repository(tmp_path / "portal").root.rename(outer.root / "portals"))
    shutil.rmtree(inner.root / ".git")
    outer.commit("2026-03-01")
    inner.edit("1.2 亿元", "2 亿元")
    (outer.root / PROJECT).write_text("nor this", "utf-8")
    outer.commit("2026-04-02")
    assert inner.change_lines() == [("2026-04-02", ["Total investment: CNY 120 million → CNY 200 million"])]


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is no history, and why."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    portal_ = repository(tmp_path / "portal")
    assert portal_.history().gap == NO_COMMIT
    shutil.rmtree(portal_.root / ".git")
    history = portal_.history()
    assert (history.gap, history.since, history.revisions) == (NO_REPOSITORY, None, {})


def test_no_git(portal: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without it builds all the same."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert portal.history().gap == NO_GIT


def test_a_damaged_repository(portal: Repository) -> None:
    """Whose objects are gone."""
    portal.edit("1.2 亿元", "2 亿元")
    portal.commit("2026-04-02")
    shutil.rmtree(portal.root / ".git" / "objects")
    (portal.root / ".git" / "objects").mkdir()
    assert portal.history().gap is not None
    assert portal.change_lines() == []


def test_a_folder_of_another_owner(portal: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git's own variable for testing its refusal."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", IDENTITY["GIT_CONFIG_GLOBAL"])
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    assert portal.history().gap == NOT_OWNED


def test_variables_of_a_hook_lead_nowhere_else(portal: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build called by a hook of another repository."""
    portal.edit("1.2 亿元", "2 亿元")
    portal.commit("2026-04-02")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    monkeypatch.setenv("GIT_WORK_TREE", "/nowhere")
    assert len(portal.history().revisions) == 1


def test_a_shallow_clone(portal: Repository, tmp_path: Path) -> None:
    """Tells what it has, since when, and that it is not all."""
    for day, before, after in (
        ("2026-04-02", "1.2", "2"),
        ("2026-04-03", "2 亿", "3 亿"),
        ("2026-04-04", "3 亿", "4 亿"),
    ):
        portal.edit(f"{before}{'' if '亿' in before else ' 亿'}元", f"{after}{'' if '亿' in after else ' 亿'}元")
        portal.commit(day)
    portal.git("clone", "-q", "--depth", "2", portal.root.as_uri(), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    history = clone.history()
    assert history.gap == CUT
    assert history.since is not None
    assert history.since.isoformat() == "2026-04-03"
    assert clone.change_lines() == [("2026-04-04", ["Total investment: CNY 300 million → CNY 400 million"])]
