"""Runs every rule over a portal."""

from datetime import date

from catalog.load.portal import Portal
from catalog.model.catalog import Catalog
from catalog.problems import Problem
from catalog.rules.registry import RULES
from catalog.rules.rule import Rule


def problems_of(portal: Portal, day: date) -> list[Problem]:
    """Give all problems of a portal, those of reading and those of the rules, sorted by place, each once."""
    catalog = portal.catalog
    found = [
        portal.problem(finding)
        for rule in RULES
        if _can_run(rule, catalog)
        for finding in rule.check(catalog, day)
        if finding.kind not in catalog.unread
    ]
    return sorted({*portal.problems, *found})


def _can_run(rule: Rule, catalog: Catalog) -> bool:
    if rule.whole and not catalog.whole:
        return False
    return not rule.settings or "site" not in catalog.unread
