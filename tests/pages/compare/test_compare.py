"""Projects side by side, as an investor would set them, in both languages, on phone and desktop."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.outputs.compare import figures_of, public
from investment_portal.pages.compare.comparison import LINES, MARKS
from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE
from tests.pages.compare.conftest import Reader
from tests.sites import Site

THREE = ("mlcc-passive-components", "hdi-circuit-boards", "display-modules")
ASKED = f"compare/?ids={','.join(THREE)}"


def names(page: Page) -> list[str]:
    """Return the projects that stand side by side."""
    return page.locator(".comparison-table thead th a").all_inner_texts()


def go(page: Page, address: str) -> Page:
    """Open a comparison and wait for its table."""
    page.goto(address)
    page.locator(".comparison-table").wait_for()
    return page


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_side_by_side(reader: Reader, address: str, real: Site, language: Language, size: dict[str, int]) -> None:
    """Every value of every project, the differences counted, the better ends marked; accessible, nothing sideways."""
    watch = reader(size=size)
    page = go(watch.page, address + language_path(language) + ASKED)
    context = real.context(language)
    projects, site = real.catalog.projects, real.catalog.site
    records = {id_: public(context, projects[id_], figures_of(projects[id_], site)) for id_ in THREE}
    assert names(page) == [compared.name for compared in records.values()]
    lines = [
        comparison_line
        for comparison_line in LINES
        if comparison_line.worth_asking or any(comparison_line.key in record.values for record in records.values())
    ]
    rows = page.locator(".comparison-row:not(.comparison-row--contact)")
    assert rows.count() == len(lines)
    differ = 0
    for row, line in zip(rows.all(), lines, strict=True):
        cells = row.locator("td").all_inner_texts()
        texts = [record.values.get(line.key, "") for record in records.values()]
        assert all(
            text.replace("\xa0", " ") in cell.replace("\xa0", " ") for text, cell in zip(texts, cells, strict=True)
        )
        differ += len(set(texts)) > 1 and not line.is_text
        for text, cell, record in zip(texts, cells, records.values(), strict=True):
            assert record.contact
            assert (record.contact.name in cell) == (line.worth_asking and not text), line.key
        assert row.locator(".comparison-best").count() == len(_ahead(line.key, list(records.values())))
    expect(page.locator(".compare-summary")).to_contain_text(str(differ))
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0
    assert watch.faults == []


def _ahead(key: str, records: list) -> list[int]:  # type: ignore[type-arg]
    """Return which records should be marked at a line, reckoned anew."""
    figures = [float(record.figures[key][0]) if key in record.figures else None for record in records]
    known = [figure for figure in figures if figure is not None]
    if key not in MARKS or len(known) < 2 or min(known) == max(known):
        return []
    best = max(known) if MARKS[key].end == "most" else min(known)
    return [place for place, figure in enumerate(figures) if figure == best]


def test_the_address_keeps_everything(reader: Reader, address: str) -> None:
    """Take one out, show only differences: reload and a copied address show the same, the back button undoes."""
    page = go(reader().page, address + "en/" + ASKED)
    first = names(page)
    page.locator("[data-remove=hdi-circuit-boards]").press("Enter")
    expect(page.locator(".comparison-table thead th a")).to_have_count(2)
    expect(page.locator(".toast")).to_contain_text("was taken out")
    page.wait_for_function("() => document.activeElement.matches('[data-remove]')")
    everything = page.locator(".comparison-row").count()
    page.get_by_label("Show only what differs").press(" ")
    expect(page.get_by_label("Show only what differs")).to_be_focused()
    few = page.locator(".comparison-row").count()
    assert few < everything
    assert page.locator(".comparison-row").count() == page.locator(".comparison-row--differs").count() + 1
    page.reload()
    expect(page.locator(".comparison-row")).to_have_count(few)
    copied = go(reader().page, page.url)
    assert names(copied) == [first[0], first[2]]
    expect(copied.locator(".comparison-row")).to_have_count(few)
    page.go_back()
    expect(page.locator(".comparison-row")).to_have_count(everything)
    page.go_back()
    expect(page.locator(".comparison-table thead th a")).to_have_count(3)


HOSTILE = (
    "<script>document.title='broken'</script>,nobody",
    "x" * 10_000,
    "%00,../../etc,__proto__,constructor,toString",
    "',\",;--,${7*7}",
)


@pytest.mark.parametrize("ids", HOSTILE, ids=["script", "long", "names", "signs"])
def test_hostile_addresses(reader: Reader, address: str, ids: str) -> None:
    """Readable parts are shown, dropped ones named as text, nothing runs and nothing breaks."""
    watch = reader(size=PHONE)
    page = watch.page
    page.goto(f"{address}en/compare/?ids={THREE[0]},{THREE[1]},{quote(ids)}&only={quote('<b>')}")
    page.locator(".comparison-table").wait_for()
    assert len(names(page)) == 2
    expect(page.locator(".notice").first).to_contain_text("not found")
    assert "broken" not in page.title()
    assert page.locator(".selection :is(script, b, img)").count() == 0
    assert page.evaluate(SIDEWAYS) <= 0
    assert watch.faults == []


def test_more_than_five(reader: Reader, address: str, real: Site) -> None:
    """The first five stand there, the sixth is named."""
    six = list(real.catalog.projects)[:6]
    page = go(reader().page, f"{address}compare/?ids={','.join(six)}")
    assert len(names(page)) == 5
    expect(page.locator(".notice")).to_contain_text(real.catalog.projects[six[5]].name.zh)


@pytest.mark.parametrize("ids", ["", f"?ids={THREE[0]}", "?ids=nobody", "?ids=,,"])
def test_too_few_to_compare(reader: Reader, address: str, ids: str) -> None:
    """The page says what is needed and leads to the projects."""
    watch = reader()
    watch.page.goto(f"{address}compare/{ids}")
    expect(watch.page.locator(".selection .empty")).to_be_visible()
    watch.page.locator(".selection a.button").click()
    expect(watch.page).to_have_url(f"{address}projects/")
    assert watch.faults == []


def test_from_disk(reader: Reader, real: Site) -> None:
    """Data comes as scripts, links lead to pages rather than folders."""
    watch = reader()
    page = go(watch.page, f"{(real.out / 'en' / 'compare' / 'index.html').as_uri()}?ids={','.join(THREE)}")
    assert len(names(page)) == 3
    page.locator(".comparison-table thead a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(real.catalog.projects[THREE[0]].name.en)
    assert watch.faults == []


def test_a_former_address(reader: Reader, full: Site) -> None:
    """A renamed project is found by the id that it had."""
    page = reader().page
    page.goto(f"{(full.out / 'compare' / 'index.html').as_uri()}?ids=former-hall,bottling-line")
    expect(page.locator(".comparison-table thead th a")).to_have_count(2)
    # Texts of staff stay text here too.
    assert page.locator(".comparison-table :is(script, img, iframe)").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["compare", "shortlist"])
def test_without_scripts(reader: Reader, address: str, name: str, language: Language) -> None:
    """The page says what it needs and where the same can be read."""
    page = reader(java_script_enabled=False).page
    page.goto(f"{address}{language_path(language)}{name}/")
    expect(page.locator("article noscript")).to_be_visible()
    expect(page.locator(".selection")).to_be_hidden()
    page.locator("article noscript a.button").click()
    expect(page).to_have_url(f"{address}{language_path(language)}projects/")
    for shown in (".bookmark", ".shortlist-links", ".project-buttons"):
        assert page.locator(f"{shown}:visible").count() == 0


def test_data_that_does_not_come(reader: Reader, address: str) -> None:
    """The page says which projects it could not load."""
    page = reader().page
    page.route("**/assets/data/compare/**", lambda route: route.abort())
    page.goto(f"{address}en/{ASKED}")
    expect(page.locator(".notice")).to_contain_text("could not be loaded")
    assert THREE[1] in page.url
