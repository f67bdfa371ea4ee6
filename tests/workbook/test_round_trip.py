"""Export and import: what was not changed stays to the byte, what was changed is written and nothing else."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from investment_portal.build.validate import validate
from investment_portal.cli.command import DONE
from investment_portal.cli.main import main
from investment_portal.editing.records import record_places
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.field_docs import entries
from investment_portal.models.kinds import KINDS
from investment_portal.workbook.export import export_records
from investment_portal.workbook.importing import ImportPlan, plan_import
from investment_portal.workbook.layout import layouts
from tests.conftest import DAY
from tests.editing.test_acts import texts
from tests.overlay import PORTAL, SEED
from tests.workbook.book import Book

Command = Callable[..., str]
FILE = "projects/bottling-line.yaml"
PROJECT = ("project", "bottling-line")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy the tiny portal."""
    shutil.copytree(PORTAL, tmp_path / "portal")
    return tmp_path / "portal"


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return the function that runs a command on it in English and returns its output."""

    def call(*words: str, code: int = DONE, language: str = "en") -> str:
        date = [] if words[0] == "export" else ["--date", DAY.isoformat()]
        assert main([*words, "--lang", language, *date], root) == code
        output = capsys.readouterr()
        return output.out + output.err

    return call


@pytest.fixture
def book(root: Path, tmp_path: Path) -> Book:
    """Export the tiny portal in English."""
    return exported(root, tmp_path / "records.xlsx")


def exported(root: Path, path: Path, language: Language = "en") -> Book:
    """Export a portal and open the workbook."""
    path.write_bytes(export_records(root, tuple(KINDS), language)[0])
    return Book(path)


def planned(root: Path, book: Book, language: Language = "en") -> ImportPlan:
    """Return what an import of a workbook would do."""
    return plan_import(root, book.save(), language, DAY)


def changed(root: Path, before: dict[str, str]) -> dict[str, list[str]]:
    """Return the lines of each file that it had not before."""
    return {
        name: [line for line in text.splitlines() if line not in before.get(name, "").splitlines()]
        for name, text in texts(root).items()
        if text != before.get(name)
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("portal", [PORTAL, SEED], ids=["tiny", "seed"])
def test_what_is_not_changed_stays(portal: Path, language: Language, tmp_path: Path) -> None:
    """Exported and imported again, no file changes, and nothing is reported; two exports are the same bytes."""
    content, count = export_records(portal, tuple(KINDS), language)
    assert count == len(record_places(portal))
    path = tmp_path / "records.xlsx"
    path.write_bytes(content)
    assert plan_import(portal, path, language, DAY) == ImportPlan([], [], [], [])
    assert export_records(portal, tuple(KINDS), language)[0] == content


def test_another_program_saves_the_same_cells(root: Path, book: Book) -> None:
    """Its bytes differ, with texts in another place of the file; nothing has changed."""
    assert planned(root, book) == ImportPlan([], [], [], [])


def test_every_field_has_a_column() -> None:
    """A field that was added to a model stands in the workbook without further code."""
    for kind in KINDS.values():
        sheets = layouts(kind.name, "en")
        keys = {column.keys[0] for column in sheets[0].columns} | {sheet.keys[0] for sheet in sheets[1:]}
        assert keys == {entry.key for entry in entries(kind.model)} - {"id"}
        for sheet in sheets:
            assert len({column.keys for column in sheet.columns}) == len(sheet.columns)
            for column in sheet.columns:
                assert all(column.label(language) for language in LANGUAGES), column


def test_changed_cells_change_their_lines(root: Path, book: Book, run: Command) -> None:
    """A table names cell, record, field, old and new value; only --write writes, and only the lines meant."""
    before = texts(root)
    book.cell(*PROJECT, "investment").value = "2.8 亿元"
    book.cell(*PROJECT, "name.en").value = "Filling line"
    book.cell(*PROJECT, "verified_on").value = datetime(2026, 6, 1)  # noqa: DTZ001 - as Excel has it
    book.cell(*PROJECT, "verified_on").number_format = "yyyy-mm-dd"
    output = run("import", str(book.save()))
    # A sum that was announced for the project no longer agrees: the rules look at other records too.
    assert "spring-meeting.yaml:8:38: warning [announced-total]" in output
    assert f"{book.name(*PROJECT, 'investment')}  project/bottling-line  Total investment" in output
    assert "→ 2.8 亿元" in output
    assert "--write" in output
    assert texts(root) == before
    assert "Files written: 1." in run("import", str(book.path), "--write")
    lines = ["verified_on: 2026-06-01", "name: {zh: 灌装生产线, en: Filling line}", "investment: 2.8 亿元"]
    assert changed(root, before) == {FILE: lines}
    assert "nothing to change" in run("import", str(book.path), "--write")
    assert [problem.rule for problem in validate(root, DAY)[1]] == ["announced-total"]
