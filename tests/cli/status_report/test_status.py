"""The status command over the tiny portal with something wrong in every way that is no error."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from investment_portal.cli.main import main
from investment_portal.cli.status_report.fill_rates import rates
from investment_portal.cli.status_report.report import SECTIONS, status_report
from investment_portal.cli.status_report.sections import working_days_after
from investment_portal.cli.status_report.translations import lines_of
from investment_portal.languages import LANGUAGES
from investment_portal.models.text import mostly_chinese
from investment_portal.validation.record_reader import read_portal
from tests.overlay import lay
from tests.sites import Site

HERE = Path(__file__).parent
DAY = "2026-11-24"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Lay the edits of this folder over the tiny portal."""
    return lay(HERE, tmp_path / "portal")


def git(root: Path, *arguments: str, at: str = "2026-01-01") -> None:
    """Run git on a fixed day, by nobody in particular."""
    program = shutil.which("git")
    assert program, "git is missing"
    who = {f"GIT_{role}_{type_}": "a@b.cn" for role in ("AUTHOR", "COMMITTER") for type_ in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{at}T00:00:00Z" for role in ("AUTHOR", "COMMITTER")}
    environment = {**os.environ, **who, **when, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run([program, "-C", str(root), *arguments], check=True, capture_output=True, env=environment)  # noqa: S603 - git by its full path


def committed(root: Path) -> Path:
    """Put a portal into a repository."""
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "all", at="2026-02-01")
    return root


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_clerk_reads(
    portal: Path, language: str, golden: Callable[[Path, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """The golden text; the command ends well although there is much to do."""
    assert main(["status", "--lang", language, "--date", DAY], portal) == 0
    golden(HERE / f"status.{language}.txt", capsys.readouterr().out)


def test_every_section_has_an_item(portal: Path) -> None:
    """A section without an item in the example would not be in the golden text."""
    report = status_report(read_portal(portal), date.fromisoformat(DAY))
    empty = {result.section.id for result in report.results if not result.items}
    assert empty == {"stale", "coverage"}
    assert [result.section for result in report.results] == list(SECTIONS)


def test_json_says_the_same(portal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With places, in both languages."""
    assert main(["status", "--format", "json", "--date", DAY], portal) == 0
    status = json.loads(capsys.readouterr().out)
    assert status["day"] == DAY
    assert [section["id"] for section in status["sections"]] == [section.id for section in SECTIONS]
    items = [item for section in status["sections"] for item in section["items"]]
    assert all(item["file"] and item["sentence"]["zh"] and item["sentence"]["en"] for item in items)
    assert {"field", "label", "filled", "of"} == status["fill"][0].keys()
    shown = {facet["facet"]: facet["shown"] for facet in status["facets"]}
    assert shown["sector"]
    assert not shown["time"]


def test_a_gap_in_the_coverage(portal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One matter for each sector."""
    file = portal / "policies" / "equipment-grant.yaml"
    file.write_text(file.read_text("utf-8").replace("enterprise_types: all", "enterprise_types: [sme]"), "utf-8")
    assert main(["status", "--lang", "en", "--date", DAY], portal) == 0
    output = capsys.readouterr().out
    for sector in ("Food", "Machinery"):
        assert output.count(f"No policy in force in “{sector}” for: Large enterprise, High-tech enterprise,") == 1
    assert output.count("Sole trader, State-owned enterprise.") == 2


def test_errors_are_not_passed_over(portal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unreadable records are not listed; the command says so, and its exit code too."""
    (portal / "projects" / "bottling-line.yaml").write_text("name: [", "utf-8")
    assert main(["status", "--lang", "en", "--date", DAY], portal) == 1
    assert "run investment-portal check and mend" in capsys.readouterr().err


def test_a_translation_that_its_source_has_outrun(portal: Path) -> None:
    """By commit, line by line; a change of both at once, and one of the English alone, are none."""
    committed(portal)
    file = portal / "policies" / "equipment-grant.yaml"
    file.write_text(
        file.read_text("utf-8").replace("topic: {zh: 设备, en: Equipment}", "topic:\n  zh: 设备\n  en: Equipment"),
        "utf-8",
    )
    git(portal, "commit", "--quiet", "-am", "both", at="2026-03-01")
    assert stale(portal) == []
    file.write_text(file.read_text("utf-8").replace("  zh: 设备\n", "  zh: |\n    设备投资\n    补助\n"), "utf-8")
    git(portal, "commit", "--quiet", "-am", "Chinese", at="2026-04-01")
    page = portal / "docs" / "zh" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n新增一段。\n", "utf-8")
    git(portal, "commit", "--quiet", "-am", "page", at="2026-05-01")
    assert stale(portal) == [
        ("policies/equipment-grant.yaml", "topic.en", "The Chinese is of 2026-04-01, the English of 2026-03-01."),
        ("docs/en/about.md", "", "The Chinese is of 2026-05-01, the English of 2026-02-01."),
    ]
    file.write_text(file.read_text("utf-8").replace("  en: Equipment\n", "  en: Investment in equipment\n"), "utf-8")
    git(portal, "commit", "--quiet", "-am", "English", at="2026-06-01")
    assert [item[0] for item in stale(portal)] == ["docs/en/about.md"]
    file.write_text(file.read_text("utf-8").replace("    补助\n", "    补助资金\n"), "utf-8")
    assert (
        "policies/equipment-grant.yaml",
        "topic.en",
        "The Chinese is newer than the English of 2026-06-01.",
    ) in stale(portal)


def stale(portal: Path) -> list[tuple[str, str, str]]:
    """Return the stale translations as file, key and sentence."""
    report = status_report(read_portal(portal), date.fromisoformat(DAY))
    (result,) = [section_result for section_result in report.results if section_result.section.id == "stale"]
    assert result.unavailable is None
    return [(item.file, item.path, item.sentence.en) for item in result.items]


def test_a_file_that_git_does_not_know_has_no_lines(portal: Path) -> None:
    """Neither outside a repository nor inside."""
    assert lines_of(portal, "policies/nothing.yaml") == []
    committed(portal)
    assert lines_of(portal, "policies/nothing.yaml") == []
    assert len(lines_of(portal, "policies/equipment-grant.yaml")) > 10


def test_rates_count_each_field_a_project_may_leave_empty(real: Site) -> None:
    """By hand for a few; the least filled come first."""
    by_field = {rate.field: rate for rate in rates(real.catalog)}
    projects = real.catalog.projects.values()
    assert all(rate.of == len(projects) for rate in by_field.values())
    assert by_field["conditions.rail"].filled == sum(project.conditions.rail is not None for project in projects)
    assert by_field["returns.irr"].filled == sum(project.returns.irr is not None for project in projects)
    assert by_field["chain_node"].filled == sum(project.chain_node is not None for project in projects)
    assert "name" not in by_field
    assert "verified_on" not in by_field
    percents = [rate.percent for rate in rates(real.catalog)]
    assert percents == sorted(percents)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("泸州市江阳区", True),
        ("Rules (关于有效应对新冠肺炎疫情)", True),
        ("Rules on epidemic support (关于有效应对)", False),
        ("", False),
    ],
)
def test_mostly_chinese(text: str, wanted: bool) -> None:
    """A name in brackets does not make a text untranslated."""
    assert mostly_chinese(text) is wanted


def test_working_days() -> None:
    """Over a weekend."""
    assert working_days_after(date(2026, 11, 20), 7) == date(2026, 12, 1)
    assert working_days_after(date(2026, 11, 23), 1) == date(2026, 11, 24)
