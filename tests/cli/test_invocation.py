"""Proposed commands work for the person who reads them, however the generator was started."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from investment_portal.cli.command import DONE, USAGE
from investment_portal.cli.invocation import Invocation
from investment_portal.cli.main import main
from investment_portal.version import version
from tests.sites import REPOSITORY


def program(folder: Path, name: str) -> Path:
    """Write a program that can be run."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder where the shell finds programs, and no others; the current folder is beside it."""
    (tmp_path / "here").mkdir()
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "bin"


def test_installed_command(shell: Path, tmp_path: Path) -> None:
    """By its name where the shell finds it, else by its path; another portal is named."""
    command = program(shell, "investment-portal")
    started = Invocation(str(command), Path.cwd())
    assert started.line("check") == "investment-portal check"
    assert started.line("new", "project", "a b") == "investment-portal new project 'a b'"
    assert started.line("check", portal=tmp_path / "other") == f"investment-portal check --portal {tmp_path / 'other'}"
    assert started.line("check", portal=tmp_path / "here/inner") == "investment-portal check --portal inner"
    aside = program(tmp_path / "here/.venv/bin", "investment-portal")
    assert Invocation(str(aside), Path.cwd()).line("check") == ".venv/bin/investment-portal check"
    aside = program(tmp_path / "env", "investment-portal")
    assert Invocation(str(aside), Path.cwd()).line("check") == f"{aside} check"


def test_checkout(shell: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By make where it has a target for just this; else by the Python that runs."""
    checkout = tmp_path / "here"
    python = program(checkout / ".venv/bin", "python")
    monkeypatch.setattr(sys, "executable", str(python))
    started = Invocation("build_catalog.py", checkout)
    assert started.line("check") == ".venv/bin/python build_catalog.py check"
    (checkout / "Makefile").touch()
    assert started.line("check") == ".venv/bin/python build_catalog.py check"
    program(shell, "make")
    assert started.line("check") == "make check"
    assert started.line("build") == "make site"
    assert started.line("check", "--strict") == ".venv/bin/python build_catalog.py check --strict"
    assert started.line("new", "project", "mill") == ".venv/bin/python build_catalog.py new project mill"
    assert started.line("check", portal=checkout / "b").endswith(" check --portal b")
    monkeypatch.chdir(tmp_path)
    assert (
        Invocation("here/build_catalog.py", checkout).line("check")
        == f"{Path('here/.venv/bin/python')} here/build_catalog.py check"
    )
    monkeypatch.setattr(sys, "executable", str(program(shell, "python3")))
    assert Invocation("here/build_catalog.py", checkout).line("check") == "python3 here/build_catalog.py check"


def test_a_python_without_the_libraries() -> None:
    """The checkout names the line that works, in both languages, instead of a traceback."""
    command = [sys.executable, "-S", "build_catalog.py", "check", "--strict"]
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(command, cwd=REPOSITORY, env=surroundings, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == USAGE
    zh, en = done.stderr.splitlines()
    line = en.partition("→ Run ")[2]
    assert zh.endswith(line)
    assert line in {".venv/bin/python build_catalog.py check --strict", "make install"}


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """It is that of ``pyproject.toml``."""
    assert main(["--version"], REPOSITORY) == DONE
    assert capsys.readouterr().out == f"investment-portal {version()}\n"
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == version()
