"""Texts go to a translator and come back: nothing is lost, and what changed meanwhile is not written over."""

import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from investment_portal.build.validate import validate
from investment_portal.cli.command import DATA_ERRORS, USAGE
from investment_portal.git import call as git
from investment_portal.languages import LANGUAGES
from investment_portal.models.kinds import KINDS
from investment_portal.translation.returned import plan_translations
from investment_portal.translation.units import TranslationState, units_of
from investment_portal.translation.workbook import TARGET_COLUMN, read_workbook, workbook_of
from investment_portal.translation.xliff import NAMESPACE, read_xliff, xliff_of
from investment_portal.workbook.importing import ImportPlan
from tests.conftest import DAY
from tests.editing.test_acts import texts
from tests.overlay import PORTAL, SEED
from tests.workbook.test_round_trip import root, run

__all__ = ["root", "run"]

Command = Callable[..., str]
FILE = "projects/bottling-line.yaml"
NS = {"x": NAMESPACE}


@pytest.mark.parametrize("suffix", [".xlsx", ".xlf"])
@pytest.mark.parametrize("portal", [PORTAL, SEED], ids=["tiny", "seed"])
def test_what_comes_back_as_it_went_changes_nothing(portal: Path, suffix: str, tmp_path: Path) -> None:
    """All texts of a portal, in both forms; two exports are the same bytes; every text has labels."""
    units = list(units_of(portal, KINDS, ()))
    assert {unit.state for unit in units} == {TranslationState.DONE}
    assert all(label.zh and label.en for unit in units for label in unit.labels)
    write, read = (workbook_of, read_workbook) if suffix == ".xlsx" else (xliff_of, read_xliff)
    for language in LANGUAGES:
        content = write(units, language)
        assert write(units, language) == content
        (tmp_path / f"texts{suffix}").write_bytes(content)
        returned = list(read(tmp_path / f"texts{suffix}"))
        assert [text.key for text in returned] == [unit.key for unit in units]
        assert [text.target for text in returned] == [unit.target.strip() for unit in units]
        assert plan_translations(portal, returned, language, DAY) == ImportPlan([], [], [], [])


def untranslated(root: Path) -> None:
    """Leave three texts of a project to be translated: one missing, one empty, one still in Chinese."""
    path = root / FILE
    text = path.read_text("utf-8")
    for find, put in (
        ("name: {zh: 灌装生产线, en: Bottling line}", "name: {zh: 灌装生产线}"),
        ("en: Builds a bottling line.}", "en: }"),
        ("en: A supplier of machines}", "en: 设备商}"),
    ):
        assert find in text
        text = text.replace(find, put)
    path.write_text(text, "utf-8")


def fill(path: Path, translations: dict[str, str]) -> None:
    """Write translations into a file as a translator does, by the end of the key."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        for row in range(2, sheet.max_row + 1):
            ends = [end for end in translations if str(sheet.cell(row, 7).value).endswith(end)]
            sheet.cell(row, TARGET_COLUMN).value = translations[ends[0]] if ends else sheet.cell(row, 4).value
        book.save(path)
        return
    ET.register_namespace("", NAMESPACE)
    tree = ET.parse(path)  # noqa: S314 - our own file
    for unit in tree.getroot().iterfind(".//x:unit", NS):
        for end, translation in translations.items():
            if unit.get("name", "").endswith(end):
                segment = unit.find("x:segment", NS)
                assert segment is not None
                target = segment.find("x:target", NS)
                target = target if target is not None else ET.SubElement(segment, f"{{{NAMESPACE}}}target")
                target.text = translation
    tree.write(path, encoding="utf-8", xml_declaration=True)


@pytest.mark.parametrize("name", ["texts.xlsx", "texts.xlf"])
def test_translations_are_written_where_they_belong(root: Path, run: Command, tmp_path: Path, name: str) -> None:
    """Only what is to be done is exported; translations change their own text, and the portal is without errors."""
    original = (root / FILE).read_text("utf-8")
    untranslated(root)
    path = tmp_path / name
    output = run("translate", "export", str(path))
    assert "missing: 2\nstill Chinese: 1\nolder than its source: 0" in output
    assert "holds 3 texts" in output
    assert "already" in run("translate", "export", str(path), code=USAGE)
    before = texts(root)
    fill(path, {"#name": "Bottling line", "#summary": "Builds a bottling line.", "#gaps[1]": "A supplier of machines"})
    assert "project/bottling-line  Project: — → Bottling line" in run("translate", "import", str(path))
    assert texts(root) == before
    run("translate", "import", str(path), "--write")
    assert (root / FILE).read_text("utf-8").replace("en:  ", "en: ") == original
    assert validate(root, DAY)[1] == []
    assert "nothing to change" in run("translate", "import", str(path), "--write")
    assert "Nothing is left to translate" in run("translate", "export", str(tmp_path / "again.xlsx"))


@pytest.mark.parametrize("name", ["texts.xlsx", "texts.xlf"])
def test_what_changed_meanwhile_is_a_conflict(root: Path, run: Command, tmp_path: Path, name: str) -> None:
    """A source or a translation that changed in the record, and a text that is gone; the others are taken."""
    path = tmp_path / name
    run("translate", "export", str(path), "--all")
    file = root / FILE
    text = file.read_text("utf-8").replace("灌装生产线", "新灌装生产线").replace("Builds a", "Will build a")
    file.write_text(text.replace("market: {zh: 需求增长。, en: Demand grows.}\n", ""), "utf-8")
    translations = {
        "bottling-line#name": "New line",
        "bottling-line#summary": "Builds",
        "bottling-line#market": "Grows",
        "bottling-line#content": "Two new lines.",
    }
    fill(path, translations)
    output = run("translate", "import", str(path), "--write", code=DATA_ERRORS)
    assert output.count("error [conflict]") == 3
    assert "Since the export the source changed" in output
    assert "en: Two new lines." in file.read_text("utf-8")
    assert "Bottling line}" in file.read_text("utf-8")


def test_problems_of_translations_are_named_by_cell(root: Path, run: Command, tmp_path: Path) -> None:
    """In the words of the check; then nothing is written."""
    path = tmp_path / "texts.xlsx"
    run("translate", "export", str(path), "--all")
    fill(path, {"bottling-line#name": "灌装生产线", "bottling-line#summary": "=1+1", "line#gaps[1]": "Two\nlines"})
    before = texts(root)
    output = run("translate", "import", str(path), "--write", code=DATA_ERRORS)
    assert "error [same-in-both] Project\n" in output
    assert "error [one-line] Partners and conditions sought · 1\n" in output
    assert "This is a formula" in output
    assert "translations!D" in output
    assert texts(root) == before


def test_invisible_characters_are_refused(root: Path, run: Command, tmp_path: Path) -> None:
    """Programs leave them in translations: they are named, in XLIFF by the key of the text."""
    path = tmp_path / "texts.xlf"
    run("translate", "export", str(path), "--all")
    fill(path, {"bottling-line#name": "Bottling\u200b line"})
    output = run("translate", "import", str(path), "--write", code=DATA_ERRORS)
    assert "project/bottling-line#name: error [cell] Project\n    After “Bottling” there is an invisible" in output
    assert "Bottling line}" in (root / FILE).read_text("utf-8")


def test_older_translations_are_exported(root: Path, run: Command, tmp_path: Path) -> None:
    """A text whose source was changed on a later day than its translation."""
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "a", "--date", "2026-01-01T12:00:00Z")):
        commit(root, *command, day="2026-01-01")
    file = root / "contacts/bureau.yaml"
    text = file.read_text("utf-8").replace(
        "name: {zh: 综合窗口, en: Main desk}", "name:\n  zh: 综合窗口\n  en: Main desk"
    )
    file.write_text(text, "utf-8")
    commit(root, "commit", "-qam", "b", day="2026-01-02")
    file.write_text(text.replace("综合窗口", "招商综合窗口"), "utf-8")
    commit(root, "commit", "-qam", "c", day="2026-02-02")
    assert "older than its source: 1" in run("translate", "export", str(tmp_path / "texts.xlf"))
    (text_,) = read_xliff(tmp_path / "texts.xlf")
    assert text_.key == "contact/bureau#name"


def commit(root: Path, *words: str, day: str) -> None:
    """Run git as on a day."""
    environment = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", *words)


def test_files_that_are_none(run: Command, tmp_path: Path) -> None:
    """Another suffix, no XLIFF, entities."""
    assert "an .xlsx or .xlf" in run("translate", "export", str(tmp_path / "a.docx"), code=USAGE)
    for content in ("<a/>", "", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"):
        (tmp_path / "a.xlf").write_text(content, "utf-8")
        assert "no XLIFF 2.0 file" in run("translate", "import", str(tmp_path / "a.xlf"), code=USAGE)
    shutil.copy(tmp_path / "a.xlf", tmp_path / "a.xlsx")
    assert "cannot be read as an .xlsx" in run("translate", "import", str(tmp_path / "a.xlsx"), code=USAGE)
