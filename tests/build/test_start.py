"""A run imports what it needs, and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from investment_portal.cli.main import NAMES, command, command_argument, main
from tests.sites import REPOSITORY, TINY_DAY, tiny_portal

HEAVY = ("investment_portal.models.kinds", "jinja2", "markdown_it", "babel", "yaml", "mkdocs", "watchdog")


def imported(*arguments: str) -> set[str]:
    """Run a command; give the names of all modules that it imported."""
    command = [sys.executable, "-X", "importtime", str(REPOSITORY / "build_catalog.py"), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def test_a_build_without_changes_looks_at_files_only(tmp_path: Path) -> None:
    """No model, no template: half a second that a nightly run, or a second click, does not wait."""
    portal = tiny_portal(tmp_path / "portal")
    call = ["--portal", str(portal), "build", "--out", str(tmp_path / "site"), "--date", TINY_DAY.isoformat()]
    first = imported(*call)
    assert {"investment_portal.models.kinds", "jinja2"} <= first
    again = imported(*call)
    assert [name for name in HEAVY if name in again] == []


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["build", "--out", "check"], ("build",)),
        (["--lang", "en", "check"], ("check",)),
        (["--lang=en", "--portal=x", "new", "project"], ("new",)),
        (["chek"], NAMES),
        (["--help"], NAMES),
        ([], NAMES),
    ],
)
def test_the_command_asked_for(arguments: list[str], names: tuple[str, ...]) -> None:
    """Is the only one that is imported."""
    assert tuple(command_argument(arguments)) == names


def test_every_command_has_its_name() -> None:
    """By which it is found."""
    assert [command(name).name for name in NAMES] == list(NAMES)


def test_timings_and_jobs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each stage with its seconds, then how much was done; a wrong number of processes is wrong usage."""
    portal = tiny_portal(tmp_path / "portal")
    call = ["build", "--lang", "en", "--date", TINY_DAY.isoformat(), "--out", str(tmp_path / "site")]
    assert main([*call, "--timings", "--jobs", "1"], portal) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0].strip() for line in lines[:-1] if line.startswith("  ")] == [
        "read records", "check", "layouts", "history", "make pages", "other files", "check links", "publish",
        "keep for the next build",
    ]  # fmt: skip
    assert lines[-1].startswith("  parsed ")
    for typed in ("0", "-1", "x", "1.5", "99999", ""):
        assert main([*call, f"--jobs={typed}"], portal) == 2
    assert "--jobs is a whole number" in capsys.readouterr().err


def test_names_are_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    """The phrases that tell how Chinese is read take as much memory as the portal: they go once the names are read."""
    portal = tiny_portal(tmp_path / "portal")
    program = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from investment_portal.build.build import build\n"
        "from investment_portal.build.result import BuildOptions\n"
        "root = Path(sys.argv[1]); build(root, root / 'site', date.fromisoformat(sys.argv[2]), BuildOptions(jobs=1))\n"
        "print('pypinyin' in sys.modules, (root / '.cache' / 'readings').is_file())"
    )
    call = [sys.executable, "-c", program, str(portal), TINY_DAY.isoformat()]
    done = subprocess.run(call, check=True, capture_output=True, text=True, cwd=REPOSITORY)  # noqa: S603 - our own program
    assert done.stdout.split() == ["False", "True"]
