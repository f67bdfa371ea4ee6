"""Filters of the library as readers use them: by pointer, by keyboard, by address, without scripts."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from investment_portal.domain.coverage import in_force, matrix, reaches
from investment_portal.models.controlled_values import EnterpriseType
from tests.browser.judging import violations
from tests.browser.watching import DESKTOP, PHONE, Watched, watched
from tests.sites import Site
from tests.visual.browsing import served


@pytest.fixture(scope="module")
def address(real: Site) -> Iterator[str]:
    """Serve the real portal."""
    with served(real.out) as where:
        yield where


@pytest.fixture
def watch(chromium: Browser) -> Iterator[Watched]:
    """Open a window of its own."""
    with watched(chromium) as window:
        yield window
        assert window.faults == []


def titles(page: Page) -> list[str]:
    """Return the names of the policies that are shown."""
    return page.locator(".policy-list .card:visible .card-title").all_inner_texts()


def check(page: Page, facet: str, value: str) -> None:
    """Open a facet and choose a value."""
    box = page.locator(f'input[name="{facet}"][value="{value}"]')
    fold = page.locator("details.facet", has=box)
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    box.click()


def test_facets_narrow_and_the_address_keeps_them(watch: Watched, address: str, real: Site) -> None:
    """Choose two, reload, take one away, clear all, go back."""
    page = watch.page
    page.goto(address + "en/policies/")
    everything = titles(page)
    check(page, "sector", "services")
    check(page, "enterprise", "sole_trader")
    wanted = sorted(
        policy.name.en
        for policy in real.catalog.policies.values()
        if reaches(policy, "services", EnterpriseType.SOLE_TRADER)
    )
    assert sorted(titles(page)) == wanted
    expect(page).to_have_url(f"{address}en/policies/?sector=services&enterprise=sole_trader")
    expect(page.locator(".policy-list-summary")).to_contain_text(str(len(wanted)))
    page.reload()
    assert sorted(titles(page)) == wanted
    page.get_by_role("button", name="Remove Modern services").click()
    assert len(titles(page)) > len(wanted)
    expect(page.locator(".policy-list-state .chip").first).to_be_focused()
    page.go_back()
    expect(page).to_have_url(f"{address}en/policies/?sector=services&enterprise=sole_trader")
    assert sorted(titles(page)) == wanted
    page.get_by_role("button", name="Clear all").first.click()
    assert titles(page) == everything
    expect(page).to_have_url(f"{address}en/policies/")


def test_counts_follow_the_other_facets(watch: Watched, address: str) -> None:
    """Each figure is what choosing the value shows; a value that would show nothing cannot be chosen."""
    page = watch.page
    page.goto(address + "policies/?instrument=rent")
    for name in ("sector", "delivery"):
        for box in page.locator(f'input[name="{name}"]').all():
            count = int(box.evaluate("one => one.parentElement.querySelector('.facet-count').textContent"))
            assert box.is_disabled() == (count == 0)
            if count:
                value = box.get_attribute("value")
                other = page.context.new_page()
                other.goto(f"{address}policies/?instrument=rent&{name}={value}")
                assert len(titles(other)) == count
                other.close()


def test_nothing_fits_and_the_page_says_how_to_go_on(watch: Watched, address: str) -> None:
    """It offers what to take away, with what that shows, and whom to ask."""
    page = watch.page
    page.goto(address + "policies/?sector=services&enterprise=sole_trader&instrument=rent&delivery=automatic")
    assert titles(page) == []
    empty = page.locator(".policy-list-empty")
    expect(empty).to_be_visible()
    assert violations(page) == []
    ways = empty.locator(".chip:not(.chip--clear)")
    shown = ways.first.inner_text()
    ways.first.click()
    assert f"{len(titles(page))} 项" in shown
    expect(empty).to_be_hidden()


def test_a_cell_of_the_matrix_narrows_the_list(chromium: Browser, address: str, real: Site) -> None:
    """At once, and as an address that somebody else opens."""
    wanted = sorted(policy.name.zh for policy in matrix(real.catalog, real.day)["baijiu", EnterpriseType.LARGE])
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        page.goto(address + "policies/")
        cell = page.locator('.matrix a[href*="sector=baijiu&enterprise=large&"]')
        href = cell.evaluate("one => one.href")
        cell.click()
        assert sorted(titles(page)) == wanted
        expect(page.locator("#library")).to_be_in_viewport()
        expect(page.locator("#library")).to_be_focused()
        page.goto("about:blank")
        page.goto(href)
        assert sorted(titles(page)) == wanted
        expect(page.locator("#library")).to_be_in_viewport()
        assert watch.faults == []


def test_by_keyboard(watch: Watched, address: str) -> None:
    """Open a facet, choose, Escape back to its button; one is open at a time."""
    page = watch.page
    page.goto(address + "policies/")
    first, second = (page.locator(".facet summary").nth(place) for place in (0, 1))
    first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(f"{address}policies/?sector=electronics")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(first).to_be_focused()
    expect(page.locator(".facet[open]")).to_have_count(0)
    page.keyboard.press("Enter")
    second.click()
    expect(page.locator(".facet[open]")).to_have_count(1)
    page.mouse.click(5, 5)
    expect(page.locator(".facet[open]")).to_have_count(0)


@pytest.mark.parametrize(
    "query",
    [
        "sector=" + quote("<img src=x onerror=document.title='broken'>"),
        "sector=nowhere&__proto__=x&constructor=y",
        "sector=" + "x" * 10_000,
        "sector=%00%E0%A4%A&&&==",
    ],
)
def test_hostile_addresses_change_nothing(watch: Watched, address: str, query: str, real: Site) -> None:
    """Unknown values are dropped, nothing runs, everything is shown."""
    page = watch.page
    page.goto(f"{address}policies/?{query}")
    assert len(titles(page)) == len(real.catalog.policies)
    expect(page.locator(".policy-list-state .chip")).to_have_count(0)
    assert "broken" not in page.title()


def test_from_disk(chromium: Browser, real: Site) -> None:
    """Filters and cells work without a server."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto((real.out / "policies/index.html").as_uri() + "?instrument=fund")
        assert len(titles(page)) == 1
        page.locator(".matrix td a").first.click()
        assert len(titles(page)) > 1
        assert watch.faults == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_without_scripts(chromium: Browser, address: str, real: Site, size: ViewportSize) -> None:
    """Everything is listed, no filter is shown, and a cell opens its own list."""
    with watched(chromium, size=size, scripts=False) as watch:
        page = watch.page
        page.goto(address + "policies/")
        assert len(titles(page)) == len(real.catalog.policies)
        expect(page.locator(".facets")).to_be_hidden()
        page.locator('.matrix a[href*="sector=services&enterprise=foreign&"]').click()
        listed = page.locator("#cover-services-foreign")
        expect(listed).to_be_visible()
        wanted = [
            policy.name.zh
            for policy in in_force(real.catalog, real.day)
            if reaches(policy, "services", EnterpriseType.FOREIGN)
        ]
        assert listed.locator("li").all_inner_texts() == wanted
        listed.locator("a").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(wanted[0])
        assert watch.faults == []


def test_matching_in_the_module(modules: Page) -> None:
    """Within a facet one value is enough, across facets all must fit; unknown values of an address are dropped."""
    results = modules.evaluate(
        """async () => {
          const { chosenIn, countOf, fits, without } = await import("/policies/filter.js");
          const one = { sector: ["a", "b"], stage: ["x"] }, other = { sector: ["b"], stage: ["y"] };
          const known = { sector: ["a", "b"], stage: ["x", "y"] };
          return [
            fits(one, { sector: ["a", "c"], stage: [] }), fits(one, { sector: ["a"], stage: ["y"] }),
            fits(one, { sector: ["a"], stage: ["y"] }, "stage"), fits(one, { nothing: ["a"] }),
            countOf([one, other], { sector: ["a"], stage: ["y"] }, "sector", "b"),
            without({ sector: ["a", "b"] }, "sector", "a"),
            chosenIn(new URLSearchParams("sector=b&sector=b&sector=z&stage=&other=a"), known),
          ];
        }"""
    )
    assert results == [True, False, True, False, 1, {"sector": ["b"]}, {"sector": ["b"], "stage": []}]
