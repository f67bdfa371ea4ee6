"""A project in several parks, of several sectors and promoters, with no site yet, or paused: wherever it is shown."""

from pathlib import Path

import pytest

from investment_portal.languages import LANGUAGES, Language
from tests.conftest import DAY
from tests.markup import read_markup
from tests.sites import Site, built, tiny_portal

PROJECT = "projects/bottling-line.yaml"
EDITS = {
    "place: {park: river-park}": "place: {parks: [river-park, hill-park]}",
    "sector: food\n": "sector: food\nother_sectors: [machinery]\n",
    "promoter: {name: {zh: 投资促进局, en: Investment bureau}}": (
        "promoters:\n"
        "  - {name: {zh: 甲公司, en: Firm A}, role: {zh: 牵头单位, en: Lead}}\n"
        "  - {name: {zh: 乙公司, en: Firm B}}"
    ),
}
NAMES = {"zh": ("河滨园、山丘园", "甲公司", "乙公司"), "en": ("River Park, Hill Park", "Firm A", "Firm B")}


def edited(folder: Path, edits: dict[str, str]) -> Site:
    """Build the tiny portal with some lines of a project replaced."""
    portal = tiny_portal(folder / "portal")
    text = (portal / PROJECT).read_text("utf-8")
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new)
    (portal / PROJECT).write_text(text, "utf-8")
    return built(portal, folder / "site", DAY)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the project with several of each."""
    return edited(tmp_path_factory.mktemp("several"), EDITS)


def article(site: Site, language: Language, address: str) -> str:
    """Return the content of a page."""
    page = site.out / ("" if language == "zh" else language) / address / "index.html"
    return read_markup(page.read_text("utf-8")).article


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_them_all(several: Site, language: Language) -> None:
    """Parks with links and distances, promoters with their roles, the other sector."""
    html = article(several, language, "projects/bottling-line")
    for park in ("river-park", "hill-park"):
        assert f'href="../../parks/{park}/"' in html
    assert 'href="../../sectors/machinery/"' in html
    for name in NAMES[language][1:]:
        assert name in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["parks/river-park", "parks/hill-park", "sectors/food", "sectors/machinery"])
def test_pages_of_parks_and_sectors_show_it(several: Site, language: Language, address: str) -> None:
    """As a card; on the page of a sector it names both parks."""
    html = article(several, language, address)
    assert 'href="../../projects/bottling-line/"' in html
    assert address.startswith("parks/") or NAMES[language][0] in html


def test_it_counts_in_one_sector(several: Site) -> None:
    """Totals of all sectors add up to the total of all projects."""
    index = several.data.index
    sectors = [index.total(("sector", sector)).projects for sector in several.catalog.sectors]
    assert sum(sectors) == index.published_total().projects


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_to_be_chosen_and_a_pause(tmp_path: Path, language: Language) -> None:
    """The page says both; a paused project is no longer counted as on offer."""
    site = edited(
        tmp_path, {"place: {park: river-park}": "place: {undecided: true}", "status: seeking": "status: paused"}
    )
    html = article(site, language, "projects/bottling-line")
    assert {"zh": "选址待定", "en": "Site to be chosen"}[language] in html
    assert {"zh": "暂停招商", "en": "Paused"}[language] in html
    assert "bottling-line" not in site.data.index.offered
