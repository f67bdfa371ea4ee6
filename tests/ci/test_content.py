"""The script that all runners call for a change of content, run from end to end on the tiny portal."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.repository import Repository, repository
from tests.sites import REPOSITORY, tiny_portal

RECORD = "projects/bottling-line.yaml"
GITHUB = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_SERVER_URL": "https://github.example",
    "GITHUB_REPOSITORY": "bureau/portal",
    "GITHUB_SHA": "0123abc",
}
RUNNERS = ("GITHUB_", "GITEA_", "CI_", "PORTAL_")
"""Beginnings of variables that the machine may have, and that none of these runs is to see."""


@pytest.fixture
def portal(tmp_path: Path) -> Repository:
    """Return the tiny portal with the scripts of the runners, committed once."""
    portal_ = repository(tmp_path / "portal", tiny_portal)
    shutil.copytree(REPOSITORY / ".ci", portal_.root / ".ci")
    (portal_.root / ".gitignore").write_text("/site/\n.cache/\n/reports/\n", "utf-8")
    portal_.commit("2026-03-01")
    return portal_


def run(portal: Repository, *arguments: str, **surroundings: str) -> "subprocess.CompletedProcess[str]":
    """Run the script as a runner does, without a browser unless one is named."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(RUNNERS)}
    settings = {
        "PORTAL_COMMAND": f"{sys.executable} {REPOSITORY / 'build_catalog.py'} --portal {portal.root}",
        "PORTAL_DATE": "2026-06-30",
        "PORTAL_MESSAGES": "en",
        "PORTAL_BROWSER": "/nowhere",
        "GITHUB_STEP_SUMMARY": str(portal.root.parent / "summary.md"),
    }
    return subprocess.run(  # noqa: S603 - our own program
        [portal.root / ".ci/content", *arguments],
        env={**environment, **settings, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def summary(portal: Repository) -> str:
    """Return what the host shows of the run."""
    return (portal.root.parent / "summary.md").read_text("utf-8")


def test_a_merge_request(portal: Repository) -> None:
    """Words of both languages in the summary, a report for the host, the changed pages as a file."""
    portal.edit("Two lines.", "Three lines and a store.")
    portal.edit("两条线。", "三条线和仓库。")
    portal.commit("2026-04-01")
    done = run(portal, "review", "HEAD~1", CI_JOB_URL="https://gitlab.example/jobs/1", **GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr
    text = summary(portal)
    assert text.startswith("**0 errors, 2 warnings.**")
    assert "Content and scale: text revised" in text
    assert "三条线和仓库。" in text
    assert "Accessibility was not checked." in text
    reports = portal.root / "reports"
    assert "Three lines and a store." in (reports / "preview.html").read_text("utf-8")
    assert len(json.loads((reports / "code-quality.json").read_text("utf-8"))) == 2
    links = json.loads((reports / "annotations.json").read_text("utf-8"))["Portal"]
    place = "https://gitlab.example/jobs/1/artifacts/file/reports"
    assert [link["external_link"]["url"] for link in links] == [f"{place}/summary.md", f"{place}/preview.html"]
    assert portal.git("status", "--porcelain") == ""


def test_a_merge_request_with_errors(portal: Repository) -> None:
    """All problems stand in the summary with links, annotations besides; nothing is built."""
    record = portal.root / RECORD
    record.write_text(record.read_text("utf-8") + "".join(f"unknown_{number}: x\n" for number in range(20)), "utf-8")
    portal.commit("2026-04-01")
    done = run(portal, "review", "HEAD~1", CI_JOB_URL="https://gitlab.example/jobs/1", **GITHUB)
    assert done.returncode == 1
    assert "reports/summary.md" in (portal.root / "reports/annotations.json").read_text("utf-8")
    text = summary(portal)
    assert text.count("(https://github.example/bureau/portal/blob/0123abc/projects/bottling-line.yaml#L") == 20
    assert done.stdout.count("::error file=projects/bottling-line.yaml") == 20
    assert len(json.loads((portal.root / "reports/code-quality.json").read_text("utf-8"))) == 22
    assert not (portal.root / "site").exists()


def test_a_merge_request_with_a_new_warning(portal: Repository) -> None:
    """It fails, though older warnings stand; in the summary the new one is an error."""
    portal.edit("zh: 两条线。, en: Two lines.", "zh: 供地 600 亩。, en: Two lines on 60 mu.")
    portal.commit("2026-04-01")
    done = run(portal, "review", "HEAD~1", **GITHUB)
    assert done.returncode == 1
    assert "error `figures-differ`" in summary(portal)
    assert "Warnings that are new since HEAD~1: 1. They count as errors." in done.stdout


def test_a_merge_request_with_an_old_warning(portal: Repository) -> None:
    """It was there before; neither does it stop the request what time brings."""
    portal.edit("zh: 两条线。, en: Two lines.", "zh: 供地 600 亩。, en: Two lines on 60 mu.")
    portal.commit("2026-04-01")
    portal.edit("Two lines on", "Both lines on")
    portal.commit("2026-04-02")
    done = run(portal, "review", "HEAD~1", PORTAL_DATE="2028-06-30", **GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("surroundings", "link"),
    [
        ({**GITHUB, "GITEA_ACTIONS": "true"}, "https://github.example/bureau/portal/src/commit/0123abc/"),
        (
            {"CI_PROJECT_URL": "https://gitlab.example/portal", "CI_COMMIT_SHA": "4"},
            "https://gitlab.example/portal/-/blob/4/",
        ),
        ({}, "- 27:1 error `unknown-key`"),
    ],
    ids=["gitea", "gitlab", "plain"],
)
def test_other_runners(portal: Repository, surroundings: dict[str, str], link: str) -> None:
    """Links lead to where the host shows files; workflow commands are for GitHub alone. Other records are published."""
    record = portal.root / RECORD
    record.write_text(f"{record.read_text('utf-8')}unknown: x\n", "utf-8")
    done = run(portal, "publish", **surroundings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"held back: 1. {RECORD} (as it was last published)." in done.stdout
    assert "bottling-line" in (portal.root / "site/projects/bottling-line/index.html").read_text("utf-8")
    assert link in (portal.root / "reports/summary.md").read_text("utf-8")
    assert "::error" not in done.stdout


def test_publishing(portal: Repository) -> None:
    """The site has the address of this runner; the settings are as they were; a night changes nothing."""
    address = "https://bureau.example/portal/"
    done = run(portal, "publish", PORTAL_ADDRESS=address)
    assert done.returncode == 0, done.stdout + done.stderr
    site = portal.root / "site"
    assert f"<loc>{address}</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert portal.git("status", "--porcelain") == ""
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    done = run(portal, "publish", PORTAL_ADDRESS=address)
    assert ", 0 files changed" in done.stdout
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()} == before
    assert run(portal, "publish", PORTAL_ADDRESS="javascript:alert(1)").returncode == 2
    assert portal.git("status", "--porcelain") == ""


STAND_IN = """#!/bin/sh
echo "$*" >>"$CALLS"
case "$1" in
  accessibility) echo "about/index.html: [label] no label"; exit "${ACCESSIBILITY:-0}" ;;
  deploy) echo "$PORTAL_SSH" >"$CALLS.ssh"; set -- $PORTAL_SSH; [ -z "$3" ] || cat "$3" >>"$CALLS" ;;
esac
"""


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where a stand-in for the generator notes how it was called."""
    program = tmp_path / "stand-in"
    program.write_text(STAND_IN, "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    return tmp_path / "calls"


def commands(calls: Path) -> list[str]:
    """Return the commands that were called."""
    return [line.split()[0] for line in calls.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("arguments", "code", "last"),
    [(["review", "HEAD"], 1, "preview"), (["publish"], 0, "accessibility")],
    ids=["review", "publish"],
)
def test_what_axe_objects_to(portal: Repository, calls: Path, arguments: list[str], code: int, last: str) -> None:
    """Stops a merge request, whose pages can be looked at; what is merged is published all the same, and reported."""
    stand_in = {"PORTAL_COMMAND": str(calls.with_name("stand-in")), "ACCESSIBILITY": "1"}
    assert run(portal, *arguments, **stand_in).returncode == code
    assert commands(calls)[-1] == last
    assert "    about/index.html: [label] no label" in summary(portal)


def test_a_fault_of_the_generator_is_no_missing_browser(portal: Repository, calls: Path) -> None:
    """Its exit code is passed on."""
    stand_in = {"PORTAL_COMMAND": str(calls.with_name("stand-in")), "ACCESSIBILITY": "3"}
    assert run(portal, "publish", **stand_in).returncode == 3


def test_deploying(portal: Repository, calls: Path) -> None:
    """After the build, or alone; the key is a file while it is needed."""
    settings = {"PORTAL_COMMAND": str(calls.with_name("stand-in")), "PORTAL_TARGET": "web@host.example:/srv/portal"}
    assert run(portal, "publish", **settings).returncode == 0
    assert commands(calls)[-3:] == ["build", "accessibility", "deploy"]
    calls.unlink()
    done = run(portal, "deploy", PORTAL_SSH_KEY="SECRET", PORTAL_SSH_HOSTS="host.example ssh-ed25519 AAAA", **settings)
    assert done.returncode == 0
    called, key = calls.read_text("utf-8").splitlines()
    assert called == "deploy web@host.example:/srv/portal --site site --lang en"
    assert key == "SECRET"
    assert "SECRET" not in done.stdout + done.stderr
    (option, file, *_) = calls.with_name("calls.ssh").read_text("utf-8").removeprefix("ssh ").split()
    assert option == "-i"
    assert not Path(file).exists()


def test_a_shallow_clone(portal: Repository, tmp_path: Path) -> None:
    """The pages of changes would silently lose their past: the run says what to set, and fails."""
    portal.commit("2026-04-01")
    clone = tmp_path / "clone"
    portal.git("clone", "-q", "--depth", "1", f"file://{portal.root}", str(clone))
    done = run(Repository(clone), "publish")
    assert done.returncode == 1
    assert "fetch all of it" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["review"], ["deploy"], ["test"]])
def test_wrong_usage(portal: Repository, arguments: list[str]) -> None:
    """Exit 2, and nothing is done."""
    assert run(portal, *arguments).returncode == 2
    assert not (portal.root / "reports").exists()
