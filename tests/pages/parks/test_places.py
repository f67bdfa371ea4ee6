"""An investor on the pages of sectors, parks and firms: what they name is there, and every link leads on."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from investment_portal.domain.totals import available
from investment_portal.languages import Language
from tests.browser.watching import DESKTOP, PHONE, watched
from tests.sites import Site

SECTOR, PARK, FIRM = "electronics", "jiangnan-science-park", "shengrongda-capacitor"


def prefix_of(language: Language) -> str:
    """Return the folder of a language's pages."""
    return "" if language == "zh" else "en/"


def ids(links: Locator) -> set[str]:
    """Return the records to which links lead."""
    hrefs = links.evaluate_all("all => all.map((one) => new URL(one.href).pathname)")
    return {href.rstrip("/").rsplit("/", 1)[-1] for href in hrefs}


def section(page: Page, id_: str) -> Locator:
    """Return a section of a page."""
    return page.locator(f"section:has(> #{id_})")


def lead_on(page: Page, ids_: Iterable[str]) -> None:
    """Follow the first link of each section; it answers, and its page has a heading."""
    start = page.url
    for id_ in ids_:
        link = section(page, id_).locator("a:visible").first
        link.click()
        expect(page.locator("main h1")).to_be_visible()
        assert page.url != start
        page.goto(start)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_sector(chromium: Browser, real: Site, real_address: str, language: Language, *, scripts: bool) -> None:
    """Figures with their source, projects, chain, parks, firms, policies and the contact."""
    catalog = real.catalog
    with watched(chromium, size=DESKTOP if scripts else PHONE, scripts=scripts) as watch:
        page = watch.page
        page.goto(f"{real_address}{prefix_of(language)}sectors/{SECTOR}/")
        offered = {
            project.id
            for project in catalog.projects.values()
            if project.sector == SECTOR and available(project, real.day)
        }
        assert offered <= ids(section(page, "projects").locator(".card-title a"))
        expect(page.locator(".record-figures")).to_contain_text(str(len(offered)))
        firms = {firm.id for firm in catalog.firms.values() if firm.sector == SECTOR}
        assert ids(section(page, "firms").locator(".card-title a")) == firms
        parks = {park.id for park in catalog.parks.values() if SECTOR in park.sectors}
        assert ids(section(page, "parks").locator(".card-title a")) == parks
        assert section(page, "about").locator("small, .source").count() > 0
        assert section(page, "policies").locator(".card").count() > 0
        expect(page.locator("svg.chain")).to_have_count(1)
        expect(page.locator(".contact--first a[href^='tel:']")).to_be_visible()
        if scripts:
            lead_on(page, ("projects", "firms", "parks", "policies", "contact"))
        assert watch.faults == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_park(chromium: Browser, real: Site, real_address: str, language: Language, *, scripts: bool) -> None:
    """Plots and halls with size bands, every price with unit and day, distances, projects and firms."""
    park = real.catalog.parks[PARK]
    with watched(chromium, size=PHONE if scripts else DESKTOP, scripts=scripts) as watch:
        page = watch.page
        page.goto(f"{real_address}{prefix_of(language)}parks/{PARK}/")
        assert section(page, "plots").locator("tbody tr").count() == len(park.plots) > 0
        assert section(page, "halls").locator("tbody tr").count() == len(park.halls) > 0
        assert section(page, "sizes").locator("tbody tr").count() > 1
        prices = section(page, "prices").locator("tbody tr")
        assert prices.count() == len(park.prices)
        for row, price in zip(prices.all(), park.prices, strict=True):
            expect(row).to_contain_text(price.unit.in_(language))
            expect(row).to_contain_text(str(price.as_of.year))
        assert section(page, "distances").locator("tbody tr").count() == len(park.distances) > 0
        projects = {
            project.id
            for project in real.catalog.projects.values()
            if project.place.park == PARK and available(project, real.day)
        }
        assert projects <= ids(section(page, "projects").locator(".card-title a"))
        firms = {firm.id for firm in real.catalog.firms.values() if firm.park == PARK}
        assert ids(section(page, "firms").locator(".card-title a")) == firms
        if scripts:
            lead_on(page, ("projects", "firms", "contact"))
        assert watch.faults == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_firm(chromium: Browser, real: Site, real_address: str, language: Language, *, scripts: bool) -> None:
    """How it settled, when, its place in the chain, projects around it, and the park."""
    firm = real.catalog.firms[FIRM]
    with watched(chromium, size=PHONE if scripts else DESKTOP, scripts=scripts) as watch:
        page = watch.page
        page.goto(f"{real_address}{prefix_of(language)}firms/{FIRM}/")
        expect(page.locator("main h1")).to_contain_text(firm.name.in_(language))
        for id_ in ("story", "dates", "chain", "projects", "park"):
            assert section(page, id_).inner_text().strip()
        assert ids(page.locator(".chain-link--here dd a")) >= {FIRM}
        if scripts:
            lead_on(page, ("projects", "park", "contact"))
        assert watch.faults == []
