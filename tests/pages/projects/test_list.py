"""Words, pinyin and facets narrow the list; the address keeps them; nothing breaks it."""

from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from investment_portal.domain.totals import available
from tests.browser.judging import violations
from tests.browser.watching import PHONE, Watched, watched
from tests.pages.projects.reading import ready, shown
from tests.sites import Site

FIND = """
async (pieces) => {
  const box = document.querySelector("#list-words");
  const settle = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 10)));
  const stands = (id) => [...document.querySelectorAll(`[data-id="${id}"]`)].some((one) => one.checkVisibility());
  const missed = [];
  for (const [id, piece] of pieces) {
    box.value = piece;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    // A long list is drawn as one comes to its end.
    for (let further = 0; further < 40 && !stands(id); further++) {
      scrollTo(0, document.body.scrollHeight);
      await settle();
    }
    if (!stands(id)) missed.push([id, piece]);
  }
  return missed;
}
"""
VISIBLE = "id => [...document.querySelectorAll(`.list [data-id='${id}']`)].some((one) => one.checkVisibility())"


def test_every_two_signs_of_every_name_find_it(watch: Watched, real: Site, real_address: str) -> None:
    """In Chinese, wherever in the name they stand."""
    page = watch.page
    ready(page, f"{real_address}projects/")
    pieces = [
        (project.id, project.name.zh[at : at + 2])
        for project in real.catalog.projects.values()
        for at in range(len(project.name.zh) - 1)
    ]
    page.fill("#list-words", "储能")
    expect(page.locator(".list-summary")).to_contain_text("1")
    assert page.evaluate(FIND, [list(piece) for piece in pieces if piece[1].strip() == piece[1]]) == []


@pytest.mark.parametrize(
    ("prefix", "typed", "wanted"),
    [
        ("", "酒", "baijiu-packaging-park"),
        ("", "chuneng", "energy-storage-packs"),
        ("", "cndx", "energy-storage-packs"),
        ("en/", "circuit", "hdi-circuit-boards"),
        ("en/", "储能", "energy-storage-packs"),
    ],
)
def test_words_pinyin_and_initials(watch: Watched, real_address: str, prefix: str, typed: str, wanted: str) -> None:
    """One Chinese sign is enough; the other language's name is found too; the address keeps the words."""
    page = watch.page
    ready(page, f"{real_address}{prefix}projects/")
    page.fill("#list-words", typed)
    # The whole list shows it too: only once the address tells the words is it the narrowed one.
    expect(page).to_have_url(f"{real_address}{prefix}projects/?q={quote(typed)}")
    page.wait_for_function(VISIBLE, arg=wanted)
    assert wanted in shown(page)
    assert len(shown(page)) < 42
    before = shown(page)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert shown(page) == before


def test_facets_narrow_and_go_back(watch: Watched, real: Site, real_address: str) -> None:
    """Counts are those of the records; chips take away; back undoes."""
    page = watch.page
    ready(page, f"{real_address}en/projects/")
    box = page.locator('.list-filters input[value="medicine"]')
    box.check()
    wanted = {
        project.id
        for project in real.catalog.projects.values()
        if project.sector == "medicine" and available(project, real.day)
    }
    assert set(shown(page)) == wanted
    assert "sector=medicine" in urlsplit(page.url).query
    expect(page.locator(".list-summary")).to_contain_text(str(len(wanted)))
    assert violations(page) == []
    copied = page.url
    page.go_back()
    expect(box).not_to_be_checked()
    page.goto(copied)
    page.wait_for_load_state("networkidle")
    assert set(shown(page)) == wanted


def test_what_is_ready_below_a_limit(watch: Watched, real: Site, real_address: str) -> None:
    """Electronics, at most CNY 200 million: two choices on the list's page, and the address keeps them."""
    page = watch.page
    ready(page, f"{real_address}en/projects/?sector=electronics")
    page.fill("[name=sum_max]", "200")
    page.press("[name=sum_max]", "Enter")
    expect(page.locator(".list-chips")).to_contain_text("at most 200 CNY million")
    assert "sum_max=2" in urlsplit(page.url).query.split("&")
    assert shown(page) == ["electronics-standard-halls"]
    page.locator(".list-filters input[value=space]").check()
    assert shown(page) == ["electronics-standard-halls"]
    page.goto(f"{real_address}projects/?ready=land&sum_max=5&sort=ready-up")
    page.wait_for_load_state("networkidle")
    plots = [real.catalog.projects[id_].land_ready for id_ in shown(page)]
    sizes = [area.least.square_metres for area in plots if area]
    assert len(sizes) == len(plots) > 1
    assert sizes == sorted(sizes)


def test_two_projects_are_ticked_and_compared_on_a_phone(chromium: Browser, real_address: str) -> None:
    """Twelve short cards; two ticks and the bar lead to the comparison, which the address can be sent with."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        ready(page, f"{real_address}en/projects/")
        expect(page.locator(".list-results .card")).to_have_count(12)
        chosen = shown(page)[:2]
        for id_ in chosen:
            page.locator(f"[data-tick='{id_}']").check()
        page.locator(".list-compare a").click()
        page.wait_for_url(f"**/compare/?ids={','.join(chosen)}")
        assert watch.faults == []


@pytest.mark.parametrize("view", ["table", "cards", "map"])
def test_other_views(watch: Watched, real_address: str, view: str) -> None:
    """Accessible, and kept by the address."""
    page = watch.page
    ready(page, f"{real_address}en/projects/")
    page.locator(f'.list-views button[value="{view}"]').click()
    assert f"view={view}" in page.url
    assert violations(page) == []


@pytest.mark.parametrize(
    "query",
    [
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        f"q={'x' * 10_000}",
        "sector=nothing&colour=red",
        "sort=%3Cb%3E&view=moon",
        "%00&q=%ff&=",
    ],
)
def test_a_hostile_address(watch: Watched, real_address: str, query: str) -> None:
    """Shows what could be read of it; nothing runs."""
    page = watch.page
    ready(page, f"{real_address}projects/?{query}")
    page.fill("#list-words", "储能")
    page.wait_for_function(VISIBLE, arg="energy-storage-packs")


def test_a_phone_opens_a_drawer(chromium: Browser, real_address: str) -> None:
    """Filters wait behind a button within reach; choosing shows at once how many there are."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        ready(page, f"{real_address}en/projects/")
        page.locator(".list-open, [aria-controls='list-filters'], .list button:has-text('Filter')").first.click()
        page.locator('.list-filters input[value="baijiu"]').check()
        assert violations(page) == []
        assert "sector=baijiu" in unquote(page.url)
        assert watch.faults == []


def test_from_disk_and_without_scripts(chromium: Browser, real: Site, real_address: str) -> None:
    """The index is there without a server; all projects are there without a script."""
    with watched(chromium) as watch:
        ready(watch.page, (real.out / "projects" / "index.html").as_uri())
        watch.page.fill("#list-words", "储能")
        watch.page.wait_for_function(VISIBLE, arg="energy-storage-packs")
        assert watch.faults == []
    with watched(chromium, scripts=False) as watch:
        watch.page.goto(f"{real_address}projects/")
        assert set(shown(watch.page)) == set(real.catalog.projects)
