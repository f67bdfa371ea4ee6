"""One plant has one sum of support: in the matcher whatever its stage, in the guide, on a project's page."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page

from investment_portal.domain.incentives.declare import measured
from tests.browser.watching import PHONE
from tests.pages.matcher.matching import MATCHER, answer, opened
from tests.sites import Site

PLANTS: list[dict[str, Any]] = [
    {"sector": "electronics", "investment": 100_000_000, "jobs": 200, "enterprise_type": "sme"},
    {"sector": "electronics", "investment": 100_000_000, "jobs": 200},
    {"sector": "medicine", "investment": 600_000_000, "jobs": 40, "enterprise_type": "top_500"},
    {"sector": "services", "jobs": 15, "enterprise_type": "foreign"},
    {"sector": "agriculture", "investment": 3_000_000},
]
ADDED = ("grant", "saving")


def expected(real: Site, plant: dict[str, Any]) -> tuple[str, str]:
    """Return the certain and the possible sum that Python computes, in fen."""
    stated = {
        name: frozenset({value}) if isinstance(value, str) else value if isinstance(value, bool) else Fraction(value)
        for name, value in plant.items()
    }
    result = answer(real, stated)
    sure, upper = (
        sum(selection.sums.get(kind, 0) for kind in ADDED) for selection in (result.certain, result.possible)
    )
    return str(sure), str(upper)


def shown(page: Page) -> tuple[str | None, str | None]:
    """Return the sums of the sentence on a page."""
    sentence = page.locator(".support-sentence").first
    return sentence.get_attribute("data-sure"), sentence.get_attribute("data-most")


@pytest.fixture(scope="module")
def phone(chromium: Browser, real_address: str) -> Iterator[Page]:
    """Open a page in which all plants are looked at."""
    with opened(chromium, real_address + MATCHER, size=PHONE) as watch:
        yield watch.page


@pytest.mark.parametrize("plant", PLANTS, ids=range(len(PLANTS)))
def test_guide_and_matcher_agree(real: Site, real_address: str, phone: Page, plant: dict[str, Any]) -> None:
    """With every stage, with the first one, with three, and new to the district or not stated."""
    wanted = expected(real, plant)
    for more in ({}, {"stage": "settling"}, {"stage": "settling,building,production", "new_to_district": "yes"}):
        phone.goto("about:blank")
        phone.goto(f"{real_address}{MATCHER}?{urlencode(plant | more)}")
        assert shown(phone) == wanted, more
    names = {"investment": "spend", "jobs": "people", "enterprise_type": "type"}
    query = urlencode({names.get(name, name): value for name, value in plant.items()})
    phone.goto(f"{real_address}guide/?{query}")
    assert shown(phone) == wanted
    phone.locator(".guide-match").click()
    phone.wait_for_url("**/matcher/**")
    assert shown(phone) == wanted


def test_a_chinese_city_is_not_foreign(real: Site, real_address: str, phone: Page) -> None:
    """From Suzhou nothing for foreign capital is counted; from Germany it is, and the matcher gets the fact."""
    plant = {"sector": "electronics", "investment": 100_000_000, "jobs": 200}
    for origin, foreign in (("suzhou", False), ("europe", True)):
        phone.goto(f"{real_address}en/guide/?sector=electronics&spend=100000000&people=200&from={origin}")
        wanted = expected(real, plant | {"foreign_funded": foreign})
        assert shown(phone) == wanted
        phone.locator(".guide-match").click()
        phone.wait_for_url("**/matcher/**")
        assert shown(phone) == wanted
    assert expected(real, plant | {"foreign_funded": False}) != expected(real, plant)


def test_a_project_has_the_sum_of_its_facts(real: Site, real_address: str, phone: Page) -> None:
    """The page of a project, and the matcher that it leads to."""
    exact = [
        project
        for project in real.catalog.projects.values()
        if project.investment and project.investment.low == project.investment.high and project.returns.jobs
    ]
    for project in exact[:3]:
        assert project.investment
        assert project.investment.low
        jobs = project.returns.jobs
        assert jobs
        assert jobs.value.low
        plant = {
            "sector": project.sector,
            "investment": round(measured(project.investment.low, real.catalog.site)),
            "jobs": round(measured(jobs.value.low, real.catalog.site)),
        }
        phone.goto(f"{real_address}projects/{project.id}/")
        phone.locator(".support-sentence").wait_for(state="attached")
        assert shown(phone) == expected(real, plant)
        phone.goto(f"{real_address}{MATCHER}?{urlencode(plant)}")
        assert shown(phone) == expected(real, plant)


def test_a_figure_above_its_bound_is_named(real: Site, real_address: str, phone: Page) -> None:
    """Equipment above the whole investment is marked, and counts as the investment."""
    phone.goto("about:blank")
    phone.goto(f"{real_address}en/{MATCHER}?sector=electronics&enterprise_type=sme&investment=1yi&equipment=2yi")
    assert "cannot exceed" in (phone.locator("#fact-equipment-note").text_content() or "")
    assert phone.locator("#fact-equipment").get_attribute("aria-invalid") == "true"
    plant = {"sector": "electronics", "enterprise_type": "sme", "investment": 100_000_000, "equipment": 100_000_000}
    assert shown(phone) == expected(real, plant)
