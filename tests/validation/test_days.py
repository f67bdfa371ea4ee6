"""Time never stops publishing: on every day to come the seed portal has no error, and no route leads to who lapsed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from investment_portal.domain.change_days import portal_edges, project_edges
from investment_portal.domain.routes import escalation, reachable, route
from investment_portal.domain.summary import summary_of
from investment_portal.languages import LANGUAGES
from investment_portal.models.catalog import Catalog
from investment_portal.models.reference import each
from investment_portal.problems import Level
from investment_portal.validation.record_reader import read_portal
from investment_portal.validation.rule_runner import all_findings, dated_portal_findings, dated_record_findings
from investment_portal.validation.rules.dates import PAST
from tests.sites import built, real_portal

ONE_DAY = timedelta(days=1)
LAST = date(2035, 12, 31)
SAMPLE = 40
"""Of so many days ``make test`` takes one; ``make audit`` takes all."""

LADDER = re.compile(r'<ol class="ladder">(.*?)</ol>', re.DOTALL)
CONTACT = re.compile(r'href="[./]*(?:contacts/)?([a-z0-9-]+)/"')

BUILT = (date(2028, 1, 1), date(2035, 12, 31))
"""Days on which the whole site is built: the day after most contacts lapsed, and one on which everything has ended."""

BETWEEN = tuple(date(year, month, 1) for year in range(2027, 2031) for month in (1, 4, 7, 10))
"""Days on which ``make audit`` builds it as well."""


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the seed portal."""
    return real_portal(tmp_path_factory.mktemp("seed") / "portal")


@pytest.fixture(scope="module")
def catalog(seed: Path) -> Catalog:
    """Return the records of the seed portal."""
    return read_portal(seed).catalog


def newest(catalog: Catalog) -> date:
    """Return the newest of the dates that must lie in the past."""
    dates = (each(date, record) for _, _, record in catalog.everything())
    return max(day for dates_ in dates for path, day in dates_ if path[-1] in PAST)


def days_to_come(catalog: Catalog) -> Iterator[date]:
    """Yield the first day of every month, and every edge of a record with the day before and the day after."""
    start = newest(catalog)
    edges = set(portal_edges(catalog))
    edges.update(*(project_edges(summary_of(project), catalog.site) for project in catalog.projects.values()))
    months = {date(year, month, 1) for year in range(start.year, LAST.year + 1) for month in range(1, 13)}
    around = {edge + step * ONE_DAY for edge in edges for step in (-1, 0, 1)}
    return (day for day in sorted({start, LAST, *months, *around}) if start <= day <= LAST)


def errors_on(catalog: Catalog, day: date) -> list[str]:
    """Return the errors that depend on the day."""
    findings = list(dated_portal_findings(catalog, day))
    for kind, id_, record in catalog.everything():
        findings += dated_record_findings(kind, id_, record, catalog, day)
    return [
        f"{day}: {finding.rule} {finding.kind}/{finding.id}" for finding in findings if finding.level is Level.ERROR
    ]


def lapsed_in_routes(catalog: Catalog, day: date) -> set[str]:
    """Return the contacts that cannot be reached on a day and that a route leads to all the same."""
    named = {tuple(project.contacts) for project in catalog.projects.values()}
    routes = [(None, contacts) for contacts in named] + [(origin, ()) for origin in (None, *catalog.origins)]
    led_to = {leg.contact.id for leg in escalation(catalog, day, None)}
    for contact in catalog.contacts.values():
        led_to |= {leg.contact.id for leg in escalation(catalog, day, contact)}
    for language in LANGUAGES:
        for sector in (None, *catalog.sectors):
            for origin, contacts in routes:
                legs = route(catalog, day, origin=origin, sector=sector, language=language, contacts=contacts)
                led_to |= {leg.contact.id for leg in legs}
    return led_to - {contact.id for contact in reachable(catalog, day)}


def test_no_day_to_come_brings_an_error(catalog: Catalog, request: pytest.FixtureRequest) -> None:
    """Nor a route to somebody who no longer answers."""
    days = list(days_to_come(catalog))
    assert not [finding for finding in all_findings(catalog, days[0]) if finding.level is Level.ERROR]
    errors: list[str] = []
    for day in days if request.config.getoption("--all") else days[::SAMPLE]:
        errors += errors_on(catalog, day)
        errors += [f"{day}: a route leads to {id_}" for id_ in sorted(lapsed_in_routes(catalog, day))]
    assert errors == []


def test_the_whole_site_is_built_years_later(
    catalog: Catalog, seed: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Lapsed contacts keep their pages, which say so; no list of whom to ask names one."""
    for day in sorted({*BUILT, *(BETWEEN if request.config.getoption("--all") else ())}):
        out = built(seed, tmp_path / "site", day).out
        lapsed = {contact.id for contact in catalog.contacts.values() if contact.lapsed(day)}
        for id_ in lapsed:
            assert "已到期" in (out / f"contacts/{id_}/index.html").read_text("utf-8"), day
            assert "Lapsed" in (out / f"en/contacts/{id_}/index.html").read_text("utf-8"), day
        for path in out.rglob("*.html"):
            for shown in LADDER.findall(path.read_text("utf-8")):
                assert lapsed.isdisjoint(CONTACT.findall(shown)), (day, path)
