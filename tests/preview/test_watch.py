"""Which changes are noticed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from investment_portal.preview.watch import FOLDERS, Watch


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the folders of a portal, without policies."""
    for name in FOLDERS - {"policies"}:
        (tmp_path / name).mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "district" / "parks").mkdir()
    return tmp_path


@pytest.fixture
def watch(root: Path) -> Iterator[Watch]:
    """Watch them."""
    watch = Watch(root)
    watch.start()
    yield watch
    watch.close()


def write(path: Path) -> None:
    """Save a file."""
    path.write_text("x: 1\n", "utf-8")


@pytest.mark.parametrize(
    "name", ["projects/a.yaml", "district/site.yaml", "district/parks/b.yaml", "mkdocs.yml", "docs/new/page.md"]
)
def test_inputs_are_noticed(watch: Watch, root: Path, name: str) -> None:
    """A save of anything that goes into the site is told, by name."""
    (root / name).parent.mkdir(exist_ok=True)
    write(root / name)
    changed = next(watch.changes())
    assert Path(name).parts[0] in {Path(name_).parts[0] for name_ in changed}


def test_the_theme_is_watched(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever works on the theme sees each save as well; byte code is none."""
    theme = tmp_path / "package" / "theme"
    (theme / "__pycache__").mkdir(parents=True)
    monkeypatch.setattr("investment_portal.preview.watch.THEME", theme)
    watch = Watch(root)
    watch.start()
    write(theme / "__pycache__" / "a.pyc")
    write(theme / "main.html")
    assert next(watch.changes()) == ["package/theme/main.html"]
    watch.close()


def test_other_files_are_not(watch: Watch, root: Path) -> None:
    """Output, other files and what editors put aside are not told; nor is reading."""
    for name in ("site/index.html", "README.md", "projects/.a.yaml.swp", "projects/a.yaml~"):
        write(root / name)
    write(root / "projects" / "b.yaml")
    assert next(watch.changes()) == ["projects/b.yaml"]
    (root / "projects" / "b.yaml").read_text("utf-8")
    write(root / "contacts" / "c.yaml")
    assert next(watch.changes()) == ["contacts/c.yaml"]


def test_one_save_is_told_once(watch: Watch, root: Path) -> None:
    """Files that are written together are told together, each once."""
    for _ in range(3):
        for name in ("a", "b"):
            write(root / "projects" / f"{name}.yaml")
    assert next(watch.changes()) == ["projects/a.yaml", "projects/b.yaml"]


def test_folders_that_come_and_go(watch: Watch, root: Path) -> None:
    """A folder made later is watched; so is one that was away."""
    changes = watch.changes()
    (root / "policies").mkdir()
    assert "policies" in next(changes)
    write(root / "policies" / "a.yaml")
    assert "policies/a.yaml" in next(changes)
    (root / "projects").rename(root / "elsewhere")
    assert "projects" in next(changes)
    (root / "elsewhere").rename(root / "projects")
    assert "projects" in next(changes)
    write(root / "projects" / "b.yaml")
    assert "projects/b.yaml" in next(changes)


def test_stop(watch: Watch, root: Path) -> None:
    """A save before the end is still reported."""
    write(root / "mkdocs.yml")
    changes = watch.changes()
    assert next(changes) == ["mkdocs.yml"]
    watch.stop()
    assert list(changes) == []


def test_where_nobody_may_watch(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses, the folders are looked at again and again."""
    watch = Watch(root)

    def refuse() -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watch._observer, "start", refuse)  # noqa: SLF001 - the system's refusal cannot be had otherwise
    watch.start()
    try:
        write(root / "projects" / "a.yaml")
        assert "projects/a.yaml" in next(watch.changes())
    finally:
        watch.close()
