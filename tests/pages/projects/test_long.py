"""A list longer than a page: all of it without scripts, in pages; narrowed across the pages with them."""

import pytest
from playwright.sync_api import Browser, Page, expect

from investment_portal.domain.totals import available
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.pages.projects.facet_kinds import FACETS
from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import PHONE, Watched, watched
from tests.pages.projects.conftest import CLOSED
from tests.pages.projects.reading import ready, shown
from tests.sites import Site

DRAWN = ".list-results [data-id]"


def cards(page: Page) -> list[str]:
    """Return the projects of a page in the order in which they stand there."""
    ids: list[str] = page.locator("article .cards .card").evaluate_all("all => all.map((one) => one.dataset.id)")
    return ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_page_by_page(
    chromium: Browser, long_site: Site, long_address: str, language: Language
) -> None:
    """Every project on one of the pages, in groups; what is closed comes last and folded; the pages lead on."""
    with watched(chromium, size=PHONE, scripts=False) as watch:
        page = watch.page
        page.goto(f"{long_address}{language_path(language)}projects/")
        for tools in (".list-side", ".list-find", ".list-tools", ".list-open"):
            expect(page.locator(tools)).to_be_hidden()
        first = cards(page)
        assert len(first) == 200
        expect(page.locator("article h2:visible").first).to_be_visible()
        page.get_by_role("link", name={"zh": "第 2 页", "en": "Page 2"}[language]).click()
        expect(page).to_have_url(f"{long_address}{language_path(language)}projects/page/2/")
        page.wait_for_load_state()
        second = cards(page)
        assert sorted(first + second) == sorted(long_site.catalog.projects)
        offered = [available(long_site.catalog.projects[id_], long_site.day) for id_ in first + second]
        assert offered == sorted(offered, reverse=True)
        closed = page.locator("details", has=page.locator(f"[data-id='{second[-1]}']"))
        expect(page.locator(f"[data-id='{second[-1]}']")).to_be_hidden()
        closed.locator("summary").click()
        expect(page.locator(f"[data-id='{second[-1]}']")).to_be_visible()
        assert page.evaluate(SIDEWAYS) <= 0
        page.get_by_role("link", name={"zh": "第 1 页", "en": "Page 1"}[language]).click()
        expect(page).to_have_url(f"{long_address}{language_path(language)}projects/")
        assert watch.faults == []


def test_narrowed_across_the_pages(watch: Watched, long_site: Site, long_address: str) -> None:
    """A record of the second page is found on the first, with the sum of its card there, and its bookmark keeps it."""
    page = watch.page
    page.goto(f"{long_address}projects/page/2/")
    id_ = next(card for card in cards(page) if card.startswith("long-") and int(card[5:]) >= CLOSED)
    wanted = show(long_site.catalog.projects[id_].investment, "zh").partition("约")[0].strip()
    project = long_site.catalog.projects[id_]
    ready(page, f"{long_address}projects/")
    page.fill("#list-words", project.name.zh[:3])
    card = page.locator(f".list-results [data-id='{id_}']")
    expect(card).to_be_visible()
    expect(card.locator("mark").first).to_have_text(project.name.zh[:3])
    assert wanted in card.inner_text()
    card.locator("[data-bookmark]").click()
    expect(card.locator("[data-bookmark]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-shortlist-count]").first).to_have_text("(1)")
    assert violations(page) == []


@pytest.mark.parametrize(("folder", "facet"), [("sectors", "sector"), ("contacts", "desk")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_with_many_projects_leads_to_the_list(
    watch: Watched, long_site: Site, long_address: str, language: Language, folder: str, facet: str
) -> None:
    """Sixty of a group stand on the page itself; the list then shows all of them, those no longer on offer too."""
    page = watch.page
    wanted = "bureau" if facet == "desk" else long_site.catalog.projects["bottling-line"].sector
    values = next(kind for kind in FACETS if kind.name == facet)
    ids = {
        project.id
        for project in long_site.catalog.projects.values()
        if wanted in values.of(project, long_site.catalog.site)
    }
    assert len(ids) > 200
    page.goto(f"{long_address}{language_path(language)}{folder}/{wanted}/")
    assert page.locator("section", has=page.locator("#projects")).locator(".card[data-id]").count() == 60
    page.get_by_role("link", name={"zh": "到清单查看全部", "en": "All of them in the list"}[language]).click()
    page.wait_for_function("() => document.querySelector('.list-results [data-id]')")
    expect(page.locator(".list-summary")).to_contain_text(str(len(ids)))
    group = page.locator(f"[data-facet={facet}]")
    expect(group).to_be_visible()
    expect(group.locator(f"[value={wanted}]")).to_be_checked()
    group.locator(f"[value={wanted}]").uncheck()
    expect(page.locator(".list-summary")).to_contain_text(str(len(long_site.catalog.projects)))
    expect(page.locator("[data-facet=desk]")).to_be_hidden()
    assert violations(page) == []


def test_a_link_of_a_chain_leads_to_the_list(watch: Watched, long_site: Site, long_address: str) -> None:
    """It names twelve projects; the list shows all of them, and what it is narrowed by."""
    page, projects = watch.page, long_site.catalog.projects
    link = projects["bottling-line"].chain_node
    assert link
    ids = [project.id for project in projects.values() if project.chain_node == link]
    chain, node = link.split("/")
    page.goto(f"{long_address}en/chains/{chain}/")
    more = page.locator(f"tr[id$='{node}']").get_by_role("link", name=f"{len(ids) - 12} more in the list")
    more.click()
    page.wait_for_function("() => document.querySelector('.list-results [data-id]')")
    expect(page.locator(".list-summary")).to_contain_text(str(len(ids)))
    expect(page.locator(f"[data-facet=link] [value='{link}']")).to_be_checked()


def test_further_records_by_keyboard(watch: Watched, long_site: Site, long_address: str) -> None:
    """More are drawn towards the end; the button brings them to the keyboard, and the focus goes on with them."""
    page = watch.page
    ready(page, f"{long_address}en/projects/?sort=newest")
    open_ = sum(available(project, long_site.day) for project in long_site.catalog.projects.values())
    expect(page.locator(".list-summary")).to_contain_text(str(open_))
    drawn = page.locator(DRAWN).count()
    assert drawn < open_
    page.locator(".list-more").focus()
    before = page.locator(DRAWN).count()
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => document.querySelectorAll({DRAWN!r}).length > {before}")
    expect(page.locator(f"{DRAWN} a:focus")).to_have_count(1)
    at = page.locator(DRAWN).evaluate_all("all => all.findIndex((one) => one.contains(document.activeElement))")
    assert at == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_closed_ones_behind_the_switch(watch: Watched, long_site: Site, long_address: str, language: Language) -> None:
    """Neither shown nor counted before; then last, grey and marked; the address keeps the switch."""
    page = watch.page
    closed = {project.id for project in long_site.catalog.projects.values() if not available(project, long_site.day)}
    assert len(closed) > CLOSED - 1
    ready(page, f"{long_address}{language_path(language)}projects/?sort=sum&view=table")
    switch = page.locator("[name=closed]")
    expect(page.locator(".list-summary")).to_contain_text(str(len(long_site.catalog.projects) - len(closed)))
    switch.focus()
    page.keyboard.press(" ")
    expect(switch).to_be_focused()
    assert "closed=1" in page.url
    expect(page.locator(".list-summary")).to_contain_text(str(len(long_site.catalog.projects)))
    for _ in range(20):
        if page.locator(".list-more").is_hidden():
            break
        page.locator(".list-more").focus()
        page.keyboard.press("Enter")
    rows = page.locator(".list-results tbody tr")
    expect(rows).to_have_count(len(long_site.catalog.projects))
    grey = rows.evaluate_all("all => all.map((one) => one.classList.contains('list-row--closed'))")
    assert grey == sorted(grey)
    assert sum(grey) == len(closed)
    assert "grayscale" in str(rows.last.evaluate("one => getComputedStyle(one).filter"))
    page.reload()
    expect(page.locator("[name=closed]")).to_be_checked()
    page.go_back()
    expect(page.locator("[name=closed]")).not_to_be_checked()
    page.go_forward()
    expect(page.locator("[name=closed]")).to_be_checked()


def test_filters_that_too_few_fill_are_not_shown(watch: Watched, long_site: Site, long_address: str) -> None:
    """Nobody fills the sub-sector or the land there: no filter, and an old address with one still narrows.

    Those of links and contacts wait for somebody who comes from there.
    """
    page = watch.page
    ready(page, f"{long_address}projects/")
    names = page.locator("[data-facet]").evaluate_all("all => all.map((one) => one.dataset.facet)")
    assert names == [
        *("ready", "stage", "sector", "sum", "park", "kind", "known"),
        *("mode", "status", "time", "code", "link", "desk"),
    ]
    for waiting in ("link", "desk"):
        expect(page.locator(f"[data-facet={waiting}]")).to_be_hidden()
    ready(page, f"{long_address}projects/?land=0-2")
    land = next(facet for facet in FACETS if facet.name == "land")
    site = long_site.catalog.site
    wanted = [project for project in long_site.catalog.projects.values() if land.of(project, site) == ("0-2",)]
    assert wanted
    assert set(shown(page)) == {project.id for project in wanted if available(project, long_site.day)}
