"""A new record says what it needs, is refused until that is there, and passes then."""

import shutil
from pathlib import Path

import pytest

from investment_portal.cli.command import DONE
from investment_portal.cli.main import main
from investment_portal.content.careful_yaml import parse
from investment_portal.editing.scaffold.request import LEFT_OUT, TODAY
from investment_portal.models.controlled_values import ProjectKind
from investment_portal.models.field_docs import entries
from investment_portal.models.kinds import KINDS
from investment_portal.models.project import REQUIRED
from investment_portal.validation.loaded_portal import dotted
from investment_portal.validation.record_reader import read_portal
from investment_portal.validation.rule_runner import problems_of
from tests.conftest import DAY
from tests.editing.scaffold.filling import empty_paths, fill
from tests.overlay import PORTAL

ID = "fresh-one"
CASES = [(kind, "") for kind in KINDS if kind != "project"] + [("project", kind.value) for kind in ProjectKind]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy the tiny portal."""
    shutil.copytree(PORTAL, tmp_path / "portal")
    return tmp_path / "portal"


def new(root: Path, kind: str, id_: str = ID, *more: str) -> int:
    """Call the command."""
    return main(["new", kind, id_, "--lang", "en", "--date", DAY.isoformat(), *more], root)


def file_of(root: Path, kind: str) -> Path:
    """Return the file in which a new record stands."""
    return root / KINDS[kind].place if KINDS[kind].is_file else root / KINDS[kind].place / f"{ID}.yaml"


def problems(root: Path) -> list[tuple[str, str, str]]:
    """Check the portal."""
    return [(problem.file, problem.path, problem.rule) for problem in problems_of(read_portal(root), DAY)]


@pytest.mark.parametrize(("kind", "project"), CASES)
def test_check_names_every_placeholder(root: Path, kind: str, project: str) -> None:
    """Before it is filled, the check names exactly what stands empty."""
    assert new(root, kind, ID, *(["--for", project] if project else [])) == 0
    file = file_of(root, kind)
    empty = {dotted(path) for path in empty_paths(file, ID, listed=KINDS[kind].is_file)}
    assert empty
    reported = problems(root)
    assert {path for _, path, _ in reported} == empty
    assert {name for name, _, _ in reported} == {file.relative_to(root).as_posix()}
    assert len(reported) == len(empty)


@pytest.mark.parametrize(("kind", "project"), CASES)
def test_passes_when_filled(root: Path, kind: str, project: str) -> None:
    """Once every placeholder is filled, nothing is left to say of the record."""
    new(root, kind, ID, *(["--for", project] if project else []))
    file = file_of(root, kind)
    fill(file, kind, ID, listed=KINDS[kind].is_file)
    assert [problem for problem in problems(root) if problem[0] == file.relative_to(root).as_posix()] == []
    record = read_portal(root).records[kind][ID]
    assert getattr(record, "published_on", DAY) == DAY


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_said(root: Path, kind: str) -> None:
    """Each field stands there with its label in both languages, and no field of the past does."""
    new(root, kind)
    text = file_of(root, kind).read_text("utf-8")
    text = text[text.index(f"{ID}:") :] if KINDS[kind].is_file else text
    for entry in entries(KINDS[kind].model):
        present = any(line.lstrip("# ").startswith(f"{entry.key}:") for line in text.split("\n"))
        assert present or entry.key in LEFT_OUT
        assert (
            entry.key in LEFT_OUT or f"{entry.label.zh} · {entry.label.en}" in text or entry.label.zh == entry.label.en
        )
    assert "\nexample:" not in text
    assert "\nid:" not in text


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values() if not kind.is_file])
def test_comments_can_be_taken_into_use(root: Path, kind: str) -> None:
    """With the comment signs before the optional fields deleted, the file is YAML with all documented keys."""
    new(root, kind)
    lines = file_of(root, kind).read_text("utf-8").split("\n")
    start = next(at for at, line in enumerate(lines) if line.startswith("# The rest is optional")) + 1
    value = parse("\n".join([*lines[:start], *(line.removeprefix("# ") for line in lines[start:])])).value
    assert set(value) == {entry.key for entry in entries(KINDS[kind].model)} - LEFT_OUT


def test_project_kinds(root: Path) -> None:
    """A kind of project brings the fields that it requires; the usual kind counts where none is named."""
    assert new(root, "project") == 0
    assert new(root, "project", "some-land", "--for", "land") == 0
    first, land = ((root / "projects" / f"{name}.yaml").read_text("utf-8") for name in (ID, "some-land"))
    assert "\nkind: investment\n" in first
    assert "\nkind: land\n" in land
    for kind, text in ((ProjectKind.INVESTMENT, first), (ProjectKind.LAND, land)):
        assert [name for name in REQUIRED[kind] if f"\n{name}:" not in text] == []
    assert "\n# investment:" in land


def test_says_how(root: Path) -> None:
    """Quantities come with an example, lists with their values, references with the records there are."""
    new(root, "project")
    text = (root / "projects" / f"{ID}.yaml").read_text("utf-8")
    assert '“up to …”, “negotiable”\ninvestment: ""\n' in text
    assert "#   seeking  招商中 · Seeking investors\n" in text
    assert "#   food  食品 · Food\n" in text
    assert [line for line in text.split("\n") if line.split(":")[0] in TODAY] == [
        f"{key}: {DAY}" for key in ("published_on", "verified_on", "status_on")
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_next_step(root: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The new file, the fields to fill and the next command are printed."""
    assert main(["new", "notice", ID, "--lang", language], root) == DONE
    assert (
        capsys.readouterr().out
        == {
            "zh": "已生成 district/notices/fresh-one.yaml。\n"
            "下一步：填写 title、kind、summary、body，再运行 investment-portal check。\n",
            "en": "district/notices/fresh-one.yaml written.\n"
            "Next: fill in title, kind, summary, body, then run investment-portal check.\n",
        }[language]
    )


def test_list_keeps_what_was_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record is added at the end of its list; every byte before stays, whatever the line ends are."""
    path = root / "district" / "sources.yaml"
    before = b"# our sources\r\n" + path.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n") + b"  # a remark"
    path.write_bytes(before)
    assert new(root, "source") == 0
    after = path.read_bytes()
    assert after.startswith(before + b"\r\nfresh-one:\r\n")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert "Added at the end of district/sources.yaml." in capsys.readouterr().out


def test_list_made_when_missing(root: Path) -> None:
    """Where there is no list yet, it is made."""
    (root / "district" / "sources.yaml").unlink()
    assert new(root, "source") == 0
    assert (root / "district" / "sources.yaml").read_text("utf-8").startswith("fresh-one:\n")


@pytest.mark.parametrize("content", ["{}\n", "{a: {}}\n", "- a\n", "a: [\n", "a: &x {}\n", "yearbook: |\n  text\n..."])
def test_list_that_cannot_be_added_to(root: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where adding lines would not add a record, they are printed instead and the file stays."""
    path = root / "district" / "sources.yaml"
    path.write_text(content, "utf-8")
    assert new(root, "source") == 0
    output = capsys.readouterr().out
    assert output.startswith("Put these lines into district/sources.yaml:\nfresh-one:\n")
    assert path.read_text("utf-8") == content


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["projekt", ID], "There is no kind of record “projekt”. Did you mean “project”?"),
        (["项目", ID], "There is no kind of record “项目”. Did you mean “project”?"),
        (["policies", ID], "There is no kind of record “policies”. Did you mean “policy”?"),
        (["zzz", ID], "There is no kind of record “zzz”. Choose one of sector, origin, source, project, policy, "),
        (["project", "Bad_ID.yaml"], "An id has small letters, digits and hyphens, 64 at the most; got “Bad_ID.yaml”."),
        (["project", "Bad_ID.yaml"], " Did you mean “bad-id”?"),
        (["project", "../evil"], "got “../evil”."),
        (["project", "x" * 65], "64 at the most"),
        (["project", ""], "got “”."),
        (["policy", "matcher"], "The id “matcher” is kept for a page of the portal itself."),
        (["project", "bottling-line"], "The id “bottling-line” exists already, in projects/bottling-line.yaml."),
        (["project", "bottlingline"], "“bottling-line” in projects/bottling-line.yaml differ only in hyphens."),
        (["sector", "food"], "The id “food” exists already, in district/sectors.yaml."),
        (["project", ID, "--for", "lnad"], "There is no kind of project “lnad”. Did you mean “land”?"),
        (["project", ID, "--for", "土地"], "Did you mean “land”?"),
        (["project", ID, "--for", "zzz"], "Choose one of investment, land, building, park, financing."),
        (["policy", ID, "--for", "land"], "--for goes with the kind “project” only."),
        (["policy", ID, "--date", "today"], "--date is written 2026-01-31"),
    ],
)
def test_refusals(root: Path, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A request that cannot be met is refused in a sentence, and nothing is written."""
    before = sorted(root.rglob("*"))
    assert main(["new", *arguments, "--lang", "en"], root) == 2
    assert sentence in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_former_ids_stay_taken(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that a record had before cannot be given again, since its address leads there."""
    path = root / "projects" / "bottling-line.yaml"
    path.write_text(path.read_text("utf-8") + f"formerly: [{ID}]\n", "utf-8")
    assert new(root, "project") == 2
    assert "exists already" in capsys.readouterr().err


def test_broken_records_stay(root: Path) -> None:
    """A file that cannot be read keeps its id too."""
    path = root / "projects" / f"{ID}.yaml"
    path.write_text("a: [\n", "utf-8")
    assert new(root, "project") == 2
    assert path.read_text("utf-8") == "a: [\n"


def test_no_writing_outside(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is a link out of the portal is not written to."""
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.rmtree(root / "projects")
    (root / "projects").symlink_to(outside)
    assert new(root, "project") == 2
    assert "leads out of the portal" in capsys.readouterr().err
    assert list(outside.iterdir()) == []
