"""Inputs of the checks, so that a build may reuse their findings."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from investment_portal.domain.summary import summary_of
from investment_portal.models.catalog import Catalog
from investment_portal.validation.record_reader import read_portal
from investment_portal.validation.rule_runner import (
    all_findings,
    dated_portal_findings,
    dated_record_findings,
    portal_findings,
    problems_of,
    readable_findings,
    record_findings,
)
from tests.conftest import DAY
from tests.overlay import cases, lay


class Closed(Mapping[str, Any]):
    """Records that can be counted but not read."""

    def __init__(self, length: int) -> None:
        """Hide so many records."""
        self.length = length

    def __len__(self) -> int:
        """Return their number."""
        return self.length

    def __iter__(self) -> Iterator[str]:
        """Refuse to list them."""
        raise AssertionError("a check lists projects")

    def __getitem__(self, id_: str) -> Any:
        """Refuse to open one."""
        raise AssertionError(f"a check reads the project {id_}")


def with_projects(catalog: Catalog, projects: Mapping[str, Any]) -> Catalog:
    """Return a catalogue with other projects under the same ids."""
    return Catalog(catalog.site, {**catalog.records, "project": projects}, catalog.ids, catalog.unread)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_checks_read_of_projects(case: Path, tmp_path: Path) -> None:
    """A record check reads no other project, a check of the portal reads summaries."""
    portal = read_portal(lay(case, tmp_path / "portal"))
    catalog = portal.catalog
    assert isinstance(catalog.former, Mapping)  # Former ids are remembered: checks may use them.
    closed = catalog.with_projects(Closed(len(catalog.projects)))
    short = with_projects(catalog, {id_: summary_of(project) for id_, project in catalog.projects.items()})
    findings = [*portal_findings(short), *dated_portal_findings(short, DAY)]
    for kind, id_, record in catalog.everything():
        findings += record_findings(kind, id_, record, closed)
        findings += dated_record_findings(kind, id_, record, closed, DAY)
    assert findings == list(all_findings(catalog, DAY))
    findings += readable_findings(portal, closed)
    assert sorted({*portal.problems, *map(portal.problem, findings)}) == problems_of(portal, DAY)


def test_a_list_that_cannot_be_read_is_not_judged(tmp_path: Path) -> None:
    """Its file is reported, and nothing else about it or about references to it."""
    portal = read_portal(lay(cases()[0], tmp_path / "portal"))
    unread = frozenset({"sector", "site"})
    blind = Catalog(portal.catalog.site, portal.catalog.records, portal.catalog.ids, unread)
    findings = list(all_findings(blind, DAY))
    assert findings
    assert unread.isdisjoint(finding.kind for finding in findings)
    assert not any(finding.rule in {"announced-total", "route-missing", "forbidden-terms"} for finding in findings)
