"""All problems of a portal in one run: the names of its files, its records, its hand-written pages."""

from datetime import date
from pathlib import Path

from catalog.load.portal import Portal
from catalog.load.reading import read_portal
from catalog.problems import Problem
from catalog.rules.run import problems_of
from catalog.written.check import asset_files, page_problems
from catalog.written.files import missing_files
from investment_portal.content.paths import path_problems


def validate(root: Path, day: date) -> tuple[Portal, list[Problem]]:
    """Read a portal; return it with all its problems, sorted by place, each once."""
    portal = read_portal(root)
    catalog = portal.catalog
    problems = {*path_problems(root), *problems_of(portal, day), *page_problems(root, catalog)}
    problems |= {portal.problem(finding) for finding in missing_files(catalog, frozenset(asset_files(root)))}
    return portal, sorted(problems)
