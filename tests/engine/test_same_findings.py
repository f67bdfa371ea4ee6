"""A check that remembers finds what a check that remembers nothing finds."""

import dis
import re
from pathlib import Path

import pytest

from catalog.check import problems_now
from catalog.examine import examine
from catalog.model.apart import Apart
from catalog.rules.registry import RULES
from catalog.rules.rule import NO_DAY
from catalog.views.page import Numbered
from catalog.views.records.registry import PAGE_KINDS
from tests.conftest import DAY
from tests.overlay import BAD, cases, lay
from tests.sites import Site


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_bad_examples(case: Path, tmp_path: Path) -> None:
    """Every mistake, at the first look and at the second."""
    root = lay(case, tmp_path / "portal")
    wanted = examine(root, DAY)[1]
    assert problems_now(root, DAY) == wanted
    assert problems_now(root, DAY) == wanted


def test_a_mistake_made_and_mended(tmp_path: Path) -> None:
    """With everything that was found meanwhile."""
    root = lay(BAD / "_terrible", tmp_path / "portal")
    path = next(path for path in sorted((root / "projects").glob("*.yaml")))
    good = path.read_text("utf-8")
    for text in (good, good + "nmae: x\n", good, ""):
        path.write_text(text, "utf-8")
        assert problems_now(root, DAY) == examine(root, DAY)[1]


def test_a_portal_beside_which_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is checked all the same."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    root = lay(BAD / "unknown-key", tmp_path / "portal")
    wanted = examine(root, DAY)[1]
    monkeypatch.setattr("catalog.check.kept", refuse)
    assert problems_now(root, DAY) == wanted


def test_rules_apart_find_the_same_one_record_at_a_time(full: Site) -> None:
    """As they do in one go; those that do not ask for the day are given none."""
    catalog = full.catalog
    for rule in (rule for rule in RULES if rule.apart):
        whole = set(rule.findings(catalog, DAY))
        apart = {
            finding
            for kind, id_, _ in catalog.everything()
            for finding in rule.findings(Apart(catalog, kind, id_), DAY)
        }
        assert apart == whole, rule.id
    assert NO_DAY is None


def test_a_rule_that_asks_for_the_day_says_so() -> None:
    """Others are given none, and their findings outlast it."""
    for rule in RULES:
        steps = (step for step in dis.get_instructions(rule.check) if step.opname.startswith("LOAD_") and step.argrepr)
        asks = any("day" in re.findall(r"\w+", step.argrepr) for step in steps if "CONST" not in step.opname)
        assert asks == rule.dated, rule.id


def test_pages_one_at_a_time_are_those_made_together(full: Site) -> None:
    """So that one page can be made without the others of its kind."""
    for context in full.contexts().values():
        for kind in PAGE_KINDS:
            together = list(kind.pages(context))
            assert together or isinstance(kind, Numbered)
            assert [page for _, make in kind.each(context) for page in make()] == together
