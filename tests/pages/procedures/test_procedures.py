"""Procedures on their page: golden content, nothing without records, sentences of what is not known."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.quantities.money import yuan
from investment_portal.pages.procedures.shortcodes import procedures
from investment_portal.pages.procedures.timetable import ProcedureTimetable, procedure_section
from investment_portal.rendering.renderer import Renderer
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from tests.rendering.same_pages import in_lines
from tests.sites import Site

GOLDEN = Path(__file__).parents[1] / "golden"


def part_of(site: Site, language: Language, **changes: object) -> ProcedureTimetable:
    """Return the sample procedure as a part, its first step changed."""
    procedure = site.catalog.procedures["new-mill"]
    first, *others = procedure.steps
    section = procedure_section(site.context(language), replace(procedure, steps=[replace(first, **changes), *others]))
    part = section.parts[0]
    assert isinstance(part, ProcedureTimetable)
    return part


@pytest.mark.parametrize("language", LANGUAGES)
def test_page(full: Site, language: Language, golden: Callable[[Path, str], None]) -> None:
    """Total, chart and table are the golden ones."""
    context = full.context(language).at("how-to-set-up/")
    renderer = Renderer(Templates(Sources(full.portal)), context.words)
    html = str(renderer.shortcode(context, procedures(context)))
    golden(GOLDEN / language / "procedures.html", in_lines(html) + "\n")


def test_nothing_without_procedures(real: Site) -> None:
    """A portal without procedures shows nothing of them."""
    assert procedures(real.context("en")) == []


def test_bars_within_the_longest_time(full: Site) -> None:
    """Bars follow one another on one scale, the last ends with it."""
    rows = part_of(full, "en").rows
    assert [row.span for row in rows] == ["1–10", "11–40", "11–22", "Not known yet"]
    assert [row.critical for row in rows] == [True, True, False, False]
    assert [(row.start, row.width) for row in rows] == [(0, 25), (25, 75), (25, 30), (100, 0)]


def test_a_step_without_a_fee(full: Site) -> None:
    """A sum of zero is no fee, and adds no total."""
    part = part_of(full, "en", cost=yuan(full.catalog.procedures["new-mill"].steps[0].cost.amount * 0))
    costs = next(column for column in part.rows[0].columns if column.head == "Cost")
    assert costs.facts[0].value == "No fee"
    assert not any("add up" in sentence for sentence in part.total)
