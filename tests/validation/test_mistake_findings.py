"""One mistake is told once, at its place, with the word that was meant."""

import shutil
from pathlib import Path

import pytest

from investment_portal.problems import Problem
from investment_portal.validation.loaded_portal import dotted
from investment_portal.validation.record_reader import read_portal
from investment_portal.validation.rule_runner import problems_of
from tests.conftest import DAY
from tests.overlay import PORTAL


def problems_after(tmp_path: Path, name: str, find: str, put: str) -> list[Problem]:
    """Return the problems of the tiny portal after one edit."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    text = (root / name).read_text("utf-8")
    assert text.count(find) == 1
    (root / name).write_text(text.replace(find, put), "utf-8")
    return problems_of(read_portal(root), DAY)


GAPS = ("coverage-gap", "route-missing")
"""Follow-up problems of a contact or policy as long as the mistake stands."""

PROJECT = "projects/bottling-line.yaml"
POLICY = "policies/equipment-grant.yaml"
CONTACT = "contacts/bureau.yaml"


@pytest.mark.parametrize(
    ("name", "find", "put", "rule", "path"),
    [
        (CONTACT, "sectors: all", "sectors: food", "bad-type", "sectors"),
        (CONTACT, "sectors: all", "sectors: [Food]", "unknown-reference", "sectors[1]"),
        (CONTACT, "sectors: all", "sectors: [all]", "unknown-reference", "sectors[1]"),
        (CONTACT, "sectors: all", "sectors: {food: true}", "bad-type", "sectors"),
        (POLICY, "enterprise_types: all", "enterprise_types: [smee]", "unlisted", "enterprise_types[1]"),
        (POLICY, "{from: 2026-01-01, until: 2028-12-31}", "{from_: 2026-01-01}", "unknown-key", "effective.from_"),
        (POLICY, "{from: 2026-01-01, until: 2028-12-31}", "2026-01-01", "bad-type", "effective"),
        (POLICY, "from: 2026-01-01", "from: 2026-02-30", "bad-date", "effective.from"),
        (POLICY, "rate: 5 %", "rate: five", "bad-quantity", "benefits[1].rate"),
        (POLICY, "form: rate", "form: rates", "bad-value", "benefits[1].form"),
        (POLICY, "form: rate", "form: null", "bad-value", "benefits[1].form"),
        (POLICY, "form: rate", "form: [rate]", "bad-value", "benefits[1].form"),
        (POLICY, "at_least: 500 万元", "at_leest: 500 万元", "unknown-key", "eligibility[1].at_leest"),
        (PROJECT, "kind: investment", "kynd: investment", "unknown-key", "kynd"),
        (PROJECT, "investment: 1.2 亿元", "investment: true", "bad-quantity", "investment"),
        (PROJECT, "gas: unknown", "gas: Unknown", "bad-type", "conditions.gas"),
        (PROJECT, "value: 80", "value: 80.5", "bad-quantity", "returns.jobs.value"),
        (PROJECT, "value: 80", "value: 99999999999999999999", "bad-quantity", "returns.jobs.value"),
        (PROJECT, "kind: investment", "kind: investment\nexample: yes", "bad-type", "example"),
        ("district/sectors.yaml", "C14, C15", "C14, 15", "bad-form", "food.industry_codes[2]"),
        ("district/sources.yaml", "on: 2026-01-15", "on: 2026-02-30", "bad-date", "yearbook.on"),
        ("district/origins.yaml", "  within: china\n", "  within: chna\n", "unknown-reference", "south.within"),
    ],
)
def test_one_mistake_one_problem(tmp_path: Path, name: str, find: str, put: str, rule: str, path: str) -> None:
    """Unions, aliases and misspelt keys give no noise."""
    problems = [problem for problem in problems_after(tmp_path, name, find, put) if problem.rule not in GAPS]
    assert [(problem.file, problem.rule, problem.path) for problem in problems] == [(name, rule, path)]
    text = (tmp_path / "portal" / name).read_text("utf-8").split("\n")
    last = path.rsplit(".", maxsplit=1)[-1].split("[", maxsplit=1)[0]
    assert last in text[problems[0].line - 1]


@pytest.mark.parametrize(
    ("find", "put", "hint"),
    [
        ("kind: investment", "kind: 土地", "land"),
        ("kind: investment", "kind: Land", "land"),
        ("stage: approval", "stage: site-ready", "site_ready"),
        ("contacts: [bureau]", "contacts: [burea]", "bureau"),
        ("summary: {zh", "简介: {zh", "summary"),
    ],
)
def test_the_meant_word_is_named(tmp_path: Path, find: str, put: str, hint: str) -> None:
    """By spelling, or by the label in either language."""
    problems = problems_after(tmp_path, PROJECT, find, put)
    assert any(f"“{hint}”" in problem.hint.zh and f"“{hint}”" in problem.hint.en for problem in problems), problems


def test_paths_count_from_one() -> None:
    """As people count."""
    assert dotted(("gaps", 1, "zh")) == "gaps[2].zh"
    assert not dotted(())
