"""A wrong entry of a register, or a wrong name, gets a sentence that says what to do; the command shows it, exit 3."""

from pathlib import Path
from typing import Any

import pytest

from investment_portal.cli import check
from investment_portal.cli.command import BUG
from investment_portal.cli.main import main
from investment_portal.components.context import Context
from investment_portal.languages import Sentence
from investment_portal.models.base import label_of
from investment_portal.models.project import Project
from investment_portal.pages import shortcode
from investment_portal.pages.page_kind import NumberedKind, Page, PageKind, registered
from investment_portal.pages.registry import PAGE_KINDS, PROJECTS
from investment_portal.pages.shortcodes import SHORTCODES
from investment_portal.refusals import RegistryError


def page(_context: Context, _record: Any, _excerpt: Any) -> Page:
    """Stand for a page function."""
    raise NotImplementedError


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        (
            [PageKind("sources", page, "source")],
            (
                "The pages have the column “sources”, but the kind of record “source” has no column: links would "
                "lead to nothing. Give “source” the column “sources” in investment_portal/models/kinds.py."
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
        (
            [PageKind("results", page, "result")],
            (
                "The column “results” has pages for “result”, which stands on the list of its column only "
                "(listed_only). Take that away in investment_portal/models/kinds.py."
            ),
        ),
        (
            [kind for kind in PAGE_KINDS if kind.column != "firms"],
            (
                "The kind of record “firm” has the column “firms” but no pages: links would lead to nothing. "
                "Register its pages in investment_portal/pages/registry.py, or take the column away in "
                "investment_portal/models/kinds.py."
            ),
        ),
    ],
)
def test_a_wrong_entry_gets_a_sentence(kinds: list[PageKind | NumberedKind], sentence: str) -> None:
    """Which entry, what is wrong, where to mend it."""
    with pytest.raises(RegistryError) as refused:
        registered(*kinds, besides=(PROJECTS,))
    assert refused.value.sentence.en == sentence
    assert refused.value.sentence.zh.endswith(("。", "？"))


def test_a_field_that_no_model_has_gets_a_sentence() -> None:
    """Pages name fields in tuples."""
    with pytest.raises(RegistryError) as refused:
        label_of(Project, "land_ares")
    assert refused.value.sentence.en == (
        "Project has no field “land_ares”. Declare it in investment_portal/models/project.py, or correct the name. "
        "Did you mean “land_area”?"
    )


def test_a_shortcode_that_is_there_twice_gets_a_sentence() -> None:
    """One of them would never be shown."""
    with pytest.raises(RegistryError) as refused:
        shortcode.registered([SHORTCODES["hero"], *SHORTCODES.values()])
    assert refused.value.sentence.en == "Two shortcodes have the name “hero”. Give one of them another name."


def test_the_register_is_right() -> None:
    """As it stands."""
    assert registered(*PAGE_KINDS, besides=(PROJECTS,)) == PAGE_KINDS


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_command_says_it(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a traceback: what helps is the sentence."""

    def problems_of_portal(*_: object) -> None:
        raise RegistryError(Sentence("某项登记有误。", "An entry is wrong."))

    monkeypatch.setattr(check, "problems_of_portal", problems_of_portal)
    assert main(["check", "--lang", language], tmp_path) == BUG
    errors = capsys.readouterr().err
    assert "Traceback" not in errors
    assert errors.splitlines()[-1] == ("某项登记有误。" if language == "zh" else "An entry is wrong.")
