"""A tool's figures count only if its pages are there and tell the facts."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pytest

from bench.peers.compare import Different, compare, digest_of_lists, missing, text_of
from bench.peers.sheets import Sheet
from bench.peers.tool import Tool, write
from investment_portal.languages import LANGUAGES, Language


class Plain(Tool):
    """A tool that writes at once what it is given."""

    name = "plain"
    title = "Plain"

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Nothing is laid out."""

    def write(self, sheet: Sheet) -> None:
        """Write the page, and a list of one."""
        facts = "".join(f"<p>{escape(fact)}</p>" for fact in sheet.shown_texts)
        write(self.page(sheet.language, sheet.id), f"<html><script>var x = 'hidden'</script>{facts}</html>")
        write(self.lists(sheet.language)[0], f"<p>{escape(sheet.investment)}</p>")

    @property
    def command(self) -> str:
        """Nothing is run."""
        return "true"

    def outputs(self) -> Sequence[Path]:
        """Return the one folder."""
        return (self.folder,)

    def home(self, language: Language) -> Path:
        """Return the root of a language."""
        return self.folder / language

    def version(self) -> str:
        """Return nothing: it has none."""
        return ""


def sheets(id_: str, investment: str) -> Mapping[Language, Sheet]:
    """Make a project in both languages."""
    return {
        language: Sheet(
            id_, language, "Tea & “rice”","Brief", "food", "Food", "Old  mill", investment, "3 mu", "Open", "Sole",
            "Desk", "2026-01-01", "",
        )
        for language in LANGUAGES
    }  # fmt: skip


@pytest.fixture
def plain_site(tmp_path: Path) -> tuple[Plain, list[Mapping[Language, Sheet]]]:
    """Build two projects with the tool."""
    tool = Plain(tmp_path)
    rows = [sheets("one", "1 亿元"), sheets("two", "2 亿元")]
    for row in rows:
        for sheet in row.values():
            tool.write(sheet)
    return tool, rows


def test_a_whole_site_is_counted(plain_site: tuple[Plain, list[Mapping[Language, Sheet]]]) -> None:
    """Pages of projects, all pages, all files, their size."""
    tool, rows = plain_site
    output = compare(tool, rows, rows[0])
    assert (output.details, output.pages, output.files) == (4, 6, 6)
    assert output.megabytes == 0.0


def test_a_missing_page_is_noticed(plain_site: tuple[Plain, list[Mapping[Language, Sheet]]]) -> None:
    """In either language."""
    tool, rows = plain_site
    tool.page("en", "two").unlink()
    with pytest.raises(Different, match=r"plain, en.*two"):
        compare(tool, rows, rows[0])


def test_a_page_too_many_is_noticed(plain_site: tuple[Plain, list[Mapping[Language, Sheet]]]) -> None:
    """A withdrawn or doubled record would be work that the others did not do."""
    tool, rows = plain_site
    write(tool.page("zh", "three"), "")
    with pytest.raises(Different, match="three"):
        compare(tool, rows, rows[0])


def test_the_change_must_be_told(plain_site: tuple[Plain, list[Mapping[Language, Sheet]]]) -> None:
    """A build that leaves the old figure standing did not do the work."""
    tool, rows = plain_site
    changed = sheets("two", "9.5 亿元")
    with pytest.raises(Different, match=r"9\.5 亿元"):
        compare(tool, rows, changed)
    before = digest_of_lists(tool)
    tool.change(changed, "9.5")
    assert compare(tool, rows, changed).details == 4
    assert digest_of_lists(tool) != before


def test_words_are_read_as_people_see_them() -> None:
    """Neither blanks, markup, entities nor a tool's own quotation marks matter; scripts are no text."""
    page = "<p>58&nbsp;<b>亿</b>元</p><script>'secret'</script><!-- note --><p>“Tea” &amp; rice's</p>"
    assert text_of(page) == '58亿元"Tea"&rice\'s'
    assert missing(page, ["58 亿元", '"Tea" & rice’s', "secret", "note"]) == ["secret", "note"]
