"""The route is the same in Python and in the browser for the whole seed catalogue; nobody is left without a contact."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace
from playwright.sync_api import Page

from investment_portal.domain.route_declaration import declare
from investment_portal.domain.routes import IN_AREA, ORDER, escalation, in_another_language, route
from investment_portal.languages import LANGUAGES
from investment_portal.models.catalog import Catalog
from investment_portal.validation.record_reader import read_portal
from tests.overlay import SEED
from tests.sites import REAL_DAY

CATALOG = read_portal(SEED).catalog
ORIGINS = (None, *CATALOG.origins)
SECTORS = (None, *CATALOG.sectors)
SPOKEN = sorted({language for contact in CATALOG.contacts.values() for language in contact.languages})
LAPSES = sorted({contact.valid_until for contact in CATALOG.contacts.values() if contact.valid_until})
DAYS = (REAL_DAY, *LAPSES, *(day + timedelta(days=1) for day in LAPSES), date(2199, 12, 31))
"""Today, the last day of each contact and the day after, and a day that no contact was written for."""


@dataclass(frozen=True)
class Question:
    """A reader's question."""

    origin: str | None
    sector: str | None
    language: str
    project: str | None
    day: date

    def answer(self, catalog: Catalog) -> list[list[list[str]]]:
        """Return the route, the project's contacts of another language and the escalation, as the browser does."""
        contacts = catalog.projects[self.project].contacts if self.project else ()
        legs = route(
            catalog, self.day, origin=self.origin, sector=self.sector, language=self.language, contacts=contacts
        )
        others = in_another_language(catalog, self.day, contacts, self.language)
        after = escalation(catalog, self.day, legs[0].contact if legs else None)
        return [
            [[leg.contact.id, leg.why] for leg in legs],
            [[other.id] for other in others],
            [[leg.contact.id, leg.why] for leg in after],
        ]


def questions() -> Iterator[Question]:
    """Yield every origin, sector, language and day; then every project from every origin."""
    for language in (*SPOKEN, "xx"):
        for origin in ORIGINS:
            for day in DAYS:
                yield from (Question(origin, sector, language, None, day) for sector in SECTORS)
            for project in CATALOG.projects.values():
                yield Question(origin, project.sector, language, project.id, REAL_DAY)
    yield Question("atlantis", "alchemy", "zh", None, REAL_DAY)


def in_the_browser(modules: Page, catalog: Catalog, questions_: list[Question]) -> list[Any]:
    """Return the answers of the portal's own module."""
    answers: list[Any] = modules.evaluate(
        """async ([declaration, asked]) => {
          const { route, inAnotherLanguage, escalation } = await import('/contacts/route.js');
          return asked.map(([origin, sector, language, project, day]) => {
            const legs = route(declaration, { origin, sector, language, project, day });
            const others = inAnotherLanguage(declaration, { project, language, day });
            const after = escalation(declaration, { first: legs[0]?.contact, day });
            const told = (leg) => [leg.contact, leg.why];
            return [legs.map(told), others.map((id) => [id]), after.map(told)];
          });
        }""",
        [
            declare(catalog, catalog.projects.values()),
            [
                [question.origin, question.sector, question.language, question.project, question.day.isoformat()]
                for question in questions_
            ],
        ],
    )
    return answers


def test_python_and_the_browser_find_the_same_route(modules: Page) -> None:
    """Contact by contact, reason by reason."""
    cases = list(questions())
    assert len(cases) > 10_000
    answers = in_the_browser(modules, CATALOG, cases)
    differing = [
        (question, browser)
        for question, browser in zip(cases, answers, strict=True)
        if question.answer(CATALOG) != browser
    ]
    assert not differing, differing[:3]


def test_a_circle_of_regions_and_a_withdrawn_contact_are_the_same_too(modules: Page, tiny: Catalog) -> None:
    """Wrong data gives the same result in both, and both end."""
    china = replace(tiny.origins["china"], within="south")
    contacts = {
        **tiny.contacts,
        "bureau": replace(tiny.contacts["bureau"], backup="nobody", valid_until=date(2026, 6, 30)),
        "hotline": replace(tiny.contacts["hotline"], phone=None),
    }
    odd = type(tiny)(
        tiny.site,
        {**tiny.records, "contact": contacts, "origin": {**tiny.origins, "china": china}},
        tiny.ids,
    )
    cases = [
        Question(origin, sector, language, "bottling-line", day)
        for origin in (None, *tiny.origins)
        for sector in (None, *tiny.sectors)
        for language in LANGUAGES
        for day in (date(2026, 6, 30), date(2026, 7, 1))
    ]
    assert in_the_browser(modules, odd, cases) == [question.answer(odd) for question in cases]


def test_nobody_is_left_without_a_contact() -> None:
    """From anywhere, for any sector, in either language of the site, on any day: with a phone or mail, and in order."""
    kinds, area = [kind for kind, _ in ORDER], {why for why, _ in IN_AREA.values()}
    for origin in ORIGINS:
        for sector in SECTORS:
            for language in LANGUAGES:
                for day in DAYS:
                    legs = route(CATALOG, day, origin=origin, sector=sector, language=language)
                    assert legs, (origin, sector, language, day)
                    assert all(leg.contact.phone or leg.contact.mail for leg in legs)
                    ranks = [kinds.index(leg.contact.kind) for leg in legs if leg.why not in area]
                    assert ranks == sorted(ranks), (origin, sector, language, day)


def test_the_order_of_a_route_is_that_of_the_design() -> None:
    """The project's own contact, station, representative, group, department, bureau, hotline."""
    contacts = CATALOG.projects["mlcc-passive-components"].contacts
    legs = route(CATALOG, REAL_DAY, origin="suzhou", sector="electronics", language="zh", contacts=contacts)
    assert [(leg.contact.id, leg.why) for leg in legs] == [
        ("office-jiangnan-science-park", "own"),
        ("department-industry", "own"),
        ("station-suzhou", "station"),
        ("representative-suzhou", "representative"),
        ("group-yangtze-delta", "group"),
        ("bureau", "bureau"),
        ("hotline-12345", "hotline"),
        ("complaints-window", "hotline"),
    ]
    legs = route(CATALOG, REAL_DAY, origin="suzhou", sector="medicine", language="zh")
    assert [leg.why for leg in legs][:5] == ["station", "representative", "group", "department", "bureau"]


def test_who_comes_next_begins_with_the_backup() -> None:
    """Then the bureau, the hotline, and the window for what is stuck; no contact twice, none that has lapsed."""
    first = CATALOG.contacts["representative-suzhou"]
    assert [(leg.contact.id, leg.why) for leg in escalation(CATALOG, REAL_DAY, first)] == [
        ("group-yangtze-delta", "backup"),
        ("bureau", "bureau"),
        ("hotline-12345", "hotline"),
        ("complaints-window", "complaints"),
    ]
    bureau = CATALOG.contacts["bureau"]
    assert [leg.contact.id for leg in escalation(CATALOG, REAL_DAY, bureau)] == [
        *("department-commerce", "hotline-12345", "complaints-window")
    ]
