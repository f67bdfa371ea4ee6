"""``check``: exit codes, forms of the report, languages, and no traceback."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from investment_portal.cli.command import BUG, DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from tests.history.repository import PROJECT, repository
from tests.overlay import BAD, PORTAL, TESTS, cases, lay

DATE = ("--date", "2026-06-30")
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def no_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own settings counts."""
    for name in (*LOCALE, "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """Return a portal with a warning and no error."""
    return lay(BAD / "filing-numbers", tmp_path / "portal")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a portal with one error."""
    return lay(BAD / "bad-phone", tmp_path / "portal")


def test_a_clean_portal(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, also when strict."""
    assert main(["check", *DATE], PORTAL) == DONE
    assert capsys.readouterr().out == "检查通过，没有问题。\n"
    assert main(["check", "--strict", *DATE], PORTAL) == DONE


def test_clean_json_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Machines always get JSON."""
    assert main(["check", "--format", "json", *DATE], PORTAL) == DONE
    assert capsys.readouterr().out == "[]\n"


def test_clean_github_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to show beside a pull request."""
    assert main(["check", "--format", "github", *DATE], PORTAL) == DONE
    assert capsys.readouterr().out == ""


def test_warnings_pass_unless_strict(warned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings are shown all the same."""
    assert main(["check", "--lang", "en", *DATE], warned) == DONE
    assert "0 errors, 1 warning." in capsys.readouterr().out
    assert main(["check", "--strict", *DATE], warned) == DATA_ERRORS


def test_errors(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 with place, rule, sentence and hint."""
    assert main(["check", *DATE], broken) == DATA_ERRORS
    assert capsys.readouterr().out == (BAD / "bad-phone/messages.zh.txt").read_text("utf-8")


def test_json_has_both_languages(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the language of the call."""
    assert main(["check", "--format=json", "--lang=en", *DATE], broken) == DATA_ERRORS
    (problem,) = json.loads(capsys.readouterr().out)
    assert set(problem) == {"file", "line", "column", "path", "rule", "level", "sentence", "hint"}
    assert set(problem["sentence"]) == set(problem["hint"]) == {"zh", "en"}
    assert (problem["file"], problem["line"], problem["level"]) == ("contacts/bureau.yaml", 10, "error")


def test_github(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One workflow command a line."""
    assert main(["check", "--format", "github", "--lang", "en", *DATE], broken) == DATA_ERRORS
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=contacts/bureau.yaml,line=10,col=8,title=bad-phone::A phone number must")


def test_github_escapes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text that staff type cannot start another command."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    (root / "projects/a,b%0A::error::x.yaml").write_text("x")
    assert main(["check", "--format", "github", *DATE], root) == DATA_ERRORS
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=projects/a%2Cb%250A%3A%3Aerror%3A%3Ax.yaml,line=1,col=1,title=bad-id::")


def test_gitlab(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The place of each problem, and an identity that does not change when its line moves."""
    assert main(["check", "--format", "gitlab", "--lang", "en", *DATE], broken) == DATA_ERRORS
    (before,) = json.loads(capsys.readouterr().out)
    assert before["location"] == {"path": "contacts/bureau.yaml", "lines": {"begin": 10}}
    assert (before["check_name"], before["severity"]) == ("bad-phone", "critical")
    assert before["description"].startswith("A phone number must")
    record = broken / "contacts/bureau.yaml"
    record.write_text(f"# moved\n{record.read_text('utf-8')}", "utf-8")
    assert main(["check", "--format", "gitlab", "--lang", "en", *DATE], broken) == DATA_ERRORS
    (after,) = json.loads(capsys.readouterr().out)
    assert after["location"]["lines"] == {"begin": 11}
    assert after["fingerprint"] == before["fingerprint"]


def test_markdown_lists_every_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By file, more than the ten that a host shows at their lines, each with a link to its line."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    record = root / "contacts/bureau.yaml"
    record.write_text(record.read_text("utf-8") + "".join(f"unknown_{number}: x\n" for number in range(20)), "utf-8")
    address = "https://git.example/portal/blob/main/"
    call = ["check", "--format", "markdown", "--source", address, "--lang", "en", *DATE]
    assert main(call, root) == DATA_ERRORS
    head, _, file, _, *problems = capsys.readouterr().out.splitlines()
    assert (head, file) == ("**20 errors, 0 warnings.**", "`contacts/bureau.yaml`")
    line = record.read_text("utf-8").count("\n")
    assert len(problems) == 20
    assert problems[-1].startswith(
        f"- [{line}:1]({address}contacts/bureau.yaml#L{line}) error `unknown-key` There is no"
    )


def test_markdown_escapes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text that staff type stays text."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    record = root / "contacts/bureau.yaml"
    record.write_text(record.read_text("utf-8") + "'<b>[a](http://b)`c`|': x\n", "utf-8")
    assert main(["check", "--format", "markdown", "--lang", "en", *DATE], root) == DATA_ERRORS
    assert r"\<b\>\[a\](http://b)\`c\`\|" in capsys.readouterr().out


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_no_traceback_on_bad_data(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every bad example ends with 0 or 1 and an empty error stream."""
    assert main(["check", *DATE], lay(case, tmp_path / "portal")) in {DONE, DATA_ERRORS}
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--format", "xml"],
        ["check", "--stict"],
        ["check", "--date"],
        ["--lang", "fr"],
        ["--lang", "en"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    """Exit 2."""
    assert main(arguments, PORTAL) == USAGE


@pytest.mark.parametrize("typed", ["2026-02-30", "20260131", "2026-W05", "tomorrow", ""])
def test_wrong_dates(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2 with a sentence."""
    assert main(["check", f"--date={typed}"], PORTAL) == USAGE
    assert "--date 应写成 2026-01-31" in capsys.readouterr().err


def test_no_such_folder(tmp_path: Path) -> None:
    """Exit 2: there is nothing to check."""
    assert main(["check", "--portal", str(tmp_path / "nowhere")], PORTAL) == USAGE


@pytest.mark.parametrize("arguments", [[], ["--help"], ["check", "--help"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0 and an explanation."""
    assert main(arguments, PORTAL) == DONE
    assert "investment-portal" in capsys.readouterr().out


def test_our_bugs_are_ours(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 3, and nobody is told that the data was wrong."""
    monkeypatch.setattr("investment_portal.validation.rule_runner.RULES", (None,))
    assert main(["check", *DATE], PORTAL) == BUG
    assert "这不是您的数据问题" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("LC_ALL", "en_GB.UTF-8", "All checks passed"),
        ("LC_ALL", "zh_CN.UTF-8", "检查通过"),
        ("LC_ALL", "C", "检查通过"),
        ("LC_ALL", "de_DE.UTF-8", "检查通过"),
        ("LANG", "en_US", "All checks passed"),
        ("LC_MESSAGES", "en_US", "All checks passed"),
    ],
)
def test_language_follows_the_locale(
    name: str, value: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Chinese where it is unclear."""
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setenv(name, value)
    assert main(["check", *DATE], PORTAL) == DONE
    assert sentence in capsys.readouterr().out


def test_lang_beats_the_locale(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Before or behind the command."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    for arguments in (["--lang", "en", "check"], ["check", "--lang", "en"], ["check", "--lang=en"]):
        assert main([*arguments, *DATE], PORTAL) == DONE
        assert "All checks passed" in capsys.readouterr().out


def test_today_is_an_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``--date`` before ``SOURCE_DATE_EPOCH``; years later everything is overdue."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782777600")  # 2026-06-30
    assert main(["check", "--strict"], PORTAL) == DONE
    assert main(["check", "--strict", "--date", "2027-12-31"], PORTAL) == DATA_ERRORS
    assert "record-overdue" in capsys.readouterr().out


@pytest.mark.parametrize("epoch", ["soon", "-1", "²", "9" * 40, "1e9"])
def test_wrong_epochs(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 2, not a bug of ours."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["check"], PORTAL) == USAGE


def test_as_a_program_on_a_poor_terminal(broken: Path) -> None:
    """A terminal that lacks Chinese gets replacements, and a closed pipe is no error of ours."""
    program = [sys.executable, str(TESTS.parent / "build_catalog.py"), "check", "--portal", str(broken), *DATE]
    done = subprocess.run(program, capture_output=True, check=False, env={"PYTHONIOENCODING": "ascii"})  # noqa: S603 - our own program
    assert done.returncode == DATA_ERRORS
    assert done.stderr == b""
    assert b"bad-phone" in done.stdout


def test_days_are_counted_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A project of which only the day's findings change is read from the cache: what they say is that of the day."""
    portal = shutil.copytree(PORTAL, tmp_path / "portal", ignore=shutil.ignore_patterns(".cache"))
    for day, word in (("2027-11-01", "overdue"), ("2027-11-02", "overdue"), ("2027-11-01", "overdue")):
        main(["check", "--lang", "en", "--date", day], portal)
        first = capsys.readouterr().out
        shutil.rmtree(portal / ".cache")
        main(["check", "--lang", "en", "--date", day], portal)
        assert capsys.readouterr().out == first
        assert word in first
        main(["check", "--lang", "en", "--date", "2027-10-31"], portal)
        capsys.readouterr()


def test_new_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only those that a revision did not have fail; a line further down, or in a renamed file, they are the same."""
    portal = repository(tmp_path / "portal")
    portal.edit("zh: 两条线。, en: Two lines.", "zh: 供地 600 亩。, en: Two lines on 60 mu.")
    portal.commit("2026-03-01")
    strict = ["check", "--strict", "--lang", "en", "--since", "HEAD", *DATE]
    assert main(["check", "--strict", *DATE], portal.root) == DATA_ERRORS
    capsys.readouterr()
    assert main(strict, portal.root) == DONE
    assert "1 warning" in capsys.readouterr().out
    record = portal.root / PROJECT
    record.write_text(f"# A line more.\n{record.read_text('utf-8')}formerly: [bottling-line]\n", "utf-8")
    record.rename(record.with_stem("bottling"))
    portal.git("add", "-A")
    main(strict, portal.root)
    printed = capsys.readouterr().out
    assert "warning [figures-differ]" in printed
    assert "error [figures-differ]" not in printed
    portal.git("reset", "-q", "--hard")
    portal.edit("Two lines on 60 mu", "Two lines on 70 mu")
    main(strict, portal.root)
    printed = capsys.readouterr().out
    assert "error [figures-differ]" in printed
    assert "Warnings that are new since HEAD: 1. They count as errors." in printed


@pytest.mark.parametrize("arguments", [["--since", "HEAD"], ["--strict", "--since", "nowhere"]])
def test_since_what(tmp_path: Path, arguments: list[str]) -> None:
    """It goes with ``--strict``, and names a revision that git knows."""
    portal = repository(tmp_path / "portal")
    portal.commit("2026-03-01")
    assert main(["check", *arguments, *DATE], portal.root) == USAGE


def test_since_without_git(tmp_path: Path) -> None:
    """There is nothing to compare with."""
    portal = shutil.copytree(PORTAL, tmp_path / "portal", ignore=shutil.ignore_patterns(".cache"))
    assert main(["check", "--strict", "--since", "HEAD", *DATE], portal) == USAGE
