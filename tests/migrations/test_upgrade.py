"""An upgrade changes no more than it must, shows it first, and leaves alone what the portal has made its own."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from investment_portal import schema_version as versions
from investment_portal.build.validate import problems_of_portal, validate
from investment_portal.cli.command import DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.editing.files import write_files
from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.migrations import upgrade
from investment_portal.migrations.portal_files import PortalFiles
from investment_portal.migrations.registry import MIGRATIONS, Migration
from investment_portal.schema_version import FIRST, SCHEMA_VERSION, with_schema_version
from investment_portal.starter import portal as starter
from investment_portal.starter.portal import EDITOR, RECORD, generator_files
from tests.conftest import DAY
from tests.starter.portals import new_portal

SETTINGS = "district/site.yaml"
Files = dict[str, bytes]


def rename_market(files: PortalFiles) -> None:
    """Rename two keys of a project, one of them inside another."""
    files.rename_key("projects/*.yaml", "market", to="demand")
    files.rename_key("projects/*.yaml", "place", "park", to="site")


RENAMING = Migration(
    Sentence("项目的 market 改名为 demand。", "Key market of projects is now demand."),
    rename_market,
    [Sentence("overrides 里用到 market 的模板。", "templates in overrides that use market.")],
)


def files_of(root: Path) -> Files:
    """Return every file of a portal."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changed(before: Files, after: Files) -> set[str]:
    """Return the files that differ."""
    return {name for name in before | after if before.get(name) != after.get(name)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a new portal, with a comment beside what a migration changes."""
    portal = new_portal(tmp_path / "portal")
    (project,) = (portal / "projects").glob("*.yaml")
    text = project.read_text("utf-8")
    assert "\nmarket:" in text
    project.write_text(text.replace("\nmarket:", "\n# 市场 · market\nmarket: # kept"), "utf-8")
    return portal


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the generator the next one, with a migration that leads to it."""
    after = SCHEMA_VERSION + 1
    for module in (versions, upgrade):
        monkeypatch.setattr(module, "SCHEMA_VERSION", after)
    monkeypatch.setattr("investment_portal.cli.upgrade.SCHEMA_VERSION", after)
    monkeypatch.setattr(upgrade, "MIGRATIONS", {**MIGRATIONS, SCHEMA_VERSION: RENAMING})


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Change the version of the generator."""

    def be(number: str) -> None:
        for module in (upgrade, starter):
            monkeypatch.setattr(module, "version", lambda: number)
        monkeypatch.setattr("investment_portal.cli.upgrade.version", lambda: number)

    return be


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the command, which must end with a code; return what it prints."""

    def call(*options: str, code: int = DONE, language: str = "en") -> str:
        assert main(["upgrade", *options, "--lang", language], root) == code
        captured = capsys.readouterr()
        return captured.out + captured.err

    return call


def test_every_version_has_its_migration() -> None:
    """From the first version to that of the generator, without a gap."""
    assert sorted(MIGRATIONS) == list(range(FIRST, SCHEMA_VERSION))


def test_nothing_to_do(root: Path, run: Callable[..., str]) -> None:
    """A portal that the generator has just made."""
    before = files_of(root)
    assert "Up to date: there is nothing to change.\n" in run("--write")
    assert "已是最新" in run(language="zh")
    assert changed(before, files_of(root)) == set()


@pytest.mark.usefixtures("next_version")
def test_a_migration_changes_what_it_must(root: Path, run: Callable[..., str]) -> None:
    """It shows the lines first; comments, order and all other lines stay."""
    before = files_of(root)
    output = run()
    assert f"Form {SCHEMA_VERSION} → {SCHEMA_VERSION + 1}: Key market of projects is now demand.\n" in output
    assert "  -market: # kept\n  +demand: # kept\n" in output
    assert "A person must look at:\n  - templates in overrides that use market.\n" in output
    assert output.endswith("Nothing was written. Run it again with --write to write.\n")
    assert changed(before, files_of(root)) == set()
    assert "Files written: 2.\nNext: " in run("--write")
    after = files_of(root)
    (project,) = (name for name in before if name.startswith("projects/"))
    assert changed(before, after) == {project, SETTINGS}
    text = before[project].decode().replace("\nmarket: # kept", "\ndemand: # kept")
    assert after[project].decode() == text.replace("\n  park: ", "\n  site: ")
    stated = before[SETTINGS].replace(
        b"schema_version: %d" % SCHEMA_VERSION, b"schema_version: %d" % (SCHEMA_VERSION + 1)
    )
    assert after[SETTINGS] == stated
    assert "Up to date" in run("--write")


@pytest.mark.usefixtures("next_version")
def test_an_upgrade_that_was_stopped_is_finished(
    root: Path, run: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings are written last."""
    write = write_files
    monkeypatch.setattr("investment_portal.cli.upgrade.write_files", lambda place, all_: write(place, all_[:-1]))
    run("--write")
    assert f"schema_version: {SCHEMA_VERSION}\n" in (root / SETTINGS).read_text("utf-8")
    monkeypatch.setattr("investment_portal.cli.upgrade.write_files", write)
    assert "Files written: 1." in run("--write")
    assert f"schema_version: {SCHEMA_VERSION + 1}\n" in (root / SETTINGS).read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# 设置\nname: x\n", "schema_version: 7\n# 设置\nname: x\n"),
        ("a: b\nschema_version: 2 # ours\nname: x\n", "a: b\nschema_version: 7 # ours\nname: x\n"),
        ("schema_version:   2\r\nname: x\r\n", "schema_version:   7\r\nname: x\r\n"),
        ('"schema_version": 2\nname: x\n', '"schema_version": 7\nname: x\n'),
    ],
)
def test_the_version_is_stated(before: str, after: str) -> None:
    """In its line where there is one, else in a new first line."""
    assert with_schema_version(before, 7) == after


@pytest.mark.parametrize(("stated", "hint"), [("7", "Install the generator"), (None, "Run the command upgrade")])
def test_another_version_is_one_problem(
    root: Path, stated: str | None, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the line that states it, instead of many about keys; check and build find the same."""
    if stated is None:
        monkeypatch.setattr(versions, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    else:
        (root / SETTINGS).write_text(with_schema_version((root / SETTINGS).read_text("utf-8"), int(stated)), "utf-8")
    (problem,) = problems_of_portal(root, DAY)
    assert [problem] == validate(root, DAY)[1]
    assert (problem.rule, problem.file, problem.line) == ("schema-version", SETTINGS, 2)
    assert problem.hint.en.startswith(hint)
    assert main(["build", "--lang", "en"], root) == DATA_ERRORS


@pytest.mark.usefixtures("next_version")
@pytest.mark.parametrize("stated", ["", '"1"', "1.5", "x", "-1", "[1]"])
def test_a_version_that_is_no_number(root: Path, run: Callable[..., str], stated: str) -> None:
    """The check finds the mistake as any other; an upgrade waits until it is mended."""
    text = (root / SETTINGS).read_text("utf-8")
    (root / SETTINGS).write_text(
        text.replace(f"schema_version: {SCHEMA_VERSION}", f"schema_version: {stated}"), "utf-8"
    )
    before = files_of(root)
    for language in LANGUAGES:
        assert "schema_version" in run("--write", code=USAGE, language=language)
    assert files_of(root) == before
    matches = [problem for problem in problems_of_portal(root, DAY) if problem.path == "schema_version"]
    assert [item.rule for item in matches] in ([["bad-type"], ["out-of-range"]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newer_portal_is_left_alone(root: Path, run: Callable[..., str], language: str) -> None:
    """By its form, or by the version that it pins."""
    before = (root / SETTINGS).read_text("utf-8")
    (root / SETTINGS).write_text(with_schema_version(before, SCHEMA_VERSION + 3), "utf-8")
    assert "requirements.txt" in run("--write", code=USAGE, language=language)
    (root / SETTINGS).write_text(before, "utf-8")
    pinned = (root / "requirements.txt").read_text("utf-8")
    (root / "requirements.txt").write_text(pinned.replace("==", "==1000."), "utf-8")
    unchanged = files_of(root)
    output = run("--write", code=USAGE, language=language)
    assert "1000." in output
    assert "requirements.txt" in output
    assert files_of(root) == unchanged


def test_a_newer_generator_is_pinned(root: Path, run: Callable[..., str], newer: Callable[[str], None]) -> None:
    """Its extras stay; the changelog is named."""
    path = root / "requirements.txt"
    path.write_text(path.read_text("utf-8").replace("investment-portal==", "investment-portal[s3]=="), "utf-8")
    newer("9.1.0")
    output = run("--write")
    assert "investment-portal[s3]==9.1.0\n" in path.read_text("utf-8")
    assert "→ 9.1.0" in output
    assert "up to 9.1.0." in output
    assert json.loads((root / RECORD).read_text("utf-8"))["version"] == "9.1.0"
    newer("9.0.0")
    assert "9.1.0" in run("--write", code=USAGE)


def other_generator(monkeypatch: pytest.MonkeyPatch, files: dict[str, str], gone: Sequence[str] = ()) -> None:
    """Change the files of the generator."""
    other_files = {name: text for name, text in {**generator_files(), **files}.items() if name not in gone}
    monkeypatch.setattr(upgrade, "generator_files", lambda: other_files)


def test_files_of_the_generator(root: Path, run: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that nobody changed are brought up to date, new ones come, deleted ones stay away, others are shown."""
    (root / ".gitlab-ci.yml").unlink()
    ours = (root / EDITOR).read_text("utf-8").replace("{\n", '{\n  "ours": true,\n', 1)
    (root / EDITOR).write_text(ours, "utf-8")
    ignored = generator_files()[".gitignore"]
    news = {".gitignore": f"{ignored}/new/\n", ".new/file.yml": "new\n", ".gitlab-ci.yml": "new\n", EDITOR: "{}\n"}
    other_generator(monkeypatch, news)
    output = run("--write")
    assert (root / ".gitignore").read_text("utf-8") == f"{ignored}/new/\n"
    assert (root / ".new/file.yml").read_text("utf-8") == "new\n"
    assert not (root / ".gitlab-ci.yml").exists()
    assert (root / EDITOR).read_text("utf-8") == ours
    assert "The new version changes these files, and so did this portal" in output
    assert '  -  "ours": true,\n' in output
    assert "  +{}\n" in output
    assert "  +/new/\n" in output
    assert "Up to date" in run()


def test_the_portals_own_changes_alone_are_no_difference(root: Path, run: Callable[..., str]) -> None:
    """Where the generator's file is as it was; line ends of Windows change nothing."""
    (root / EDITOR).write_text("{}\n", "utf-8")
    (root / ".gitignore").write_bytes((root / ".gitignore").read_bytes().replace(b"\n", b"\r\n"))
    assert run().splitlines()[1:] == ["Up to date: there is nothing to change."]


def test_without_the_record(root: Path, run: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A portal that init did not make: its pipelines are its own."""
    other_generator(monkeypatch, {".gitignore": "other\n"})
    for text in (None, "{", "[]"):
        (root / RECORD).unlink()
        if text:
            (root / RECORD).write_text(text, "utf-8")
        before = files_of(root)
        assert "There is no .starter.json" in run("--write")
        assert files_of(root) == before
        (root / RECORD).touch()


@pytest.mark.usefixtures("next_version")
def test_files_that_cannot_be_read(root: Path, run: Callable[..., str]) -> None:
    """Each with its name and line; nothing is written."""
    (project,) = (root / "projects").glob("*.yaml")
    good = project.read_bytes()
    for content in (good + b"\xff", good + b"\nkey: 'open\n"):
        project.write_bytes(content)
        before = files_of(root)
        for language in LANGUAGES:
            assert run("--write", code=DATA_ERRORS, language=language).startswith(f"projects/{project.name}:")
        assert files_of(root) == before


def test_no_portal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that holds none."""
    assert main(["upgrade", "--lang", "en"], tmp_path) == USAGE
    assert capsys.readouterr().err == "There is no portal here: district/site.yaml is missing.\n"


@pytest.mark.usefixtures("next_version")
def test_a_file_that_cannot_be_written(root: Path, run: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence with its name; the version is not stated, so that the upgrade can be done again."""

    def full(path: Path, *_: object, **__: object) -> int:
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        assert "cannot be written: No space left on device." in run("--write", code=USAGE)
    assert f"schema_version: {SCHEMA_VERSION}\n" in (root / SETTINGS).read_text("utf-8")
