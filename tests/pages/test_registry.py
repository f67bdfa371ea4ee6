"""A wrong entry of the register of page kinds gets a sentence that says what to do; the command shows it, exit 3."""

from pathlib import Path
from typing import Any

import pytest

from investment_portal.cli import check
from investment_portal.cli.command import BUG
from investment_portal.cli.main import main
from investment_portal.components.context import Context
from investment_portal.languages import Sentence
from investment_portal.pages.page_kind import Page, PageKind, registered
from investment_portal.pages.registry import PAGE_KINDS
from investment_portal.refusals import RegistryError


def page(_context: Context, _record: Any, _excerpt: Any) -> Page:
    """Stand for a page function."""
    raise NotImplementedError


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        (
            [PageKind("origins", page, "origin")],
            (
                "The pages have the column “origins”, but the kind of record “origin” has no column: links would "
                "lead to nothing. Give “origin” the column “origins” in investment_portal/models/kinds.py."
            ),
        ),
        (
            [PageKind("regions", page, "park")],
            (
                "The pages have the column “regions”, but the kind of record “park” has the column “parks”: links "
                "would lead to nothing. Give “park” the column “regions” in investment_portal/models/kinds.py."
            ),
        ),
        (
            [PageKind("parks", page, "parks")],
            (
                "The pages of the column “parks” are for “parks”, which is no kind of record. "
                "The kinds stand in investment_portal/models/kinds.py. Did you mean “park”?"
            ),
        ),
        (
            [PageKind("parks", page, "park"), PageKind("parks", page, "park")],
            "Two kinds of pages have the column “parks”. Register one for each column.",
        ),
    ],
)
def test_a_wrong_entry_gets_a_sentence(kinds: list[PageKind], sentence: str) -> None:
    """Which entry, what is wrong, where to mend it."""
    with pytest.raises(RegistryError) as refused:
        registered(*kinds)
    assert refused.value.sentence.en == sentence
    assert refused.value.sentence.zh.endswith(("。", "？"))


def test_the_register_is_right() -> None:
    """As it stands."""
    assert registered(*PAGE_KINDS) == PAGE_KINDS


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_command_says_it(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a traceback: what helps is the sentence."""

    def problems_of_portal(*_: object) -> None:
        raise RegistryError(Sentence("某项登记有误。", "An entry is wrong."))

    monkeypatch.setattr(check, "problems_of_portal", problems_of_portal)
    assert main(["check", "--lang", language], tmp_path) == BUG
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert told.splitlines()[-1] == ("某项登记有误。" if language == "zh" else "An entry is wrong.")
