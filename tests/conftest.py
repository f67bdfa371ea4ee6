"""Fixtures of all tests: the tiny portal, the day, and blessing of golden files."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from investment_portal.models.catalog import Catalog
from investment_portal.validation.record_reader import read_portal
from tests.overlay import PORTAL

pytest_plugins = ("tests.untouched", "tests.sites", "tests.chromium")

DAY = date(2026, 6, 30)
"""The day from which tests reckon."""

FUZZ = int(os.environ.get("FUZZ", "1"))
"""How many times as many examples as usual are tried, other ones in each run; ``make fuzz`` sets it."""

# No deadline: how long an example takes says nothing about whether it is right.
settings.register_profile("house", deadline=None, max_examples=60 * FUZZ, derandomize=FUZZ == 1)
settings.load_profile("house")


CROSSED = {"zh": {"desktop", "dark", "half", "plain"}, "en": {"phone", "light", "twice", "scripts"}}
"""Of a test in both languages and, say, on two sizes ``make test`` takes two: each language and each size once."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--bless``, which writes golden files instead of comparing them, and ``--all``, for ``make audit``."""
    parser.addoption("--bless", action="store_true", help="write golden files and the pages made from them")
    parser.addoption("--all", action="store_true", help="every test in each language on each size, light and dark")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave long and crossed tests to ``make audit``, unless a test was asked for by its name."""
    if config.getoption("--all") or config.getoption("--bless") or any("::" in argument for argument in config.args):
        return
    later = [item for item in items if crossed(item.name) or item.get_closest_marker("audit")]
    config.hook.pytest_deselected(items=later)
    dropped = set(later)
    items[:] = [item for item in items if item not in dropped]


def crossed(name: str) -> bool:
    """Return whether a test, by its name, crosses a language with what the other language is tested with."""
    parameters = set(name.partition("[")[2].rstrip("]").split("-"))
    return any(language in parameters and parameters & others for language, others in CROSSED.items())


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Return whether references are to be written rather than compared."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with its golden file, or write it when blessing."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--bless"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.is_file(), f"{path} is missing: write it with pytest --bless"
        assert path.read_text("utf-8") == text

    return compare


@pytest.fixture(scope="session")
def tiny() -> Catalog:
    """Return the catalogue of the tiny portal."""
    portal = read_portal(PORTAL)
    assert not portal.problems
    return portal.catalog


@pytest.fixture
def day() -> date:
    """Return the day from which tests reckon."""
    return DAY
