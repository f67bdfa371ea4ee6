"""Imports only go down: whoever reads a module knows that nothing above it matters."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import catalog

ROOT = Path(catalog.__file__).parent
PACKAGES = ("catalog", "investment_portal")

ORDER = (
    "value",
    "languages",
    "memo",
    "stages",
    "git",
    "problems",
    "quantities",
    "read",
    "model",
    "explain",
    "load",
    "schema",
    "scaffold",
    "derive",
    "rules",
    "status",
    "show",
    "history",
    "views",
    "written",
    "assets",
    "search",
    "pour",
    "outputs",
    "publish",
    "notes",
    "serve",
    "commands",
)
"""Parts of the package, from the ground up; ``build`` joins those below for the commands."""

MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def part_of(name: str) -> str:
    """Name the part to which a module of the package belongs."""
    return name.removeprefix("catalog.").split(".")[0]


def imports_of(path: Path) -> set[str]:
    """Give the modules of the package that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports say the full name"
            module = node.module or ""
            found.update(f"catalog.{alias.name}" for alias in node.names) if module == "catalog" else found.add(module)
    return {name for name in found if name.startswith("catalog.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_down(path: Path) -> None:
    """A module imports from its own part and from those below."""
    relative = path.relative_to(ROOT)
    own = relative.parts[0].removesuffix(".py")
    assert own in ORDER, f"say in ORDER where {own} stands"
    above = ORDER[ORDER.index(own) + 1 :]
    assert {name for name in imports_of(path) if part_of(name) in above} == set()


def test_no_imports_in_a_circle() -> None:
    """Of modules of either package, imports within functions included."""
    top = ROOT.parent
    files = [path for package in PACKAGES for path in (top / package).rglob("*.py")]
    names = {path.relative_to(top).with_suffix("").as_posix().replace("/", "."): path for path in files}
    graph = {name: {one for one in imported_by(path) if one in names} for name, path in names.items()}
    assert set(TopologicalSorter(graph).static_order()) == set(names)


def imported_by(path: Path) -> set[str]:
    """Return the names that a module imports, each also with the name of its module before it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_stay_small(path: Path) -> None:
    """A file above 250 lines holds two things."""
    assert len(path.read_text("utf-8").splitlines()) <= 250


@pytest.mark.parametrize("library", ["yaml"])
def test_one_door_to_yaml(library: str) -> None:
    """Nothing but the part that reads opens YAML."""
    users = {
        path.relative_to(ROOT).parts[0]
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Import) and library in {alias.name.split(".")[0] for alias in node.names})
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == library)
    }
    assert users == {"read"}
