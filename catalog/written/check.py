"""Checks every hand-written page of a portal."""

from pathlib import Path

from catalog.model.catalog import Catalog
from catalog.problems import Problem
from catalog.written.page import read_pages
from catalog.written.registry import PAGE_RULES
from catalog.written.rule import Written
from catalog.written.settings import settings_problems


def page_problems(root: Path, catalog: Catalog) -> list[Problem]:
    """Give all problems of the pages and of their settings."""
    pages, problems = read_pages(root)
    written = Written(root, pages, catalog)
    found = [problem for rule in PAGE_RULES for problem in rule.check(written)]
    return [*settings_problems(root), *problems, *found]


def asset_files(root: Path) -> dict[str, Path]:
    """Give the files that pages of both languages share: those below ``docs/assets``, by their path there."""
    folder = root / "docs" / "assets"
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
