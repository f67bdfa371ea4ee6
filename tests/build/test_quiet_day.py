"""A day on which no date passes an edge changes no file of the site, so that nothing is copied to its host."""

from datetime import date, timedelta
from pathlib import Path

from investment_portal.build.build import build
from investment_portal.domain.change_days import month_edge, portal_edges, project_edges
from investment_portal.domain.compliance.duty import Inspected
from investment_portal.domain.compliance.report import report
from investment_portal.pages.dataset import Dataset
from tests.sites import Site, built

ONE_DAY = timedelta(days=1)


def quiet_day(data: Dataset, day: date) -> date:
    """Return the first day from ``day`` on that is no edge."""
    edges = set(portal_edges(data.catalog))
    edges.update(*(project_edges(project, data.catalog.site) for project in data.index.projects.values()))
    while day in edges or day == month_edge(day) or _ends_a_state(data, day - ONE_DAY):
        day += ONE_DAY
    return day


def _ends_a_state(data: Dataset, day: date) -> bool:
    """Return whether a day is the last one of a state in the compliance report."""
    duties = report(Inspected(data.catalog, data.index.projects, day)).duties
    return any(duty.assessment.until == day for duty in duties)


def contents(out: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a site."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_a_quiet_day_changes_no_file(real: Site, tmp_path: Path) -> None:
    """Neither between two clean builds nor in a site that is built again; five files would be allowed."""
    quiet = quiet_day(real.data, real.day + ONE_DAY)
    before = built(real.portal, tmp_path / "before", quiet - ONE_DAY)
    clean = built(real.portal, tmp_path / "clean", quiet)
    first, second = contents(before.out), contents(clean.out)
    assert [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)] == []
    again = build(real.portal, before.out, quiet)
    assert again.published
    assert again.published.changed == 0
    assert contents(before.out) == first
