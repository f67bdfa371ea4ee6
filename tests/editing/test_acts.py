"""Verify, withdraw, rename and format change what they should, and leave a portal without errors."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from investment_portal.build.validate import validate
from investment_portal.cli.command import DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.content.yaml_loader import load_text
from investment_portal.editing.format import format_text, formatted
from investment_portal.editing.records import key_order, record_places
from investment_portal.languages import LANGUAGES
from investment_portal.models.kinds import KINDS
from tests.conftest import DAY
from tests.overlay import PORTAL, SEED

Command = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy the tiny portal."""
    shutil.copytree(PORTAL, tmp_path / "portal")
    return tmp_path / "portal"


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return the function that runs a command on it in English and returns its output."""

    def call(*words: str, code: int = DONE, language: str = "en", day: date = DAY) -> str:
        assert main([*words, "--lang", language, "--date", day.isoformat()], root) == code
        output = capsys.readouterr()
        return output.out + output.err

    return call


def texts(root: Path) -> dict[str, str]:
    """Return the files of a portal."""
    files = [path for path in root.rglob("*") if path.suffix in {".yaml", ".md"} and ".cache" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files}


def errors(root: Path) -> list[str]:
    """Return the rules of the problems of a portal."""
    return [problem.rule for problem in validate(root, DAY)[1]]


def test_verify_sets_the_day_in_one_line(root: Path, run: Command) -> None:
    """By id, with the kind, by file, and by kind; a table says what changed."""
    before = texts(root)
    output = run("verify", "bottling-line", "contact/bureau", "policies/equipment-grant.yaml")
    assert f"projects/bottling-line.yaml    verified_on  2026-05-05 → {DAY}" in output
    assert "Files written: 3." in output
    after = texts(root)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"projects/bottling-line.yaml", "contacts/bureau.yaml", "policies/equipment-grant.yaml"}
    for name in changed:
        assert after[name] == before[name].replace("verified_on: 2026-05-05", f"verified_on: {DAY}")
    assert "contacts/hotline.yaml" in run("verify", "contact")
    assert "nothing to change" in run("verify", "contact")


def test_diff_writes_nothing(root: Path, run: Command) -> None:
    """The lines that would change are shown."""
    before = texts(root)
    assert f"+verified_on: {DAY}" in run("verify", "bottling-line", "--diff")
    assert texts(root) == before


def test_unknown_records_are_refused(run: Command) -> None:
    """With the nearest id, in both languages."""
    assert "Did you mean “bottling-line”?" in run("verify", "botling-line", code=USAGE)
    assert "是不是“bottling-line”？" in run("verify", "botling-line", code=USAGE, language="zh")


def test_withdraw_writes_the_block(root: Path, run: Command) -> None:
    """Day and reason; a second time is refused, and so is a successor that is not there."""
    reason = ("--reason", "已落地", "Settled: the firm has come")
    assert "no record" in run("withdraw", "nothing", *reason, code=USAGE)
    assert "not another record" in run("withdraw", "bottling-line", *reason, "--successor", "nothing", code=USAGE)
    run("withdraw", "bottling-line", *reason)
    text = (root / "projects/bottling-line.yaml").read_text("utf-8")
    value = load_text(text).value["withdrawn"]
    assert value == {"on": DAY.isoformat(), "reason": {"zh": "已落地", "en": "Settled: the firm has come"}}
    assert list(load_text(text).value).index("withdrawn") < list(load_text(text).value).index("name")
    assert "already" in run("withdraw", "bottling-line", *reason, code=USAGE)
    assert errors(root) == []


@pytest.mark.parametrize(
    ("kind", "old"),
    [
        ("project", "bottling-line"),
        ("contact", "bureau"),
        ("sector", "food"),
        ("park", "river-park"),
        ("chain", "food"),
        ("policy", "equipment-grant"),
        ("origin", "south"),
        ("source", "yearbook"),
        ("result", "2025"),
        ("event", "spring-meeting"),
    ],
)
def test_rename_leaves_no_trace_and_no_error(root: Path, run: Command, kind: str, old: str) -> None:
    """References, links and shortcodes follow; the way back gives the same files, but for what was called before."""
    before = texts(root)
    run("rename", kind, old, "fresh-id")
    assert errors(root) == []
    place = record_places(root)[kind, "fresh-id"]
    if not KINDS[kind].is_file and kind not in {"holidays", "answers"}:
        assert load_text((root / place.file).read_text("utf-8")).value["formerly"] == [old]
        assert not (root / KINDS[kind].place / f"{old}.yaml").exists()
    run("rename", kind, "fresh-id", old)
    assert errors(root) == []
    after = texts(root)
    excepted = {place.file, f"{KINDS[kind].place}/{old}.yaml", "district/site.yaml"}
    assert {name: text for name, text in after.items() if name not in excepted} == {
        name: text for name, text in before.items() if name not in excepted
    }


def test_rename_refuses_what_cannot_be(root: Path, run: Command) -> None:
    """An id that is taken, one that is none, a record that is not there, and one that cannot be read and names it."""
    assert "exists already" in run("rename", "contact", "bureau", "hotline", code=USAGE)
    assert "small letters" in run("rename", "contact", "bureau", "Main Desk", code=USAGE)
    assert "Did you mean “bureau”?" in run("rename", "contact", "bureaux", "desk", code=USAGE)
    assert "no kind of record" in run("rename", "nothing", "bureau", "desk", code=USAGE)
    (root / "contacts/hotline.yaml").write_text("substitute: bureau\nname: [\n", "utf-8")
    assert "contacts/hotline.yaml" in run("rename", "contact", "bureau", "desk", code=USAGE)


def test_rename_works_beside_unfinished_records(root: Path, run: Command) -> None:
    """Readable parts follow; a record that names it where nothing can be read is named instead."""
    (root / "contacts/hotline.yaml").write_text("name: [\n", "utf-8")
    policy = root / "policies/equipment-grant.yaml"
    text = policy.read_text("utf-8")
    policy.write_text(text.replace("issued_on: 2025-12-20", "issued_on: soon"), "utf-8")
    run("rename", "contact", "bureau", "desk", code=DATA_ERRORS)
    assert "contact: desk" in policy.read_text("utf-8")
    policy.write_text(text.replace("contact: bureau", "contact: {id: desk}"), "utf-8")
    assert "policies/equipment-grant.yaml" in run("rename", "contact", "desk", "bureau", code=USAGE)


def test_format_orders_and_is_done_once(root: Path, run: Command) -> None:
    """Keys in the order of the model, each with the comments above it; a second run changes nothing."""
    file = root / "projects/bottling-line.yaml"
    messy = "# head\n\n" + file.read_text("utf-8").replace("kind:", "kind:   ", 1).rstrip("\n") + "\n\n\n\n# foot"
    file.write_bytes(messy.replace("\n", "\r\n").encode())
    assert "projects/bottling-line.yaml\n" in run("format", "--check", code=DATA_ERRORS)
    value = load_text(messy + "\n").value
    run("format")
    text = file.read_text("utf-8")
    assert load_text(text).value == value
    assert text.startswith("# head\n")
    assert text.endswith("# foot\n")
    assert "\n\n\n" not in text
    order = list(key_order(KINDS["project"])(()))
    assert list(load_text(text).value) == [key for key in order if key in value]
    assert run("format", "--check") == ""
    assert errors(root) == []


def test_comments_move_with_their_key() -> None:
    """A comment right above a key belongs to it; block texts stay as they are."""
    text = "b: |\n  one\n\n  two  \n# on a\na:   1 # one\nc:\n  - # inner\n    z: 1\n    y: 2\n"
    order = {(): ["a", "b", "c"], ("c", 0): ["y", "z"]}
    assert format_text(text, lambda path: order.get(path, [])) == (
        "# on a\na: 1 # one\nb: |\n  one\n\n  two  \nc:\n  - # inner\n    y: 2\n    z: 1\n"
    )


def test_records_of_the_fixtures_are_formatted_alike() -> None:
    """All of them are put in order without another value, and only once."""
    for portal in (PORTAL, SEED):
        places = list(record_places(portal).values())
        orders = {place.file: key_order(KINDS[place.kind]) for place in places}
        for change in formatted(portal, places):
            assert change.after is not None
            assert format_text(change.after, orders[change.name]) == change.after


def test_help_in_both_languages(run: Command) -> None:
    """Each command explains itself."""
    for name in ("verify", "withdraw", "rename", "format"):
        helps = {run(name, "--help", language=language) for language in LANGUAGES}
        assert len(helps) == len(LANGUAGES)
