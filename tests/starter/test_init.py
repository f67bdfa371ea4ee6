"""A new portal builds at once, knows no other district, and is what its maker answered."""

import io
import json
import re
from pathlib import Path

import pytest

from investment_portal.build.validate import validate
from investment_portal.cli.command import DONE, INTERRUPTED, USAGE
from investment_portal.cli.main import main
from investment_portal.content.careful_yaml import parse
from investment_portal.content.theme_files import THEME
from investment_portal.domain.compliance.duty import Inspected, State
from investment_portal.domain.compliance.registry import DUTIES_BY_KEY
from investment_portal.editing.format import formatted
from investment_portal.editing.records import record_places
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.problems import Level
from investment_portal.schema_version import SCHEMA_VERSION
from investment_portal.starter.answers import in_english, sectors
from investment_portal.starter.portal import FILES
from investment_portal.version import version
from tests.conftest import DAY
from tests.starter.portals import new_portal

OTHERS = re.compile(r"江阳|泸州|江南|四川|成渝|圣融达|天诺|jiangyang|luzhou|jiangnan|sichuan|\b0830\b", re.IGNORECASE)
"""Names that belong to the demonstration portal of this repository."""


def errors(root: Path) -> list[str]:
    """Return the problems of a portal but for the filing numbers, which a demonstration has not yet."""
    _, problems = validate(root, DAY)
    return [
        f"{problem.file}: {problem.rule}: {problem.sentence.en}"
        for problem in problems
        if problem.rule != "filing-numbers"
    ]


def test_a_new_portal_is_without_problems(tmp_path: Path) -> None:
    """With the defaults, whatever the year has come to: no error and no warning."""
    assert errors(new_portal(tmp_path / "portal")) == []
    portal, problems = validate(tmp_path / "portal", DAY.replace(year=DAY.year + 1))
    assert not [problem for problem in problems if problem.level is Level.ERROR]
    assert portal.catalog.site.schema_version == SCHEMA_VERSION
    assert portal.catalog.site.demo


def test_a_new_portal_has_no_overdue_duty_and_is_formatted(tmp_path: Path) -> None:
    """Its example policy is explained and says how to claim; ``format`` has nothing to change."""
    root = new_portal(tmp_path / "portal")
    portal, _ = validate(root, DAY)
    for duty in ("policies-explained", "claims-complete"):
        assert DUTIES_BY_KEY[duty].assess(Inspected(portal.catalog, {}, DAY)).state is State.MET
    assert formatted(root, list(record_places(root).values())) == []


def test_one_example_of_each_kind(tmp_path: Path) -> None:
    """Marked as such; contacts are the two that a portal cannot do without."""
    portal, _ = validate(new_portal(tmp_path / "portal"), DAY)
    for kind in KINDS.values():
        records = portal.records[kind.name].values()
        if issubclass(kind.model, Record):
            assert len(records) == (2 if kind.name == "contact" else 1), kind.name
            assert all(record.example for record in records)
        else:
            assert records


@pytest.mark.parametrize("id_", sectors())
def test_each_sector_can_be_chosen_alone(tmp_path: Path, id_: str) -> None:
    """The examples then belong to it."""
    assert errors(new_portal(tmp_path / "portal", "--sectors", id_)) == []


@pytest.mark.parametrize("folder", [FILES.parent, THEME], ids=["starter", "theme"])
def test_no_other_district(folder: Path) -> None:
    """Neither a new portal nor the theme names the district of the demonstration, its city or its firms."""
    mentions = [
        f"{path.relative_to(folder)}: {match[0]}"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
        for match in OTHERS.finditer(path.read_text("utf-8"))
    ]
    assert mentions == []


def test_answers(tmp_path: Path) -> None:
    """Each option is found in the settings; sectors stand in the order in which they were chosen, by id or name."""
    answers = {
        "--name": "云岭县",
        "--name-en": 'Yunling: "County" #1',
        "--city": "是",
        "--city-en": "Yes",
        "--languages": "zh, en",
        "--sectors": "现代物流，food, New Energy",
        "--main": "#1F4E79",
        "--accent": "#8a4b08",
        "--address": "https://yunling.example.org/invest",
    }
    root = new_portal(tmp_path / "portal", *(word for pair in answers.items() for word in pair))
    portal, _ = validate(root, DAY)
    assert errors(root) == []
    site = portal.catalog.site
    assert (site.district.zh, site.district.en) == ("云岭县", 'Yunling: "County" #1')
    assert (site.city.zh, site.city.en) == ("是", "Yes")
    assert (site.name.zh, site.name.en) == ("云岭县投资促进门户", 'Invest in Yunling: "County" #1')
    assert list(portal.catalog.sectors) == ["logistics", "food", "energy"]
    assert (site.palette.main, site.palette.accent) == ("#1f4e79", "#8a4b08")
    assert site.address == "https://yunling.example.org/invest/"


def test_english_names_are_proposed(tmp_path: Path) -> None:
    """From the Chinese ones, where none is given."""
    portal, _ = validate(new_portal(tmp_path / "portal", "--name", "滨江区", "--city", "云州市"), DAY)
    assert portal.catalog.site.district.en == "Binjiang District"
    assert portal.catalog.site.city.en == "Yunzhou"
    assert portal.catalog.site.name.en == "Invest in Binjiang"
    assert in_english("沙县") == "Shaxian"


@pytest.mark.parametrize(
    ("option", "typed", "sentence"),
    [
        ("name", " ", "--name: A name is printable text and not empty."),
        ("name", "a\x07b", "--name: A name is printable text and not empty."),
        ("city-en", "x" * 41, "--city-en: A name has 40 characters at the most."),
        ("languages", "zh,fr", "--languages: This version makes portals in zh and en, in this order; got “zh,fr”."),
        ("sectors", "foood", "--sectors: There is no sector “foood” to choose. Did you mean “food”?"),
        ("sectors", "采矿", "--sectors: There is no sector “采矿” to choose. Choose from electronics, digital,"),
        ("sectors", ",", "--sectors: Choose at least one sector."),
        ("main", "red", "--main: A colour is written “#9b1c2e”; got “red”."),
        ("accent", "#ffff00", "--accent: #ffff00 must have a contrast of at least 4.5 with white; it has 1.1."),
        ("address", "invest.example.org", "--address: An address is written “https://invest.example.org/”;"),
    ],
)
def test_answers_that_cannot_be_used(
    tmp_path: Path, option: str, typed: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and nothing is written."""
    assert main(["init", str(tmp_path / "portal"), f"--{option}", typed, "--lang", "en"], tmp_path) == USAGE
    assert capsys.readouterr().err.startswith(sentence)
    assert not (tmp_path / "portal").exists()


def test_a_folder_that_holds_something(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written over; an empty repository is as good as an empty folder."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.txt").touch()
    (tmp_path / "file").touch()
    (tmp_path / "repository/.git").mkdir(parents=True)
    assert main(["init", str(tmp_path / "full"), "--lang", "en"], tmp_path) == USAGE
    assert "holds something already (notes.txt)" in capsys.readouterr().err
    assert main(["init", str(tmp_path / "file"), "--lang", "en"], tmp_path) == USAGE
    assert "is not a folder" in capsys.readouterr().err
    assert main(["init", str(tmp_path / "file/below"), "--lang", "en"], tmp_path) == USAGE
    assert "cannot be written" in capsys.readouterr().err
    assert main(["init", str(tmp_path / "repository"), "--lang", "en"], tmp_path) == DONE


class Terminal(io.StringIO):
    """Input or output that counts as a terminal."""

    def isatty(self) -> bool:
        """Return that it does."""
        return True


def test_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal what was not given is asked for; an answer that cannot be used is asked for again."""
    typed = ["滨江区", "", "", "", "zh,fr", "", "#fff", "#005a9c", "", ""]
    out = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in typed)))
    monkeypatch.setattr("sys.stdout", out)
    assert main(["init", str(tmp_path / "portal"), "--lang", "en", "--sectors", "food"], tmp_path) == DONE
    output = out.getvalue()
    assert output.startswith("Enter takes the default in brackets.\nName of the district in Chinese [示例区]: ")
    assert "Name of the district in English [Binjiang District]: " in output
    assert "This version makes portals in zh and en, in this order; got “zh,fr”.\nLanguages [zh,en]: " in output
    assert "A colour is written “#9b1c2e”; got “#fff”.\nMain colour [#0b5c8a]: " in output
    assert "Sectors" not in output
    portal, _ = validate(tmp_path / "portal", DAY)
    site = portal.catalog.site
    assert (site.district.en, site.palette.main) == ("Binjiang District", "#005a9c")
    assert list(portal.catalog.sectors) == ["food"]


def test_the_end_of_the_input_ends_the_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Ctrl-C does."""
    monkeypatch.setattr("sys.stdin", Terminal(""))
    monkeypatch.setattr("sys.stdout", Terminal())
    assert main(["init", str(tmp_path / "portal"), "--lang", "en"], tmp_path) == INTERRUPTED
    assert not (tmp_path / "portal").exists()


def test_files_for_hosts_and_editors(tmp_path: Path) -> None:
    """The version is pinned in one place; each schema that the editor's settings name is there."""
    root = new_portal(tmp_path / "portal")
    assert f"investment-portal=={version()}\n" in (root / "requirements.txt").read_text("utf-8")
    pinned = [path for path in root.rglob("*") if path.is_file() and f"=={version()}" in path.read_text("utf-8")]
    assert pinned == [root / "requirements.txt"]
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    assert len(settings["yaml.schemas"]) == len(KINDS) + 1
    for schema, records in settings["yaml.schemas"].items():
        assert (root / schema).is_file()
        assert list(root.glob(records.lstrip("/")))
    assert "--requirement requirements.txt" in (root / ".ci/content").read_text("utf-8")
    for name in (".github/workflows/publish.yml", ".gitea/workflows/portal.yml", ".gitlab-ci.yml"):
        text = (root / name).read_text("utf-8")
        assert parse(text).value
        for command in ("review", "publish"):
            assert f"bash .ci/content {command}" in text, name


def test_nothing_is_left_to_fill(tmp_path: Path) -> None:
    """No placeholder is left, in the files themselves every one is known, and all line ends are those of Unix."""
    root = new_portal(tmp_path / "portal")
    for path in (path for path in root.rglob("*") if path.is_file()):
        assert "«" not in path.read_text("utf-8"), path
        assert b"\r" not in path.read_bytes(), path


def test_next_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """They name the command and the folder."""
    monkeypatch.chdir(tmp_path)
    assert main(["init", "portal", "--lang", "en"], tmp_path) == DONE
    out = capsys.readouterr().out
    assert "investment-portal serve --portal portal " in out
    assert "a new portal of Sample District" in out
