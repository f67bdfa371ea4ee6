"""``diff REV``: what changed since a revision, in words of both languages."""

import shutil
from pathlib import Path

import pytest

from investment_portal.cli.command import DONE, USAGE
from investment_portal.cli.main import main
from tests.history.repository import Repository, repository


@pytest.fixture
def portal(tmp_path: Path) -> Repository:
    """Return the tiny portal, committed once."""
    portal_ = repository(tmp_path / "portal")
    portal_.commit("2026-03-01")
    return portal_


def output_of(portal: Repository, capsys: pytest.CaptureFixture[str], *arguments: str, code: int = DONE) -> str:
    """Return what the command prints, no-break spaces as plain ones."""
    assert main(["diff", "--lang", "en", *arguments], portal.root) == code
    return "".join(capsys.readouterr()).replace("\N{NO-BREAK SPACE}", " ")


def test_every_fate_of_a_record(portal: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Committed or not."""
    root = portal.root
    portal.edit("1.2 亿元", "2 亿元")
    portal.edit("Two lines.", "Three lines and a store.")
    portal.edit("两条线。", "三条线和仓库。")
    portal.edit("yuan: 7.1", "yuan: 7.2", "district/site.yaml")
    portal.edit("name: {zh: 南方, en: The south}", "name: {zh: 华南, en: South China}", "district/origins.yaml")
    (root / "district/notices/opening.yaml").unlink()
    (root / "district/events/spring-meeting.yaml").write_text("kind: [", "utf-8")
    shutil.copy(root / "contacts/hotline.yaml", root / "contacts/helpline.yaml")
    park = (root / "district/parks/river-park.yaml").read_text("utf-8")
    (root / "district/parks/river-park.yaml").unlink()
    (root / "district/parks/harbour-park.yaml").write_text(park + "formerly: [river-park]\n", "utf-8")
    both = output_of(portal, capsys, "HEAD")
    english, _, chinese = both.partition("\n\n")
    assert english.splitlines() == [
        "Changes since HEAD:",
        "  settings “Invest in Sample” (site): revised",
        "    Exchange rates · USD · Yuan: 7.1 → 7.2",
        "  origin “South China” (south): revised",
        "    Region: The south → South China",
        "  project “Bottling line” (bottling-line): revised",
        "    Total investment: CNY 120 million → CNY 200 million",
        "    Content and scale: text revised",
        "      − Two lines.",
        "      + Three lines and a store.",
        "  contact “Hotline” (helpline): added",
        "  park “River Park” (harbour-park): renamed",
        "    formerly river-park",
        "  event “Spring meeting” (spring-meeting): cannot be read now (run check)",
        "  notice “The portal opens” (opening): removed",
        "Records that changed: 7.",
    ]
    assert "  项目“灌装生产线”（bottling-line）：修订\n    总投资：1.2 亿元 → 2 亿元" in chinese
    assert chinese.strip().splitlines()[-1] == "共 7 条记录有变动。"


def test_in_markdown(portal: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A list for the summary of a merge request; what staff wrote stays text."""
    portal.edit("Two lines.", "<b>Three</b> lines.")
    portal.edit("两条线。", "三条线。")
    english, _, chinese = output_of(portal, capsys, "HEAD", "--format", "markdown").partition("\n\n**自")
    assert english.splitlines() == [
        "**Changes since HEAD:**",
        "",
        "- project “Bottling line” (bottling-line): revised",
        "  - Content and scale: text revised",
        "    - − Two lines.",
        r"    - + \<b\>Three\</b\> lines.",
        "",
        "**Records that changed: 1.**",
    ]
    assert "三条线" in chinese


def test_what_could_not_be_read_then(portal: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """And can be now."""
    portal.edit("1.2 亿元", "1.2 亿")
    portal.commit("2026-03-02")
    portal.edit("1.2 亿", "1.2 亿元")
    assert "“Bottling line” (bottling-line): could not be read then, and can be now" in output_of(
        portal, capsys, "HEAD"
    )


def test_nothing_changed(portal: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Comments and order are no change; nor are line ends."""
    path = portal.root / "projects/bottling-line.yaml"
    path.write_bytes(b"# a comment\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert output_of(portal, capsys, "HEAD").split("\n\n") == ["No record has changed.", "记录没有变动。\n"]


@pytest.mark.parametrize(
    "revision", ["nosuch", "HEAD~9", "--help-me", "-1", "HEAD:projects", "a b", "HEAD^{tree}", "", "$(id)", "é" * 5000]
)
def test_revisions_that_are_none(portal: Repository, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    """A sentence, and the code of wrong usage."""
    assert "git knows no revision" in output_of(portal, capsys, "--", revision, code=USAGE)


def test_outside_of_git(
    portal: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where git is not installed."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(portal.root.parent))
    shutil.rmtree(portal.root / ".git")
    assert "the portal's folder is in no git repository" in output_of(portal, capsys, "HEAD", code=USAGE)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert "git is not installed" in output_of(portal, capsys, "HEAD", code=USAGE)


def test_verifications_are_told_together(portal: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Who approves the verification of many records sees which, and everything else that changed in them."""
    for name in ("projects/bottling-line.yaml", "policies/equipment-grant.yaml", "contacts/hotline.yaml"):
        path = portal.root / name
        text = path.read_text("utf-8")
        day = next(line for line in text.splitlines() if line.startswith("verified_on: "))
        path.write_text(text.replace(day, "verified_on: 2026-06-29"), "utf-8")
    path = portal.root / "projects/bottling-line.yaml"
    path.write_text(
        path.read_text("utf-8") + "withdrawn: {on: 2026-06-29, reason: {zh: 已签约, en: Signed}}\nfeatured: 7\n",
        "utf-8",
    )
    english = output_of(portal, capsys, "HEAD").partition("\n\n")[0]
    assert english.splitlines() == [
        "Changes since HEAD:",
        "  project “Bottling line” (bottling-line): revised",
        "    Withdrawn · Withdrawn on: 29 June 2026 (added)",
        "    Withdrawn · Reason: Signed (added)",
        "    Editor's weight: 0 → 7",
        "  last verified on 2026-06-29: 3 in all",
        "    project: bottling-line",
        "    policy: equipment-grant",
        "    contact: hotline",
        "Records that changed: 3.",
    ]
