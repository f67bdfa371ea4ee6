"""The footer: who runs the site, and all that a Chinese government site must show there."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from msgspec.structs import replace

from investment_portal.content.theme_files import THEME
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.base import fields_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.site import Filing, MourningDays, OfficialChannels, Site
from investment_portal.rendering.layout_settings import layout_settings
from investment_portal.validation.record_reader import read_portal
from tests.overlay import PORTAL
from tests.sites import TINY_DAY

FILING = Filing(
    icp="样ICP备12345678号",
    police="样公网安备11111111111111号",
    police_code="22222222222222",
    site_id="3333333333",
    party_and_government_mark="https://mark.example.org/",
    party_and_government_mark_picture="marks/organ.png",
    error_report="https://errors.example.org/",
    error_report_picture="marks/errors.png",
    police_picture="marks/police.png",
)
CHANNELS = OfficialChannels(
    enquiry="https://ask.example.gov.cn/",
    hotline="https://hotline.example.gov.cn/",
    services="https://services.example.gov.cn/",
)


def catalog_with(filing: Filing, channels: OfficialChannels = CHANNELS) -> Catalog:
    """Return the records of the tiny portal with these filings and channels."""
    catalog = read_portal(PORTAL).catalog
    return with_site(catalog, replace(catalog.site, filing=filing, channels=channels))


def with_site(catalog: Catalog, site: Site) -> Catalog:
    """Return the records with other settings."""
    return Catalog(site, catalog.records, catalog.ids, catalog.unread, catalog.gone, catalog.upcoming)


def footer(catalog: Catalog, language: Language, root: Path = PORTAL) -> str:
    """Return the footer of a page two folders deep."""
    settings: dict[str, Any] = layout_settings(root, catalog, TINY_DAY)[language]
    environment = Environment(loader=FileSystemLoader(THEME), autoescape=True)
    environment.filters["url"] = lambda address: f"../../{address}"
    extra = {name: settings[name] for name in ("portal", "words")}
    config = {"extra": extra, "site_name": settings["name"]}
    return environment.get_template("partials/footer.html").render(config=config, nav=None, base_url="../..")


@pytest.mark.parametrize("name", fields_of(Filing))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_filing_is_shown(name: str, language: Language) -> None:
    """And is not where the settings do not have it."""
    value = getattr(FILING, name)
    assert value in footer(catalog_with(FILING), language)
    assert value not in footer(catalog_with(replace(FILING, **{name: None})), language)


@pytest.mark.parametrize("name", fields_of(OfficialChannels))
def test_every_official_channel_is_linked(name: str) -> None:
    """Readers ask the government there."""
    address = f'href="{getattr(CHANNELS, name)}"'
    assert address in footer(catalog_with(FILING), "zh")
    assert address not in footer(catalog_with(FILING, replace(CHANNELS, **{name: None})), "zh")


def test_marks_without_a_picture_are_words() -> None:
    """A picture has its words as its text alternative."""
    shown = footer(catalog_with(FILING), "zh")
    assert 'src="../../files/marks/organ.png" alt="党政机关标识"' in shown
    assert 'src="../../../files/marks/errors.png" alt="Report an error' in footer(catalog_with(FILING), "en")
    words = replace(FILING, party_and_government_mark_picture=None, error_report_picture=None)
    assert ">党政机关标识</a>" in footer(catalog_with(words), "zh")
    assert ">我为政府网站找错</a>" in footer(catalog_with(words), "zh")


def test_links_to_government_sites_lead_there_at_once() -> None:
    """So do those of the footer; the prompt is demanded for other sites."""
    hosts = layout_settings(PORTAL, catalog_with(FILING), TINY_DAY)["zh"]["portal"]["hosts"]
    assert {"gov.cn", "mark.example.org", "errors.example.org"} <= set(hosts)


def test_the_site_is_grey_on_days_of_mourning_only() -> None:
    """The first and the last one included."""
    catalog = catalog_with(FILING)
    grey = with_site(catalog, replace(catalog.site, mourning=[MourningDays(from_=TINY_DAY, until=TINY_DAY)]))
    settings = [layout_settings(PORTAL, grey, day) for day in (TINY_DAY, TINY_DAY.replace(day=29))]
    assert [of_day["zh"]["portal"]["mourning"] for of_day in settings] == [True, False]
