"""The search box of the projects' list matches as the site search does."""

import pytest
from playwright.sync_api import Browser, Page

from investment_portal.models.controlled_values import CooperationMode, ProjectStage
from tests.sites import Site

SHOWN = """
() => document.documentElement.classList.contains("list-pending") ? null
  : [...document.querySelectorAll(".list-results [data-id]")].map((card) => card.dataset.id)
"""


@pytest.fixture(scope="module")
def list_page(chromium: Browser, real_address: str) -> Page:
    """Return the list with all its texts loaded."""
    page = chromium.new_page()
    page.goto(f"{real_address}projects/?q=电容")
    page.wait_for_load_state("networkidle")
    return page


def shown_for(page: Page, typed: str) -> set[str]:
    """Type into the box and return the ids of the projects shown."""
    page.fill(".list input[type=search]", typed)
    page.wait_for_timeout(300)
    page.wait_for_load_state("networkidle")
    return set(page.wait_for_function(SHOWN).json_value())


def test_stage_mode_and_pinyin(list_page: Page, real: Site) -> None:
    """用地就绪 and 出租 are found by stage and way to take part; dianzi and dzxx as 电子 and 电子信息."""
    projects = real.catalog.projects.values()
    ready = {project.id for project in projects if project.stage is ProjectStage.SITE_READY}
    leased = {project.id for project in projects if CooperationMode.LEASE in project.cooperation}
    electronics = {project.id for project in projects if project.sector == "electronics"}
    assert ready
    assert shown_for(list_page, "用地就绪") >= ready
    assert leased
    assert shown_for(list_page, "出租") >= leased
    assert shown_for(list_page, "dianzi") >= electronics
    assert shown_for(list_page, "dzxx") >= electronics


def test_traditional_synonyms_and_figures(list_page: Page) -> None:
    """As in the site search."""
    assert shown_for(list_page, "電容") == shown_for(list_page, "电容")
    assert "mlcc-passive-components" in shown_for(list_page, "贴片电容")
    assert "mlcc-passive-components" in shown_for(list_page, "32 亿元")
    assert shown_for(list_page, "mlcc-passive-components") == {"mlcc-passive-components"}
    assert shown_for(list_page, "量子计算机") == set()
