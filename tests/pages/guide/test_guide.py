"""An investor describes a plan and sees fitting projects, incentives as Python computes them, costs and a contact."""

from fractions import Fraction
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from investment_portal.domain.incentives.assess import assess
from investment_portal.domain.incentives.declare import declare
from investment_portal.domain.routes import route
from investment_portal.domain.totals import available
from investment_portal.languages import Language
from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE, watched
from tests.sites import Site

if TYPE_CHECKING:
    from investment_portal.domain.incentives.verdict import Stated

QUERY = "sector=equipment&plan=plant&spend=20%20亿元&people=200&from=suzhou"


def projects(page: Page) -> list[str]:
    """Return the ids of the projects shown."""
    hrefs = page.locator(".guide-projects a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    return [href.removesuffix("index.html").rstrip("/").rsplit("/", 1)[-1] for href in hrefs]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plan_becomes_a_page(
    chromium: Browser, real: Site, real_address: str, language: Language, size: ViewportSize
) -> None:
    """Answered one by one; the address keeps the answers, and a reload shows the same."""
    prefix = "" if language == "zh" else "en/"
    with watched(chromium, size=size, day=real.day) as watch:
        page = watch.page
        page.goto(f"{real_address}{prefix}guide/")
        expect(page.locator(".guide-result")).to_be_hidden()
        page.select_option("#guide-sector", "equipment")
        page.select_option("#guide-plan", "plant")
        page.fill("#guide-spend", "20 亿元")
        page.fill("#guide-people", "200")
        page.select_option("#guide-from", "suzhou")
        page.fill("#guide-start", "2027-03")
        month = "2027年3月" if language == "zh" else "March 2027"
        expect(page.locator(".guide-start")).to_contain_text(month)
        expect(page.locator(".guide-projects li").first).to_be_visible()
        ids = projects(page)
        for id_ in ids:
            project = real.catalog.projects[id_]
            assert (project.sector, project.kind.value) == ("equipment", "investment")
            assert available(project, real.day)
            assert (
                project.investment is None
                or not project.investment.low
                or project.investment.low.amount <= 4_000_000_000
            )
        facts: Stated = {
            "sector": frozenset({"equipment"}),
            "investment": Fraction(2_000_000_000),
            "jobs": Fraction(200),
            "foreign_funded": False,
        }
        answer = assess(declare(real.catalog, real.day), facts, real.day)
        total = page.locator(".guide-incentives .support-sentence")
        for name, selection in (("sure", answer.certain), ("most", answer.possible)):
            added = sum(selection.sums.get(kind, 0) for kind in ("grant", "saving"))
            assert total.get_attribute(f"data-{name}") == str(added)
        legs = route(real.catalog, real.day, origin="suzhou", sector="equipment", language=language)
        contacts = page.locator(".guide-contacts li").evaluate_all("all => all.map((one) => one.dataset.contact)")
        assert contacts == [leg.contact.id for leg in legs][:3]
        assert page.locator(".guide-parks dd").count() > 0
        assert violations(page) == []
        assert page.evaluate(SIDEWAYS) <= 0
        page.reload()
        expect(page.locator(".guide-projects li").first).to_be_visible()
        assert projects(page) == ids
        assert watch.faults == []


def test_from_the_guide_on(chromium: Browser, real_address: str) -> None:
    """Its projects go to the shortlist and the enquiry, its facts to the matcher and the cost sheet."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(f"{real_address}en/guide/?{QUERY}")
        expect(page.locator(".guide-projects li").first).to_be_visible()
        ids = projects(page)
        for name in (".guide-enquire", ".guide-shortlist"):
            assert page.locator(name).get_attribute("href").endswith(f"?ids={','.join(ids)}")  # type: ignore[union-attr]
        page.wait_for_function("() => document.querySelector('.guide-sheet').href.includes('people=200')")
        page.locator(".guide-sheet").click()
        expect(page.locator("#costs-sector")).to_have_value("equipment")
        expect(page.locator("#costs-people")).to_have_value("200")
        expect(page.locator("#costs-investment")).to_have_value("20 亿元")
        expect(page.locator(".costs-dropped")).to_be_hidden()
        page.go_back()
        page.locator(".guide-match").click()
        expect(page.locator("#fact-sector")).to_have_value("equipment")
        expect(page.locator("#fact-jobs")).to_have_value("200")
        expect(page.locator(".matcher-dropped")).to_be_hidden()
        assert watch.faults == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_small_sum_finds_the_nearest(chromium: Browser, real: Site, real_address: str, language: Language) -> None:
    """Where nothing fits everything, the smallest projects of sector and plan, and a word that says so."""
    prefix = "" if language == "zh" else "en/"
    context = real.context(language)
    with watched(chromium) as watch:
        page = watch.page
        page.goto(f"{real_address}{prefix}guide/?sector=electronics&plan=plant&spend=1000000CNY")
        expect(page.locator(".guide-projects-note")).to_have_text(context.words["guide_script_near"])
        plants = [
            project
            for project in real.catalog.projects.values()
            if (project.sector, project.kind.value) == ("electronics", "investment") and available(project, real.day)
        ]
        sums = sorted(plant.investment.low.amount for plant in plants if plant.investment and plant.investment.low)
        nearest = [real.catalog.projects[id_] for id_ in projects(page)]
        assert [
            project.investment.low.amount for project in nearest if project.investment and project.investment.low
        ] == sums[:3]
        assert watch.faults == []


@pytest.mark.parametrize(
    "query",
    [
        "sector=%3Cscript%3E",
        f"spend={'9' * 10_000}&sector=baijiu",
        "place=nowhere&x=1",
        "start=tomorrow",
        "sector=电子信息",
    ],
)
def test_a_damaged_address(chromium: Browser, real_address: str, query: str) -> None:
    """Unreadable values are named; the form works."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(f"{real_address}en/guide/?{query}")
        expect(page.locator(".guide-dropped")).to_be_visible()
        page.select_option("#guide-sector", "baijiu")
        expect(page.locator(".guide-result")).to_be_visible()
        page.fill("#guide-spend", "<b>much</b>")
        expect(page.locator("#guide-spend-error")).not_to_have_text("")
        assert watch.faults == []


def test_without_scripts_each_sector_leads_on(chromium: Browser, real: Site, real_address: str) -> None:
    """No form that does nothing."""
    with watched(chromium, size=PHONE, scripts=False) as watch:
        page = watch.page
        page.goto(f"{real_address}guide/")
        expect(page.locator(".guide-form")).to_be_hidden()
        assert page.locator(".guide-unscripted details").count() == len(real.catalog.sectors)
        assert watch.faults == []


def test_from_disk(chromium: Browser, real: Site) -> None:
    """Projects, support and contacts are there without a server; links lead to pages."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(f"{(real.out / 'guide' / 'index.html').as_uri()}?{quote(QUERY, safe='=&%')}")
        expect(page.locator(".guide-projects li").first).to_be_visible()
        page.locator(".guide-projects a").first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert watch.faults == []
