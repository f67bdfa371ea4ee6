"""A portal with a history, built once: fields of several sorts changed, a record was renamed, one withdrawn."""

import shutil
from collections.abc import Iterator

import pytest

from tests.history.repository import repository
from tests.sites import TINY_DAY, Site, built, tiny_portal
from tests.visual.browsing import served

DRAFT = "CNY 999 million"
"""The text of a draft before the record was published."""


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the tiny portal from a repository of its own."""
    folder = tmp_path_factory.mktemp("past")
    repository_ = repository(folder / "portal", tiny_portal)
    repository_.edit("1.2 亿元", "9.99 亿元")
    repository_.commit("2026-02-01")
    repository_.edit("9.99 亿元", "1.1 亿元")
    repository_.commit("2026-03-01")
    repository_.edit("1.1 亿元", "1.2 亿元")
    repository_.edit("en: Demand grows.", "en: Demand <b>grew</b> & grew.")
    repository_.edit("cooperation: [sole, joint_venture]", "cooperation: [joint_venture, lease]")
    repository_.edit(
        "content: {zh: 两条线。, en: Two lines.}", "content: {zh: 两条线和仓库。, en: Two lines and a store.}"
    )
    repository_.commit("2026-04-10")
    repository_.edit("phone: +86 10 0000 0001", "phone: +86 10 0000 0007", "contacts/bureau.yaml")
    repository_.edit("value: 5 亿元", "value: 5.5 亿元", "district/results/2025.yaml")
    repository_.edit("zh: 建设灌装线。", "zh: 建设两条灌装线。")
    repository_.commit("2026-06-20")
    return built(repository_.root, folder / "site", TINY_DAY)


@pytest.fixture(scope="session")
def past_address(past: Site) -> Iterator[str]:
    """Serve it below a sub-path."""
    host = past.out.parent / "host"
    shutil.copytree(past.out, host / "portal")
    with served(host) as address:
        yield f"{address}portal/"
