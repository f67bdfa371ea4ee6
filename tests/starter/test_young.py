"""Portals that have few records yet: empty columns leave the menu, no link is dead, the home page makes sense."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.formatting.words import theme_words
from investment_portal.languages import LANGUAGES, language_path
from investment_portal.models.kinds import COLUMNS, KINDS
from tests.conftest import DAY
from tests.markup import read_markup
from tests.starter.portals import new_portal

EXPECTED = {"filing-numbers", "contact-backup"}
"""Warnings that every young portal has: no filing numbers, and one contact without a backup."""

OWN_SENTENCE = {"events", "notices", "archive"}
"""Columns that have had a sentence of their own where there is nothing."""

ZERO = re.compile(r"(?<![\d.,:-])0 (?!\d)[a-z个项家]", re.IGNORECASE)
"""A count of nothing."""


def remove(root: Path, kind: str) -> None:
    """Delete all records of a kind."""
    for path in (root / KINDS[kind].place).iterdir():
        path.unlink()


def leave_one_contact(root: Path) -> None:
    """Make the bureau the hotline too."""
    (root / "contacts/hotline.yaml").unlink()
    for name, old, new in (
        ("contacts/bureau.yaml", "backup: hotline\n", ""),
        ("district/site.yaml", "hotline: hotline\n", "hotline: bureau\n"),
    ):
        text = (root / name).read_text("utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), "utf-8")


def examine(root: Path, empty: Iterable[str]) -> None:
    """Build a portal with some empty columns and look at its pages."""
    result = build(root, root / "site", DAY)
    assert {problem.rule for problem in result.problems} <= EXPECTED
    assert result.published
    for language in LANGUAGES:
        site = root / "site" / language_path(language)
        home = read_markup((site / "index.html").read_text("utf-8"))
        columns = {address.split("/")[0] for tag, address in home.links if tag == "a"}
        assert columns.isdisjoint(empty)
        assert {"contacts", "guide"} <= columns
        assert ZERO.findall(home.text) == []
        assert len(home.ids) == len(set(home.ids))
        for column in set(empty) - OWN_SENTENCE:
            page = site / column / "index.html"
            assert theme_words(language)["none_yet"] in page.read_text("utf-8"), column


@pytest.mark.parametrize("kind", ["policy", "project"])
def test_without_one_kind(tmp_path: Path, kind: str) -> None:
    """The other columns are as they were."""
    root = new_portal(tmp_path / "portal")
    remove(root, kind)
    examine(root, {"network", "archive", KINDS[kind].list_address.rstrip("/")})


def test_kind_by_kind(tmp_path: Path) -> None:
    """A portal with one project and one contact, and one with the contact alone."""
    root = new_portal(tmp_path / "portal")
    empty = {"network", "archive"}
    examine(root, empty)
    leave_one_contact(root)
    for column, kind in COLUMNS.items():
        if kind.name not in {"project", "contact"} and not kind.is_file:
            remove(root, kind.name)
            empty.add(column)
    examine(root, empty)
    remove(root, "project")
    examine(root, {*empty, "projects"})
