"""Export and import: what was not changed stays to the byte, what was changed is written and nothing else."""

import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from investment_portal.build.validate import validate
from investment_portal.cli.command import DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.content.yaml_loader import load_text
from investment_portal.editing.files import write_files
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


def test_the_language_of_the_import_does_not_matter(root: Path, tmp_path: Path) -> None:
    """Labels of choices, yes and no are understood in both languages."""
    book = exported(root, tmp_path / "records.xlsx", "zh")
    assert planned(root, book, "en") == ImportPlan([], [], [], [])


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


def test_entries_of_lists(root: Path, book: Book) -> None:
    """A changed, a new and a deleted row of a list; a number with a point stands in between; sorting does no harm."""
    book.add("project/gaps", {"id": "bottling-line", "zh": "缺少买家", "en": "Buyers"})
    book.add("project/gaps", {"id": "bottling-line", "#": 0.5, "zh": "缺少用地", "en": "Land"})
    book.add("project/phases", {"id": "bottling-line", "name.zh": "一期", "name.en": "Phase one", "from": "2027"})
    book.add("project/advantages", {"id": "bottling-line", "zh": "近水", "en": "Close to water"})
    book.cell("contact/hours", "bureau", "days").value = "mon-thu"
    book.cell("policy/benefits", "equipment-grant", "cap").value = "400 万元"
    book.delete("policy/legal_basis", "equipment-grant")
    plan = planned(root, book)
    assert [problem for problem in plan.problems if problem.level == "error"] == []
    write_files(root, plan.files)
    values = {change.name: load_text(change.after or "").value for change in plan.files}
    project, policy = values[FILE], values["policies/equipment-grant.yaml"]
    assert [gap["en"] for gap in project["gaps"]] == ["Land", "A supplier of machines", "Buyers"]
    assert project["phases"] == [{"name": {"zh": "一期", "en": "Phase one"}, "from": 2027}]
    assert project["advantages"] == [{"zh": "近水", "en": "Close to water"}]
    assert values["contacts/bureau.yaml"]["hours"][0]["days"] == "mon-thu"
    assert policy["benefits"][0]["cap"] == "400 万元"
    assert "legal_basis" not in policy
    assert [line for line in plan.changes if line.record == "policy/equipment-grant"][-1].change.endswith("→ —")
    assert planned(root, book).changes == []


def test_new_records_and_rows_that_are_gone(root: Path, book: Book, run: Command) -> None:
    """A new row with its entries is a new record; a deleted row is told and deletes nothing."""
    values = {
        "id": "second-line",
        "name.zh": "第二灌装线",
        "name.en": "Second line",
        "kind": "Land",
        "sector": "food Food",
        "place.park": "River Park",
        "land_ready": "30 亩",
        "stage": "Approval",
        "status": "Seeking investors",
        "status_on": "2026-06-01",
        "summary.zh": "再建一条线。",
        "summary.en": "One more line.",
        "promoter.name.zh": "投资促进局",
        "promoter.name.en": "Investment bureau",
        "contacts": "bureau; hotline",
        "published_on": "2026-06-01",
        "verified_on": "2026-06-01",
    }
    book.add("project", values)
    book.add("project/gaps", {"id": "second-line", "zh": "缺少设备商", "en": "A supplier"})
    book.add("project/services", {"id": "second-line", "zh": "代办手续", "en": "Formalities"})
    book.delete("contact", "hotline")
    output = run("import", str(book.save()), "--write")
    assert "lacks records, which stay as they are: hotline." in output
    value = load_text((root / "projects/second-line.yaml").read_text("utf-8")).value
    assert list(value)[:2] == ["published_on", "verified_on"]
    assert (value["kind"], value["sector"], value["place"]) == ("land", "food", {"park": "river-park"})
    assert value["contacts"] == ["bureau", "hotline"]
    assert (root / "contacts/hotline.yaml").is_file()
    assert validate(root, DAY)[1] == []
    assert "added" in run("import", str(book.path), code=DATA_ERRORS)


def test_what_changed_in_the_files_meanwhile(root: Path, book: Book, run: Command) -> None:
    """Other fields are joined; the same field is a conflict, which keeps its record back and no other."""
    file = root / FILE
    book.cell(*PROJECT, "name.en").value = "Filling line"
    book.cell("contact", "hotline", "name.en").value = "Helpline"
    text = file.read_text("utf-8").replace("stage: approval", "stage: ready")
    file.write_text(text, "utf-8")
    plan = planned(root, book)
    assert plan.problems == []
    (change,) = (change for change in plan.files if change.name == FILE)
    assert change.after == text.replace("Bottling line}", "Filling line}")
    file.write_text(text.replace("Bottling line}", "Bottling hall}"), "utf-8")
    output = run("import", str(book.path), "--write", code=DATA_ERRORS)
    assert f"{book.name(*PROJECT, 'name.en')}: error [conflict] Project · English" in output
    assert "Bottling hall}" in file.read_text("utf-8")
    assert "Helpline" in (root / "contacts/hotline.yaml").read_text("utf-8")
    file.unlink()
    assert "error [conflict]" in run("import", str(book.path), code=DATA_ERRORS)


def test_rows_that_are_unclear(root: Path, book: Book) -> None:
    """Twice the same id or number, an entry without record, a row without id: refused by cell."""
    row = book.add("project", {"id": "bottling-line", "name.zh": "又一条"})
    other = book.add("contact", {"name.zh": "无编号"})
    book.add("project/gaps", {"id": "bottling-line", "#": 1, "zh": "重复", "en": "Twice"})
    book.add("project/services", {"id": "botling-line", "zh": "代办", "en": "Help"})
    book.add("park", {"id": "Rìver", "name.zh": "园区", "name.en": "Park"})
    plan = planned(root, book)
    assert plan.is_refused
    sentences = {problem.file: problem.sentence.en for problem in plan.problems}
    assert "stands in project!A4 already" in sentences[f"project!A{row}"]
    assert sentences[f"contact!A{other}"] == "This row has no id."
    assert any("Number 1 stands in" in sentence for sentence in sentences.values())
    assert any("no record “botling-line”" in sentence for sentence in sentences.values())
    assert any("small letters" in sentence for sentence in sentences.values())
    assert not any(line.record == "project/bottling-line" for line in plan.changes)


def test_workbooks_that_cannot_be_compared(root: Path, book: Book, run: Command, tmp_path: Path) -> None:
    """No workbook, none of an export, a state that is gone; a sheet or column of people's own is told and not read."""
    (tmp_path / "list.csv").write_text("a,b\n", "utf-8")
    assert "cannot be read as an .xlsx" in run("import", str(tmp_path / "list.csv"), code=USAGE)
    with zipfile.ZipFile(tmp_path / "damaged.xlsx", "w") as damaged, zipfile.ZipFile(book.path) as whole:
        for entry in whole.infolist():
            strings = b"<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>"
            damaged.writestr(entry, strings if entry.filename == "xl/sharedStrings.xml" else whole.read(entry))
    assert "cannot be read as an .xlsx" in run("import", str(tmp_path / "damaged.xlsx"), code=USAGE)
    assert "no file" in run("import", str(tmp_path / "none.xlsx"), code=USAGE)
    project = book.sheet("project")
    project.cell(4, project.max_column + 1, "my remark")
    book.book.create_sheet("Notes")["A1"] = "to do"
    project.delete_cols(book.column("project", "subsector.zh"))
    plan = planned(root, book)
    notes = " ".join(note.en for note in plan.notes)
    assert "Sheet “Notes” is not read." in notes
    assert "A column of your own is not read: project!" in notes
    assert "lacks columns, which stay as they are: Sub-sector · Chinese." in notes
    assert (plan.changes, plan.problems) == ([], [])
    book.book["_state"]["A1"] = "eJw="
    assert "lacks the state of its export" in run("import", str(book.save()), code=USAGE)
    del book.book["_state"]
    assert "lacks the state of its export" in run("import", str(book.save()), code=USAGE)


def test_an_export_is_not_written_over(run: Command, tmp_path: Path) -> None:
    """It may hold changes; kinds can be named, in Chinese too, and a wrong one is refused."""
    out = tmp_path / "some.xlsx"
    assert "holds 4 records" in run("export", "project", "contact", "--out", str(out))
    assert {sheet["A1"].value.partition("/")[0] for sheet in Book(out).book.worksheets[:-2]} == {"project", "contact"}
    assert "already" in run("export", "--out", str(out), code=USAGE)
    assert "Did you mean “project”?" in run("export", "projet", "--out", str(tmp_path / "x.xlsx"), code=USAGE)
    assert run("import", str(out)) == "There is nothing to change.\n"
