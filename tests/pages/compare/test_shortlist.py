"""The shortlist: filled from cards and pages, kept, put in order, carried away."""

from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from investment_portal.domain.totals import total
from investment_portal.formatting import numbers
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.quantities import Area
from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE
from tests.pages.compare.conftest import Reader
from tests.sites import Site
from tests.visual.browsing import served

TWO = ("mlcc-passive-components", "hdi-circuit-boards")
FORBIDDEN = """
for (const name of ["getItem", "setItem", "removeItem"])
  Storage.prototype[name] = () => { throw new DOMException("denied", "SecurityError"); };
"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def ids(page: Page) -> list[str]:
    """Return the projects of the list in their order."""
    page.locator(".shortlist-item, .selection .empty").first.wait_for()
    order: list[str] = page.locator(".shortlist-item").evaluate_all("all => all.map((one) => one.dataset.id)")
    return order


def fill(page: Page, address: str, *wanted: str) -> None:
    """Put projects on the list by the bookmark of their pages."""
    for id_ in wanted:
        page.goto(f"{address}projects/{id_}/")
        page.locator("button.button--bookmark").click()
        expect(page.locator("button.button--bookmark")).to_have_attribute("aria-pressed", "true")


def test_from_card_to_list_and_back(reader: Reader, address: str, real: Site) -> None:
    """A bookmark on a card fills the list, in either language; a second press takes it off again."""
    watch = reader(size=PHONE)
    page = watch.page
    page.goto(address + "sectors/electronics/")
    card = page.locator(f"[data-bookmark={TWO[0]}]").first
    assert card.bounding_box()["height"] >= 44  # type: ignore[index]
    card.click()
    expect(card).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".toast")).to_contain_text(real.catalog.projects[TWO[0]].name.zh)
    page.goto(f"{address}en/projects/{TWO[1]}/")
    expect(page.locator("[data-shortlist-count]").first).to_have_text("(1)")
    page.locator("button.button--bookmark").press("Enter")
    expect(page.locator("[data-shortlist-count]").first).to_have_text("(2)")
    page.locator("a[data-shortlist]").first.click()
    assert ids(page) == list(TWO)
    assert TWO[0] in page.url
    page.reload()
    assert ids(page) == list(TWO)
    page.go_back()
    page.locator("button.button--bookmark").click()
    expect(page.locator("[data-shortlist-count]").first).to_have_text("(1)")
    assert watch.faults == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_totals(reader: Reader, address: str, real: Site, language: Language, size: dict[str, int]) -> None:
    """Investment and land of the whole catalogue's first projects, as the pages would write them."""
    chosen = list(real.catalog.projects.values())[:20]
    watch = reader(size=size)
    watch.page.goto(f"{address}{language_path(language)}shortlist/?ids={','.join(project.id for project in chosen)}")
    assert len(ids(watch.page)) == len(chosen)
    text = watch.page.locator(".shortlist-totals").inner_text()
    land = [area for project in chosen if (area := project.land_ready)]
    assert numbers.money_range(total(chosen, real.catalog.site).investment, language) in text
    assert numbers.area(Area("", sum((project.least.mu for project in land), Decimal(0)), "亩"), language) in text
    assert violations(watch.page) == []
    assert watch.page.evaluate(SIDEWAYS) <= 0
    assert watch.faults == []


def test_order_notes_and_undo_by_keyboard(reader: Reader, address: str) -> None:
    """Everything without a pointer; a reload finds it as it was left."""
    page = reader().page
    fill(page, address + "en/", *TWO, "display-modules")
    page.goto(address + "en/shortlist/")
    assert ids(page) == [*TWO, "display-modules"]
    page.locator(f"[data-id={TWO[1]}] [data-step='-1']").press("Enter")
    expect(page.locator(".shortlist-item").first).to_have_attribute("data-id", TWO[1])
    assert page.evaluate(f"document.activeElement.closest('[data-id={TWO[1]}]') !== null")
    page.locator(f"#note-{TWO[0]}").fill("=cmd|' /C calc'!A0 <b>visit in May</b>")
    page.locator("[data-id=display-modules] .shortlist-remove").press("Enter")
    expect(page.locator(".shortlist-item")).to_have_count(2)
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator(".shortlist-item")).to_have_count(3)
    page.reload()
    assert ids(page) == [TWO[1], TWO[0], "display-modules"]
    expect(page.locator(f"#note-{TWO[0]}")).to_have_value("=cmd|' /C calc'!A0 <b>visit in May</b>")
    assert page.locator(".shortlist b").count() == 0
    page.get_by_role("button", name="Empty the list").press("Enter")
    expect(page.locator(".selection .empty")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    assert len(ids(page)) == 3


def test_the_table_to_save(reader: Reader, address: str, real: Site, tmp_path: Path) -> None:
    """UTF-8 with its mark, a row each, the note defused."""
    page = reader().page
    fill(page, address, *TWO)
    page.goto(address + "shortlist/")
    page.locator(f"#note-{TWO[1]}").fill("=1+1")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    download.value.save_as(tmp_path / "list.csv")
    assert download.value.suggested_filename == "收藏项目.csv"
    data = (tmp_path / "list.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = data.decode("utf-8-sig").split("\r\n")
    assert len(rows) == 4
    assert rows[1].startswith(f"{real.catalog.projects[TWO[0]].name.zh},{TWO[0]},")
    assert f",{TWO[1]},'=1+1," in rows[2]
    assert "3200000000" in rows[1]
    assert ",'+86 " in rows[1]


def test_a_list_that_came_with_an_address(reader: Reader, address: str) -> None:
    """One's own list stays as it is until one takes the other's projects over."""
    page = reader().page
    fill(page, address + "en/", TWO[0])
    page.goto(f"{address}en/shortlist/?ids=display-modules,{TWO[1]},nobody")
    assert ids(page) == ["display-modules", TWO[1]]
    expect(page.locator(".notice").first).to_contain_text("came with the address")
    expect(page.locator(".notice").nth(1)).to_contain_text("nobody")
    assert page.locator("textarea").count() == 0
    page.get_by_role("button", name="Show my own list").click()
    expect(page.locator(".shortlist-item")).to_have_count(1)
    page.goto(f"{address}en/shortlist/?ids=display-modules,{TWO[1]}")
    page.get_by_role("button", name="Add these").click()
    expect(page.locator(".shortlist-item")).to_have_count(3)
    assert ids(page) == [TWO[0], "display-modules", TWO[1]]


@pytest.mark.parametrize("trouble", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_a_browser_that_keeps_nothing(reader: Reader, address: str, trouble: str) -> None:
    """The bookmark works as long as the page, says so, and the way to the list carries it along."""
    watch = reader()
    page = watch.page
    page.add_init_script(trouble)
    page.goto(f"{address}en/projects/{TWO[0]}/")
    page.locator("button.button--bookmark").click()
    expect(page.locator(".toast")).to_contain_text("does not keep")
    expect(page.locator("[data-shortlist-count]").first).to_have_text("(1)")
    page.locator("a[data-shortlist]").first.click()
    assert ids(page) == [TWO[0]]
    page.locator(".shortlist-remove").click()
    expect(page.locator(".selection .empty")).to_be_visible()
    # The theme remembers colours without asking whether it may: its own scripts object, ours do not.
    assert [fault for fault in watch.faults if fault not in ("script: denied", "script: full")] == []


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        '"text"',
        "[1,null,{}]",
        '[{"id":"<b>"},{"id":"mlcc-passive-components","note":7}]',
        '[{"id":"gone-project"}]',
    ],
)
def test_a_damaged_list(reader: Reader, address: str, stored: str) -> None:
    """Sound entries are shown, the rest is forgotten."""
    watch = reader()
    page = watch.page
    page.goto(address + "about/")
    page.evaluate("(kept) => localStorage.setItem('portal-shortlist', kept)", stored)
    page.goto(address + "shortlist/")
    assert ids(page) == (["mlcc-passive-components"] if "mlcc" in stored else [])
    page.goto(address + "projects/")
    assert [fault for fault in watch.faults if not fault.startswith("failed")] == []


def test_two_windows(reader: Reader, address: str) -> None:
    """A change in one window shows in the other."""
    first = reader().page
    first.goto(f"{address}projects/{TWO[0]}/")
    second = reader(again=True).page
    fill(second, address, TWO[0])
    expect(first.locator("button.button--bookmark")).to_have_attribute("aria-pressed", "true")


def test_two_portals_on_one_host(reader: Reader, real: Site, tmp_path: Path) -> None:
    """Each has a list of its own, in all of its pages and both languages; a change of one is none of the other."""
    for name in ("a", "b"):
        (tmp_path / name).symlink_to(real.out)
    with served(tmp_path) as address:
        watch = reader()
        fill(watch.page, f"{address}a/", TWO[0])
        fill(watch.page, f"{address}b/en/", TWO[1])
        for place, id_ in (("a/en/", TWO[0]), ("b/", TWO[1])):
            watch.page.goto(f"{address}{place}shortlist/")
            assert ids(watch.page) == [id_]
        assert watch.faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_for_each_on_paper(reader: Reader, address: str, real: Site, language: Language) -> None:
    """Print shows a page for each project, with its note and a code; the screen never does."""
    page = reader().page
    prefix = address + language_path(language)
    fill(page, prefix, *TWO)
    page.goto(prefix + "shortlist/")
    page.locator(f"#note-{TWO[0]}").fill("May 2027")
    assert page.locator(".shortlist-sheet").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    sheets = page.locator(".shortlist-sheet")
    expect(sheets).to_have_count(2)
    expect(sheets.first).to_contain_text("May 2027")
    for sheet, id_ in zip(sheets.all(), TWO, strict=True):
        expect(sheet.get_by_role("heading", level=2)).to_have_text(real.catalog.projects[id_].name.in_(language))
        expect(sheet.locator("svg")).to_be_visible()
        expect(sheet).to_contain_text(f"projects/{id_}/")
    assert page.locator(".shortlist-actions").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".shortlist-sheet").count() == 0


def test_from_disk(reader: Reader, real: Site) -> None:
    """Bookmark, list, comparison: without a server."""
    watch = reader()
    page = watch.page
    for id_ in TWO:
        page.goto((real.out / "projects" / id_ / "index.html").as_uri())
        page.locator("button.button--bookmark").click()
    page.locator("a[data-shortlist]").first.click()
    assert ids(page) == list(TWO)
    page.locator(".shortlist-actions a").first.click()
    expect(page.locator(".comparison-table thead th a")).to_have_count(2)
    assert watch.faults == []


def test_sharing(reader: Reader, address: str) -> None:
    """The system's own sharing first, else the clipboard; where both are refused, the address is there to copy."""
    wanted = f"{address}en/projects/{TWO[0]}/"
    page = reader().page
    page.add_init_script("navigator.share = async (what) => { window.shared = what; };")
    page.goto(wanted)
    page.locator("[data-share]").click()
    page.wait_for_function("() => window.shared")
    assert page.evaluate("window.shared.url") == wanted
    page = reader(permissions=["clipboard-read", "clipboard-write"]).page
    page.goto(wanted)
    page.locator("[data-share]").click()
    expect(page.locator(".toast")).to_contain_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == wanted
    page = reader().page
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(wanted)
    page.locator("[data-share]").click()
    expect(page.locator(".toast-address")).to_be_focused()
    expect(page.locator(".toast-address")).to_have_value(wanted)
