"""Runs every rule over a portal."""

from datetime import date

from catalog.load.portal import Portal
from catalog.problems import Problem
from catalog.rules.registry import RULES


def problems_of(portal: Portal, day: date) -> list[Problem]:
    """Give all problems of a portal, those of reading and those of the rules, sorted by place, each once."""
    catalog = portal.catalog
    found = [portal.problem(one) for rule in RULES if rule.can_run(catalog) for one in rule.findings(catalog, day)]
    return sorted({*portal.problems, *found})
