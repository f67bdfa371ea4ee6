"""Count the functions that a project passes on its way from its file to its page.

``python -m bench.record_path PORTAL ID`` builds a portal in a temporary folder, in one process, under a profiling hook:
it counts every function of the package that is handed the record, its id, its file, or the input or context of its page
in the first language. ``page`` counts the way from the input of the page to its staged file alone.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from shutil import copytree, ignore_patterns
from types import FrameType
from typing import Any

from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions
from investment_portal.build.shards import PageJob
from investment_portal.components.context import Context
from investment_portal.domain.summary import ProjectSummary
from investment_portal.models.project import Project
from investment_portal.pages.projects.page import ProjectParts
from investment_portal.rendering.pages import ProjectInput

PACKAGE = Path(__file__).parents[1] / "investment_portal"
DAY = date(2026, 11, 24)

Function = tuple[str, str]
"""A function as (file below the package, qualified name)."""


class Counter:
    """The functions that a project passes, in the order in which they are first called."""

    def __init__(self, id_: str) -> None:
        """Take the id of the project."""
        self._id, self._texts = id_, {id_, f"projects/{id_}.yaml", f"projects/{id_}/", f"projects/{id_}/index.html"}
        self.functions: dict[Function, None] = {}
        self.page: dict[Function, None] = {}
        self._within = False

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        """Note a call, as ``sys.setprofile`` reports it."""
        code = frame.f_code
        if code.co_name == "render_shard" and event in {"call", "return"}:
            self._within = event == "call"
        if event != "call" or not code.co_filename.startswith(str(PACKAGE)) or "__pycache__" in code.co_filename:
            return
        if code.co_name.startswith("<"):
            return
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        if any(self._belongs(frame.f_locals.get(name)) for name in names):
            function = str(Path(code.co_filename).relative_to(PACKAGE)), code.co_qualname
            self.functions[function] = None
            if self._within:
                self.page[function] = None

    def _belongs(self, value: Any) -> bool:
        """Return whether an argument is of the project or of its first page."""
        kind = type(value)
        if kind is str:
            return value in self._texts
        if kind in {Project, ProjectSummary}:
            return bool(value.id == self._id)
        if kind is Context:
            return bool(value.language == "zh" and value.address == f"projects/{self._id}/")
        if kind is ProjectInput:
            return bool(value.name == self._id)
        if kind is PageJob:
            return bool(value.path == f"projects/{self._id}/index.html")
        return kind is ProjectParts or (isinstance(value, Path) and value.name == f"{self._id}.yaml")


def count(portal: Path, id_: str, run: Callable[..., Any] = build) -> Counter:
    """Build a copy of a portal; return what its project passed."""
    counter = Counter(id_)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "portal")
        copytree(portal, root, ignore=ignore_patterns(".*", "site"))
        build(root, Path(folder, "site"), DAY, BuildOptions(jobs=1))  # templates are compiled, layouts are cached
        (root / "projects" / f"{id_}.yaml").open("a").write("\n")
        sys.setprofile(counter)
        try:
            run(root, Path(folder, "site"), DAY, BuildOptions(jobs=1))
        finally:
            sys.setprofile(None)
    return counter


def sizes(functions: Iterable[Function]) -> str:
    """Return how many functions there are, in how many files."""
    listed = list(functions)
    return f"{len(listed)} functions in {len({file for file, _ in listed})} files"


def main() -> None:
    """Print the counts and the functions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("portal", type=Path)
    parser.add_argument("id")
    options = parser.parse_args()
    counter = count(options.portal, options.id)
    for file, name in counter.functions:
        print(f"{'page ' if (file, name) in counter.page else '     '} {file}: {name}")
    print(f"from file to page: {sizes(counter.functions)}; the page alone: {sizes(counter.page)}")


if __name__ == "__main__":
    main()
