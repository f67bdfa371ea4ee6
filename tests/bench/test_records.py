"""The records of the benchmark: a portal without errors, the same each time, and the same content for every tool."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bench.make_records import projects
from bench.peers.place import Place
from bench.peers.registry import TOOLS
from bench.peers.sheets import Sheet
from bench.peers.tools.portal import DAY, LoadedPortal
from bench.peers.turns import Laid, lay
from investment_portal.build.validate import validate
from investment_portal.languages import LANGUAGES, Language
from investment_portal.problems import Level
from investment_portal.validation.record_reader import read_portal

COUNT = 90
"""More than the real projects, of which some come again then, and those again."""
PEERS = sorted(set(TOOLS) - {"portal", "floor"})


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """Lay the records before every tool, none of which needs to be installed for it."""
    return lay(COUNT, list(TOOLS), Place(tmp_path_factory.mktemp("bench")))


def portal_of(laid: Laid) -> LoadedPortal:
    """Return this product's own folder."""
    return next(tool for tool in laid.tools if isinstance(tool, LoadedPortal))


def source(laid: Laid, name: str, sheets: Mapping[Language, Sheet]) -> Iterator[tuple[Sheet, str]]:
    """Yield what a peer is to make a project's pages from."""
    folder = next(tool.folder for tool in laid.tools if tool.name == name)
    paths = sorted(folder.rglob(f"{sheets['zh'].id}.md")) + sorted(folder.rglob(f"{sheets['zh'].id}.en.md"))
    assert len(paths) == len(LANGUAGES)
    for sheet in sheets.values():
        yield next((sheet, text) for text in (path.read_text("utf-8") for path in paths) if sheet.summary in text)


def test_the_portal_has_no_errors_even_after_the_change(laid: Laid) -> None:
    """Only a build that succeeds is measured."""
    portal = portal_of(laid)
    portal.change(laid.changed(Decimal("101.1")), "101.1")
    validated, problems = validate(portal.records, date.fromisoformat(DAY))
    assert [problem for problem in problems if problem.level is Level.ERROR] == []
    assert len(validated.catalog.projects) == COUNT
    (changed,) = laid.catalog.projects
    investment = read_portal(portal.records).catalog.projects[changed].investment
    assert investment
    assert investment.low
    assert investment.low.amount == Decimal(10_110_000_000)


def test_the_same_number_gives_the_same_records() -> None:
    """Two runs of the benchmark compare like with like; each record differs from every other."""
    records = dict(projects(COUNT))
    assert records == dict(projects(COUNT))
    assert len(records) == len(set(records.values())) == COUNT


@pytest.mark.parametrize("name", PEERS)
def test_every_tool_is_given_the_facts(laid: Laid, name: str) -> None:
    """A page could not tell what its source lacks: name, investment, place, status, contact."""
    for row in laid.rows:
        for sheet, text in source(laid, name, row):
            assert len(sheet.shown_texts) >= 4
            assert [fact for fact in sheet.shown_texts if fact not in text] == []


@pytest.mark.parametrize("name", PEERS)
def test_a_change_reaches_both_languages(laid: Laid, name: str) -> None:
    """The changed record tells its new investment to every tool."""
    tool = next(tool for tool in laid.tools if tool.name == name)
    changed = laid.changed(Decimal("203.7"))
    before = laid.changed(Decimal("101.1"))
    tool.change(changed, "203.7")
    for sheet, text in source(laid, name, changed):
        assert sheet.investment in text
        assert before[sheet.language].investment not in text
        assert "203.7" in sheet.investment or "20.37" in sheet.investment


def test_lists_are_laid_where_a_tool_cannot_make_them(laid: Laid) -> None:
    """MkDocs gets a list of all and one for each sector."""
    folder = next(tool.folder for tool in laid.tools if tool.name == "mkdocs")
    for language in LANGUAGES:
        docs = folder / language / "docs"
        everything = (docs / "projects" / "index.md").read_text("utf-8")
        assert [row[language].id for row in laid.rows if f"({row[language].id}.md)" not in everything] == []
        for row in laid.rows:
            assert f"/{row[language].id}.md)" in (docs / "sectors" / f"{row[language].sector}.md").read_text("utf-8")


def test_no_more_is_kept_of_many_records_than_is_needed(laid: Laid) -> None:
    """The benchmark's own memory must not weigh on what it measures."""
    assert all(sheet.body == "" for row in laid.rows for sheet in row.values())
    assert len(laid.catalog.projects) == 1


def test_work_stays_in_its_folder(laid: Laid, tmp_path: Path) -> None:
    """Nothing is written beside the folder that git ignores."""
    place = Place(tmp_path)
    assert all(tool.folder.is_relative_to(tool.work) for tool in laid.tools)
    assert place.work(COUNT).parent == place.tools.parent == tmp_path
