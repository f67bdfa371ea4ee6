"""Compiled templates are stored beside the package's byte code, and nowhere else."""

import sys
from pathlib import Path

import pytest

import investment_portal
from investment_portal.rendering import compiled
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from tests.overlay import PAGES


@pytest.fixture(autouse=True)
def byte_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Store byte code, whatever the environment says."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def render(root: Path, text: str = "{{ 1 + 1 }}") -> str:
    """Write a template and render it."""
    path = root / PAGES / "page.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return Templates(Sources(root), root / "store").render("page.html")


def stored(root: Path) -> list[Path]:
    """Return the stored sources."""
    return sorted((root / "store").glob("*.py"))


def never(*_: object, **__: object) -> str:
    """Compile nothing."""
    raise AssertionError("compiled again")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run imports what the first one stored, byte code included."""
    assert render(tmp_path) == "2"
    assert len(stored(tmp_path)) == 1
    assert list((tmp_path / "store").rglob("*.pyc"))
    monkeypatch.setattr("jinja2.Environment.compile", never)
    assert render(tmp_path) == "2"


def test_a_change_compiles_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a template, and of the code that compiles."""
    assert render(tmp_path) == "2"
    assert render(tmp_path, "{{ 2 + 1 }}") == "3"
    monkeypatch.setattr(compiled, "writer", lambda: b"another version")
    assert render(tmp_path, "{{ 2 + 1 }}") == "3"
    assert len(stored(tmp_path)) == 3


def test_damage_is_mended(tmp_path: Path) -> None:
    """A file that is no Python is compiled again and replaced."""
    render(tmp_path)
    (path,) = stored(tmp_path)
    good = path.read_text("utf-8")
    path.write_text(good[: len(good) // 2] + "(", "utf-8")
    assert render(tmp_path) == "2"
    assert path.read_text("utf-8") == good


def test_nothing_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder cannot be written, or nothing may be stored, templates work all the same."""
    (tmp_path / "store").write_text("a file")
    assert render(tmp_path) == "2"
    (tmp_path / "store").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert render(tmp_path) == "2"
    assert not (tmp_path / "store").exists()


def test_old_files_are_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder does not grow with every change."""
    monkeypatch.setattr(compiled, "LIMIT", 2)
    for number in range(4):
        assert render(tmp_path, f"{{{{ {number} }}}}") == str(number)
    assert len(stored(tmp_path)) == 2
    assert len(list((tmp_path / "store").rglob("*.pyc"))) == 2


def test_the_folder_is_the_packages() -> None:
    """Code from a portal's folder or its cache is never run."""
    package = Path(investment_portal.__file__).parent
    assert compiled.FOLDER.is_relative_to(package)
    assert "__pycache__" in compiled.FOLDER.parts
