"""The search page, driven as a person would: no phrase is missed, and nothing breaks it."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from investment_portal.languages import LANGUAGES, Language, language_path
from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE, Watched, watched
from tests.sites import Site

Window = Callable[..., AbstractContextManager[Watched]]
BOX, SAID = "#search-words", ".search-status"
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
FOUND = ".search-results a"
HREFS = "all => all.map((one) => one.getAttribute('href'))"
SETTLED = """
(typed) => {
  const status = document.querySelector(".search-status");
  const results = document.querySelector(".search-results");
  return status && status.textContent.includes(typed) && !results.hasAttribute("aria-busy");
}
"""


@pytest.fixture
def window(chromium: Browser) -> Window:
    """Open windows that are watched."""
    return partial(watched, chromium)


def search(page: Page, typed: str) -> Page:
    """Type into the box, and wait until everything was looked through."""
    page.fill(BOX, typed)
    page.wait_for_function(SETTLED, arg=typed)
    return page


def links_of(page: Page) -> list[str]:
    """Return the addresses that were found, of groups that show only their first as well."""
    page.locator(".search-group-more").evaluate_all("all => all.forEach((one) => one.click())")
    hrefs: list[str] = page.locator(FOUND).evaluate_all(HREFS)
    return hrefs


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_any_page_by_keyboard(
    window: Window, real: Site, real_address: str, language: Language, size: dict[str, int]
) -> None:
    """A slash leads to the box, Enter to the finds, arrows through them, Escape back and then to an empty box."""
    project = real.catalog.projects["hdi-circuit-boards"]
    typed = {"zh": project.name.zh[:3], "en": "circuit"}[language]
    with window(size=size) as watch:
        page = watch.page
        page.goto(f"{real_address}{language_path(language)}parks/")
        page.wait_for_load_state("networkidle")
        page.keyboard.press("/")
        if size is DESKTOP:
            page.keyboard.type(typed)
            page.keyboard.press("Enter")
        else:
            page.keyboard.press("Enter")
            expect(page.locator(BOX)).to_be_focused()
            page.keyboard.type(typed)
        page.wait_for_function(SETTLED, arg=typed)
        page.wait_for_load_state("networkidle")
        expect(page).to_have_url(f"{real_address}{language_path(language)}search/?q={quote(typed)}")
        if size is DESKTOP:
            page.keyboard.press("/")
        expect(page.locator(BOX)).to_be_focused()
        expect(page.locator(BOX)).to_have_value(typed)
        page.keyboard.press("Enter")
        first = page.locator(FOUND).first
        expect(first).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(page.locator(BOX)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.locator(FOUND).nth(1)).to_be_focused()
        assert violations(page) == []
        assert page.evaluate(SIDEWAYS) <= 0
        page.keyboard.press("Escape")
        expect(page.locator(BOX)).to_be_focused()
        page.locator(f'{FOUND}[href*="hdi-circuit-boards"]').first.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(project.name.in_(language))
        page.wait_for_load_state("networkidle")
        page.go_back()
        page.wait_for_function(SETTLED, arg=typed)
        expect(page.locator(BOX)).to_have_value(typed)
        page.locator(BOX).press("Escape")
        expect(page.locator(BOX)).to_have_value("")
        expect(page.locator(FOUND)).to_have_count(0)
        expect(page.locator("#browse")).to_be_visible()
        assert watch.faults == []


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
def test_results_of_one_kind_by_keyboard(
    window: Window, real_address: str, language: Language, size: dict[str, int]
) -> None:
    """Each kind that occurs has a button with its number; the address keeps the choice, and the way back undoes it."""
    typed = {"zh": "白酒", "en": "baijiu"}[language]
    address = f"{real_address}{language_path(language)}search/"
    with window(size=size) as watch:
        page = watch.page
        page.goto(address)
        kinds = page.locator(".search-kinds button")
        expect(kinds).to_have_count(0)
        search(page, typed)
        numbers = [int(text) for text in page.locator(".search-kinds button > span").all_text_contents()]
        assert numbers[0] == sum(numbers[1:])
        assert 0 not in numbers
        expect(kinds.first).to_have_attribute("aria-pressed", "true")
        policies = page.locator('.search-kinds button[data-kind="policy"]')
        policies.press("Enter")
        expect(policies).to_be_focused()
        expect(policies).to_have_attribute("aria-pressed", "true")
        expect(page.locator(SAID)).to_have_attribute("role", "status")
        expect(page.locator(SAID)).to_contain_text(policies.locator("span").inner_text())
        expect(page).to_have_url(f"{address}?q={quote(typed)}&kind=policy")
        assert {href.split("/")[1] for href in links_of(page)} == {"policies"}
        assert violations(page) == []
        assert page.evaluate(SIDEWAYS) <= 0
        page.keyboard.press("ArrowDown")
        expect(page.locator(FOUND).first).to_be_focused()
        page.reload()
        page.wait_for_function(SETTLED, arg=typed)
        expect(policies).to_have_attribute("aria-pressed", "true")
        kinds.first.click()
        expect(page).to_have_url(f"{address}?q={quote(typed)}")
        page.go_back()
        page.wait_for_function(SETTLED, arg=typed)
        expect(policies).to_have_attribute("aria-pressed", "true")
        page.goto(f"{address}?q={quote(typed)}&kind=nothing")
        page.wait_for_function(SETTLED, arg=typed)
        expect(kinds.first).to_have_attribute("aria-pressed", "true")
        assert watch.faults == []


def test_chinese_names_break_between_words(window: Window, real_address: str) -> None:
    """In the results and on the cards that the list's script writes, highlighted or not."""
    with window(size=PHONE) as watch:
        page = watch.page
        page.goto(f"{real_address}search/?q={quote('产业')}&kind=project")
        page.wait_for_function(SETTLED, arg="产业")
        assert page.locator(".search-results a.phrased wbr").count() > 0
        page.goto(f"{real_address}projects/?q={quote('产业')}")
        names = page.locator(".list-results .card-title a")
        expect(names.locator("wbr").first).to_be_attached()
        words = names.evaluate_all("all => all.map((name) => [...name.querySelectorAll('wbr')].length)")
        assert len(words) > 0
        assert watch.faults == []


def test_words_pinyin_and_phrases(window: Window, real: Site, real_address: str) -> None:
    """One sign, a long phrase of a text, the other language's name, pinyin, initials, a label, a sentence of a page."""
    project = real.catalog.projects["energy-storage-packs"]
    assert project.content
    phrase = max(re.findall("[一-鿿]+", project.content.zh), key=len)
    assert len(phrase) >= 8
    wanted = {
        "酒": "projects/baijiu-packaging-park/",
        phrase: "projects/energy-storage-packs/",
        project.name.en: "projects/energy-storage-packs/",
        "chuneng": "projects/energy-storage-packs/",
        "cndx": "projects/energy-storage-packs/",
        "申报材料": "policies/bridge-loan/",
        "最高500万元": "policies/foreign-investment-support/",
        "ｊｉａｎｇｎａｎ": "parks/jiangnan-science-park/",
    }
    with window() as watch:
        watch.page.goto(f"{real_address}search/")
        for typed, address in wanted.items():
            assert f"../{address}" in links_of(search(watch.page, typed)), typed
        watch.page.goto(f"{real_address}en/search/")
        for typed in ("energy storage", "储能", "Storage Energy"):
            assert "../projects/energy-storage-packs/" in links_of(search(watch.page, typed)), typed
        assert watch.faults == []


def test_every_line_of_every_record_finds_it(window: Window, real: Site, real_address: str) -> None:
    """Whatever Chinese a record's texts say, cut anywhere: the search looks through all of it."""
    lines = [
        (f"projects/{project.id}/", piece)
        for project in real.catalog.projects.values()
        for text in (
            project.summary,
            project.content,
            project.market,
            *(promoter.name for promoter in project.all_promoters),
        )
        if text
        for piece in re.findall("[一-鿿]{4,}", text.zh)[:2]
    ]
    lines += [
        (f"contacts/{contact.id}/", contact.unit.zh[1:7].rstrip("0123456789"))
        for contact in real.catalog.contacts.values()
        if contact.unit and not contact.withdrawn
    ]
    with window() as watch:
        page = watch.page
        page.goto(f"{real_address}search/?q={quote('储能')}")
        page.wait_for_function(SETTLED, arg="储能")
        missed = page.evaluate(MISSED, [list(line) for line in lines])
        assert len(lines) > 200
        assert missed == []
        assert watch.faults == []


MISSED = """
async (lines) => {
  const box = document.querySelector("#search-words");
  const missed = [];
  for (const [address, piece] of lines) {
    box.value = piece;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    // The texts are there: what they hold is shown as soon as the promises before it are kept.
    for (let turn = 0; turn < 10 && !document.querySelector(".search-status").textContent.includes(piece); turn++)
      await new Promise((done) => setTimeout(done));
    for (const more of document.querySelectorAll(".search-group-more")) more.click();
    if (!document.querySelector(`.search-results a[href="../${address}"]`)) missed.push([address, piece]);
  }
  return missed;
}
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_disk(window: Window, real: Site, language: Language) -> None:
    """Names and texts come without a server, and links lead to pages."""
    with window(size=PHONE) as watch:
        page = watch.page
        page.goto((real.out / language_path(language) / "search" / "index.html").as_uri())
        search(page, "储能")
        page.locator(f'{FOUND}[href="../projects/energy-storage-packs/index.html"]').click()
        name = real.catalog.projects["energy-storage-packs"].name.in_(language)
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        assert watch.faults == []


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts(
    window: Window, real: Site, real_address: str, language: Language, size: dict[str, int]
) -> None:
    """The header leads to a page that names everything; no box that would do nothing."""
    with window(size=size, scripts=False) as watch:
        page = watch.page
        page.goto(f"{real_address}{language_path(language)}parks/")
        page.wait_for_load_state("networkidle")
        if size is DESKTOP:
            page.locator(".portal-search input").press("Enter")
        else:
            page.locator(".portal-search-link").click()
        page.wait_for_url("**/search/**")
        expect(page.locator(BOX)).to_be_hidden()
        assert f"<noscript><p>{real.context(language).words['search_no_scripts']}</p></noscript>" in page.content()
        hrefs: list[str] = page.locator(".letter a").evaluate_all(HREFS)
        listed = {href.removeprefix("../") for href in hrefs}
        assert {f"projects/{id_}/" for id_ in real.catalog.projects} <= listed
        assert {f"contacts/{id_}/" for id_ in real.catalog.contacts} <= listed
        assert watch.faults == []


HOSTILE = (
    "<script>document.title='broken'</script>",
    "x" * 10_000,
    "\x00\ufffd\u202e",
    "(((.*+?[",
    "__proto__ constructor",
)


@pytest.mark.parametrize("typed", HOSTILE, ids=["script", "long", "signs", "pattern", "names"])
def test_hostile_words(window: Window, real_address: str, typed: str) -> None:
    """Shown as text, cut where too long, which is said; the next search works."""
    with window(size=PHONE) as watch:
        page = watch.page
        page.goto(f"{real_address}en/search/?q={quote(typed)}&colour=%3Cb%3E")
        page.wait_for_function(SETTLED, arg="“")
        assert "broken" not in page.title()
        assert page.locator(".search-results :is(script, b, img)").count() == 0
        assert len(page.locator(BOX).input_value()) <= 200
        expect(page.locator(".search-note")).to_contain_text("200" if len(typed) > 200 else "")
        assert page.evaluate(SIDEWAYS) <= 0
        assert "../projects/energy-storage-packs/" in links_of(search(page, "storage"))
        expect(page.locator(".search-note")).to_be_empty()
        assert watch.faults == []


def test_nothing_found_names_what_helps(window: Window, real: Site, real_address: str) -> None:
    """Everything by name, and a contact with its phone."""
    bureau = real.catalog.contacts[real.catalog.site.bureau]
    with window() as watch:
        page = watch.page
        page.goto(f"{real_address}en/search/?q=zzzzz")
        expect(page.locator(SAID)).to_contain_text("No results")
        expect(page.locator(".search-results")).to_contain_text(bureau.name.en)
        expect(page.locator("#browse")).to_be_visible()
        assert violations(page) == []
        search(page, "storage")
        expect(page.locator("#browse")).to_be_hidden()
        assert watch.faults == []


def test_data_that_does_not_come(window: Window, real_address: str) -> None:
    """The page says so and lists everything below; when the line is back, the next key finds."""
    with window() as watch:
        page = watch.page
        page.route("**/assets/data/search.*", lambda route: route.abort())
        page.goto(f"{real_address}en/search/?q=storage")
        expect(page.locator(SAID)).to_contain_text("did not load")
        expect(page.locator("#browse")).to_be_visible()
        page.unroute("**/assets/data/search.*")
        assert "../projects/energy-storage-packs/" in links_of(search(page, "energy"))


STATES = """
async (typed) => {
  const results = document.querySelector(".search-results");
  const states = [];
  const note = () => states.push([...results.querySelectorAll("a")].map((link) => link.getAttribute("href")));
  new MutationObserver(note).observe(results, { childList: true });
  const box = document.querySelector("#search-words");
  box.value = typed;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  do await new Promise((done) => setTimeout(done, 20));
  while (results.hasAttribute("aria-busy"));
  return states;
}
"""


def test_results_come_in_one_wave(window: Window, real_address: str) -> None:
    """The list appears once, with the results of all texts in it."""
    with window() as watch:
        watch.page.goto(f"{real_address}search/")
        states = watch.page.evaluate(STATES, "电容")
        assert len(states) == 1
        assert len(states[0]) > 5


def test_texts_of_a_large_portal_move_nothing(window: Window, real_address: str) -> None:
    """Results of headings come without the texts, which a button loads; their results follow below."""
    with window() as watch:
        page = watch.page

        def enlarge(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, body=re.sub(r'"size":\d+', '"size":5000000', answer.text()))

        page.route("**/assets/data/search.zh.js", enlarge)
        page.goto(f"{real_address}search/")
        (early,) = page.evaluate(STATES, "电容")
        assert early
        page.get_by_role("button", name="继续查找正文").click()
        expect(page.get_by_role("heading", name="正文中提到")).to_be_visible()
        late = page.locator(FOUND).evaluate_all(HREFS)
        assert late[: len(early)] == early
        assert len(late) > len(early)
        assert watch.faults == []
