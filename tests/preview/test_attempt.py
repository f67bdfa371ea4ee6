"""Whatever stops a build becomes a problem."""

from datetime import date
from pathlib import Path

import pytest

from investment_portal.build.result import BuildResult
from investment_portal.content.text import Fault, Unreadable
from investment_portal.languages import Sentence
from investment_portal.preview import session as tried
from investment_portal.preview.session import Attempt, attempt
from investment_portal.refusals import OutputPathError, RegistryError
from investment_portal.rendering.layouts import LayoutsFailed
from investment_portal.rendering.sources import TemplateFault


@pytest.mark.parametrize(
    ("error", "place", "holds"),
    [
        (OutputPathError(Sentence("别处", "Elsewhere")), (".cache/serve/site", 0), "Elsewhere"),
        (LayoutsFailed("first\n" * 50 + "the cause"), ("docs", 0), "the cause"),
        (Unreadable(Fault("syntax", Sentence("坏", "Broken"), line=7)), ("overrides", 7), "Broken"),
        (OSError(28, "No space left on device"), (".cache", 0), "No space left"),
        (RegistryError(Sentence("代码", "Wrong code")), ("investment_portal", 0), "Wrong code"),
    ],
)
def test_known_reasons(
    error: Exception, place: tuple[str, int], holds: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each reason is said at its place."""
    result = stopped_by(error, tmp_path, monkeypatch)
    assert not result.done
    (problem,) = result.problems
    assert (problem.file, problem.line) == place
    assert holds in problem.sentence.en
    assert len(problem.sentence.en.splitlines()) < 20


def test_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template's mistake is said at its line."""
    fault = TemplateFault("overrides/pages/record.html", 2, "'lost' is undefined")
    (problem,) = stopped_by(fault, tmp_path, monkeypatch).problems
    assert (problem.file, problem.line, problem.rule) == ("overrides/pages/record.html", 2, "template")
    assert "'lost' is undefined" in problem.sentence.en


def test_our_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A bug of ours is called so, and the terminal has the rest."""
    (problem,) = stopped_by(ZeroDivisionError("by zero"), tmp_path, monkeypatch).problems
    assert problem.rule == "bug"
    assert "ZeroDivisionError: by zero" in problem.sentence.en
    assert "Traceback" in capsys.readouterr().err


def stopped_by(error: Exception, root: Path, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    """Try a build that ends with an error."""

    def build(*_: object, **__: object) -> BuildResult:
        raise error

    monkeypatch.setattr(tried, "build", build)
    return attempt(root, root / ".cache/serve/site", date(2026, 6, 30))
