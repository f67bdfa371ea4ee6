"""A portal whose list of projects is longer than a page: 250 more projects, some of them no longer on offer."""

from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser

from tests.browser.watching import DESKTOP, Watched, watched
from tests.overlay import PORTAL
from tests.sites import TINY_DAY, Site, built, tiny_portal
from tests.visual.browsing import served

MANY = 250
CLOSED = 8
SIGNS = "山水田林湖草沙江河海"


@pytest.fixture(scope="session")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the tiny portal with many projects."""
    folder = tmp_path_factory.mktemp("long")
    portal = tiny_portal(folder / "portal")
    sample = yaml.safe_load((PORTAL / "projects" / "bottling-line.yaml").read_text("utf-8"))
    for number in range(MANY):
        name = "".join(SIGNS[int(digit)] for digit in f"{number:03}")
        fields = {
            "name": {"zh": f"{name}项目", "en": f"Project {number:03}"},
            "investment": f"USD {number + 1} million" if number % 5 == 0 else f"{(number + 1) * 1000} 万元",
            **({"sector": "machinery", "industry_code": "C3441"} if number % 7 == 0 else {}),
            "decision_time": ("within_6_months", "within_1_year", "within_2_years")[number % 3],
        }
        if number < CLOSED:
            fields |= {"status": "signed"} if number % 2 else {"valid_until": "2026-06-01"}
        text = yaml.safe_dump({**sample, **fields}, allow_unicode=True)
        (portal / "projects" / f"long-{number:03}.yaml").write_text(text, "utf-8")
    return built(portal, folder / "site", TINY_DAY)


@pytest.fixture(scope="session")
def long_address(long_site: Site) -> Iterator[str]:
    """Serve it."""
    with served(long_site.out) as address:
        yield address


@pytest.fixture
def watch(chromium: Browser) -> Iterator[Watched]:
    """Open a desktop's window; what goes wrong in it is a fault."""
    with watched(chromium, size=DESKTOP) as opened:
        yield opened
        assert opened.faults == []
