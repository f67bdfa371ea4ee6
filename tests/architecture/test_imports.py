"""Imports only go down: a module depends on nothing above its own part."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import investment_portal

ROOT = Path(investment_portal.__file__).parent

ORDER = (
    "theme",
    "value",
    "languages",
    "cldr",
    "characters",
    "memo",
    "git",
    "version",
    "problems",
    "problem_reports",
    "refusals",
    "workers",
    "cache",
    "content",
    "pictures",
    "clock",
    "schema_version",
    "models",
    "domain",
    "validation",
    "formatting",
    "history",
    "components",
    "pages",
    "share_cards",
    "dossiers",
    "rendering",
    "outputs",
    "publish",
    "build",
    "assistants",
    "editing",
    "workbook",
    "translation",
    "preview",
    "starter",
    "migrations",
    "cli",
)
"""Parts of the package, from the bottom up."""

MODULES = sorted(
    path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py" and "__pycache__" not in path.parts
)
PACKAGE = ROOT.name


def part_of(name: str) -> str:
    """Return the part to which a module of the package belongs."""
    return name.removeprefix(f"{PACKAGE}.").split(".")[0]


def imported_by(path: Path) -> set[str]:
    """Return the modules of the package that a module imports, within functions included, and what it takes of them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports must give the full name"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name for name in names if name.startswith(f"{PACKAGE}.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_down(path: Path) -> None:
    """A module imports from its own part and from those below."""
    part = path.relative_to(ROOT).parts[0].removesuffix(".py")
    assert part in ORDER, f"ORDER must give the place of {part}"
    above = ORDER[ORDER.index(part) + 1 :]
    assert {name for name in imported_by(path) if part_of(name) in above} == set()


def test_no_imports_in_a_circle() -> None:
    """Imports within functions are included."""
    names = {path.relative_to(ROOT.parent).with_suffix("").as_posix().replace("/", "."): path for path in MODULES}
    graph = {name: {other for other in imported_by(path) if other in names} for name, path in names.items()}
    assert set(TopologicalSorter(graph).static_order()) == set(names)


def test_small_modules_are_few() -> None:
    """A module holds a concept; many crumbs make a feature hard to follow."""
    small = [path for path in MODULES if path.name != "__init__.py" and len(path.read_text("utf-8").splitlines()) <= 30]
    assert len(small) <= 40


@pytest.mark.parametrize("library", ["yaml"])
def test_one_module_reads_yaml(library: str) -> None:
    """Only the part that reads content opens YAML."""
    users = {
        path.relative_to(ROOT).parts[0]
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Import) and library in {alias.name.split(".")[0] for alias in node.names})
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == library)
    }
    assert users == {"content"}
