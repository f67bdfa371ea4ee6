"""Run the rules over one record, over the portal as a whole, or over everything.

The four parts are separate because their results last for different times: see ``validation/rule.py``.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, TypeVar

from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.problems import Finding, Problem
from investment_portal.validation.loaded_portal import LoadedPortal, ReadablePart
from investment_portal.validation.registry import RULES
from investment_portal.validation.rule import Check, DatedPortalCheck, DatedRecordCheck, PortalCheck, RecordCheck

AnyCheck = TypeVar("AnyCheck", bound=Check)


def problems_of(portal: LoadedPortal, day: date, public: Catalog | None = None) -> list[Problem]:
    """Return all problems of a portal, those of reading and those of the rules, sorted by place, each once.

    ``public`` are its records without those to come, where there are such.
    """
    findings = all_findings(portal.catalog, day, public)
    readable = readable_findings(portal, portal.catalog)
    return sorted({*portal.problems, *(portal.problem(finding) for finding in (*findings, *readable))})


def all_findings(catalog: Catalog, day: date, public: Catalog | None = None) -> Iterator[Finding]:
    """Yield the findings of all rules; those about the portal of a day look at what is ``public`` on it."""
    yield from portal_findings(catalog)
    yield from dated_portal_findings(public or catalog, day)
    for kind, id_, record in catalog.everything():
        yield from record_findings(kind, id_, record, catalog)
        yield from dated_record_findings(kind, id_, record, catalog, day)


def record_findings(kind: str, id_: str, record: Model, catalog: Catalog) -> Iterator[Finding]:
    """Yield the findings of the undated record checks in one record.

    They depend on the record, the settings, the records of all kinds but projects, the ids, and the unread lists.
    """
    for rule, check in _undated(type(record)) if kind not in catalog.unread else ():
        if check.can_run(catalog):
            for violation in check.violations(record, catalog):
                yield violation.finding(rule, kind, id_)


def dated_record_findings(kind: str, id_: str, record: Model, catalog: Catalog, day: date) -> Iterator[Finding]:
    """Yield the findings of the dated record checks in one record; they depend on the day besides."""
    for rule, check in _dated(type(record)) if kind not in catalog.unread else ():
        if check.can_run(catalog):
            for violation in check.violations(record, catalog, day):
                yield violation.finding(rule, kind, id_)


def portal_findings(catalog: Catalog) -> Iterator[Finding]:
    """Yield the findings of the undated portal checks; of projects they depend on summaries only."""
    for rule, check in _checks(PortalCheck):
        if check.can_run(catalog):
            for kind, id_, violation in check.violations(catalog):
                if kind not in catalog.unread:
                    yield violation.finding(rule, kind, id_)


def dated_portal_findings(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Yield the findings of the dated portal checks; they depend on the day besides."""
    for rule, check in _checks(DatedPortalCheck):
        if check.can_run(catalog):
            for kind, id_, violation in check.violations(catalog, day):
                if kind not in catalog.unread:
                    yield violation.finding(rule, kind, id_)


def readable_findings(portal: LoadedPortal, catalog: Catalog) -> Iterator[Finding]:
    """Yield the findings in what could be read of the records with mistakes, so that all are reported in one run."""
    for (kind, id_), part in portal.readable.items():
        yield from findings_of_part(kind, id_, part, catalog)


def findings_of_part(kind: str, id_: str, part: ReadablePart, catalog: Catalog) -> Iterator[Finding]:
    """Yield the findings in what could be read of a record, about what could be read."""
    for rule, check in _undated(type(part.record)) if kind not in catalog.unread else ():
        if check.readable and check.can_run(catalog):
            for violation in check.violations(part.record, catalog):
                if part.holds(violation.path):
                    yield violation.finding(rule, kind, id_)


@cache
def _undated(model: type[Model]) -> list[tuple[str, RecordCheck[Any]]]:
    return [(rule, check) for rule, check in _checks(RecordCheck) if issubclass(model, check.model)]


@cache
def _dated(model: type[Model]) -> list[tuple[str, DatedRecordCheck[Any]]]:
    return [(rule, check) for rule, check in _checks(DatedRecordCheck) if issubclass(model, check.model)]


def _checks(sort: type[AnyCheck]) -> list[tuple[str, AnyCheck]]:
    """Return the checks of one sort, each with the id of its rule."""
    return [(rule.id, check) for rule in RULES for check in rule.checks if isinstance(check, sort)]
