"""Everything that can be wrong with a portal, in one run: its records, and its hand-written pages."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from catalog.kept.kept import Kept
from catalog.kept.making import Asking, Task, complete
from catalog.kept.scan import FILES
from catalog.load.portal import Portal
from catalog.load.reading import read_portal
from catalog.load.state import state_of
from catalog.model.apart import Apart
from catalog.problems import Problem
from catalog.problems.finding import Finding
from catalog.problems.plain import plain, problem
from catalog.rules.registry import RULES
from catalog.rules.rule import NO_DAY, Rule
from catalog.rules.run import problems_of
from catalog.trace.reads import note
from catalog.written.check import asset_files, page_problems
from catalog.written.files import missing_files

WORTH = 400
"""Records to judge for which a second process pays."""


def examine(root: Path, day: date) -> tuple[Portal, list[Problem]]:
    """Read a portal and give all its problems, sorted by place, each once."""
    portal = read_portal(root)
    catalog = portal.catalog
    problems = {*problems_of(portal, day), *page_problems(root, catalog)}
    problems |= {portal.problem(finding) for finding in missing_files(catalog, frozenset(asset_files(root)))}
    return portal, sorted(problems)


def examine_again(portal: Portal, kept: Kept, day: date) -> tuple[list[Problem], int]:
    """Give all problems of a portal that was read, and how much had to be looked at.

    What was found before, and rests on nothing that differs, is not looked for again.
    """
    asking = Asking(lambda _: portal.catalog, portal.record)
    ledger = kept.ledger("examined")
    ledger.compare(state_of(portal, kept.scan, {("@day",): day.isoformat()}), asking.again)
    tasks = list(_tasks(portal, kept, day))
    made = complete(ledger, tasks, asking, kept.jobs, WORTH)
    kept.ledgers.append(ledger)
    portal.catalog.memory.clear()  # what this ledger was told, another does not know
    found = {problem(parts) for task in tasks for parts in ledger.entered(task.key)}
    return sorted({*portal.problems, *found}), len(made)


def _tasks(portal: Portal, kept: Kept, day: date) -> Iterator[Task]:
    """Give everything that is to be looked at: rules of many records, rules of one, the hand-written pages."""
    catalog = portal.catalog
    able = [rule for rule in RULES if rule.can_run(catalog)]
    for rule in able:
        if not rule.apart:
            yield Task(("rule", rule.id), _many(portal, rule, day))
    there = frozenset(asset_files(kept.root))
    groups = [[rule for rule in able if rule.apart and rule.dated is dated] for dated in (False, True)]
    for rules in groups:
        ran, dated = ",".join(rule.id for rule in rules), any(rule.dated for rule in rules)
        for kind, marks in (("site", ["site"]), *((kind, list(own)) for kind, own in catalog.records.items())):
            for id_ in marks:
                yield Task(
                    ("record", kind, id_, ran),
                    _one(portal, kind, id_, rules, day if dated else None, there),
                    (kind, id_),
                )
    yield Task(("pages",), _pages(portal, kept.root))


def _many(portal: Portal, rule: Rule, day: date) -> Callable[[], list[Any]]:
    def look() -> list[Any]:
        if rule.dated:
            note("@day")
        return _plain(portal, rule.findings(portal.catalog, day))

    return look


def _one(  # noqa: PLR0913, PLR0917 - what it takes to look at one record
    portal: Portal, kind: str, id_: str, rules: list[Rule], day: date | None, there: frozenset[str]
) -> Callable[[], list[Any]]:
    def look() -> list[Any]:
        one = Apart(portal.catalog, kind, id_)
        if day:
            note("@day")
        found = [finding for rule in rules for finding in rule.findings(one, day or NO_DAY)]
        if day is None:
            note("@tree", "docs/assets")
            found += missing_files(one, there)
        return _plain(portal, found)

    return look


def _pages(portal: Portal, root: Path) -> Callable[[], list[Any]]:
    def look() -> list[Any]:
        for folder in ("docs", "overrides/words"):
            note("@tree", folder)
        for name in FILES:
            note("@file", name)
        return [plain(one) for one in page_problems(root, portal.catalog)]

    return look


def _plain(portal: Portal, findings: Iterable[Finding]) -> list[Any]:
    return [plain(portal.problem(finding)) for finding in findings]
