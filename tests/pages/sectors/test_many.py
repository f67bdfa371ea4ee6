"""A portal with hundreds of sectors: the home page stays light and leads to all of them."""

import pytest

from investment_portal.languages import LANGUAGES, Language
from investment_portal.pages.home.shortcodes import SECTORS_SHOWN
from tests.conftest import DAY
from tests.markup import read_markup
from tests.sites import Site, built, tiny_portal

MORE = 300
HEAVIEST = 150_000
"""Bytes of HTML that a home page may have."""

FURTHER = """sector-{number}:
  name: {{zh: 第 {number} 号产业, en: Sector {number}}}
  summary: {{zh: 示例。, en: An example.}}
  industry_codes: [C34]
  icon: gear
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the tiny portal with hundreds of further sectors."""
    folder = tmp_path_factory.mktemp("many")
    portal = tiny_portal(folder / "portal")
    sectors = portal / "district/sectors.yaml"
    further = (FURTHER.format(number=number) for number in range(MORE))
    sectors.write_text("".join([sectors.read_text("utf-8"), *further]), "utf-8")
    return built(portal, folder / "site", DAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_shows_a_dozen(many: Site, language: Language) -> None:
    """It leads to the list, which has them all."""
    folder = many.out / ("" if language == "zh" else language)
    home = (folder / "index.html").read_text("utf-8")
    assert len(home.encode()) < HEAVIEST
    assert home.count('class="tile"') == SECTORS_SHOWN
    assert ("a", "sectors/") in read_markup(home).links
    every = (folder / "sectors/index.html").read_text("utf-8")
    assert every.count('class="tile"') == len(many.catalog.sectors) > MORE
