"""The package as it is installed: what its wheel holds, and that it works away from the repository."""

import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from investment_portal.cli.command import DONE
from investment_portal.cli.main import run
from investment_portal.content.theme_files import THEME
from investment_portal.rendering.layouts_program import PackageLoader
from tests.sites import REPOSITORY, TINY_DAY, tiny_portal

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, without the internet, and unpack it as an installer does."""
    place = tmp_path_factory.mktemp("wheel")
    uv = Path(sys.executable).with_name("uv")
    command = [str(uv), "build", "--wheel", "--offline", "--quiet", "--out-dir", str(place), str(REPOSITORY)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own tools
    (wheel,) = place.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(place / "installed")
    return place / "installed"


def test_the_wheel_holds_the_package_and_nothing_else(package: Path) -> None:
    """Code and theme whole; no test, record or manual."""
    tops = {path.name for path in package.iterdir()}
    assert tops == {"investment_portal", f"investment_portal-{PROJECT['version']}.dist-info"}
    source = {
        path.relative_to(REPOSITORY)
        for path in (REPOSITORY / "investment_portal").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    held = {path.relative_to(package) for path in (package / "investment_portal").rglob("*") if path.is_file()}
    assert held == source


def test_an_installed_package_builds_a_portal(package: Path, tmp_path: Path) -> None:
    """By its command, which works on the folder in which it is called."""
    program = "import sys; from investment_portal.cli.main import run; sys.argv[0] = 'investment-portal'; run()"
    command = [sys.executable, "-P", "-c", program, "build", "--out", str(tmp_path / "site"), "--date", str(TINY_DAY)]
    surroundings = {**os.environ, "PYTHONPATH": str(package)}
    portal = tiny_portal(tmp_path / "portal")
    done = subprocess.run(command, cwd=portal, env=surroundings, capture_output=True, text=True, check=False)  # noqa: S603 - the same
    assert done.returncode == DONE, done.stderr
    assert "assets/styles/portal." in (tmp_path / "site/index.html").read_text("utf-8")


def test_entry_points() -> None:
    """The command is the one that ``build_catalog.py`` runs; MkDocs finds the same theme installed or not."""
    command, theme = PROJECT["scripts"], PROJECT["entry-points"]["mkdocs.themes"]
    assert EntryPoint("", command["investment-portal"], "").load() is run
    (theme_entry,) = PackageLoader().entry_points.select(group="mkdocs.themes")
    assert {theme_entry.name: theme_entry.value} == theme
    assert Path(str(theme_entry.load().__file__)).parent == THEME
