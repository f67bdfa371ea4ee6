"""Procedures on their page: nothing without records, sentences of what is not known."""

from decimal import Decimal

from msgspec.structs import replace
from playwright.sync_api import Browser, expect

from investment_portal.languages import Language
from investment_portal.models.quantities.money import yuan
from investment_portal.pages.procedures.shortcodes import procedures
from investment_portal.pages.procedures.timetable import ProcedureTimetable, procedure_section
from tests.browser.watching import watched
from tests.sites import Site


def part_of(site: Site, language: Language, **changes: object) -> ProcedureTimetable:
    """Return the sample procedure as a part, its first step changed."""
    procedure = site.catalog.procedures["new-mill"]
    first, *others = procedure.steps
    section = procedure_section(site.context(language), replace(procedure, steps=[replace(first, **changes), *others]))
    part = section.parts[0]
    assert isinstance(part, ProcedureTimetable)
    return part


def test_nothing_without_procedures(real: Site) -> None:
    """A portal without procedures shows nothing of them."""
    assert procedures(real.context("en")) == []


def test_bars_within_the_longest_time(full: Site) -> None:
    """Bars follow one another on one scale, the last ends with it."""
    rows = part_of(full, "en").rows
    assert [row.span for row in rows] == ["1–10", "11–40", "11–22", "Not known yet"]
    assert [row.critical for row in rows] == [True, True, False, False]
    assert [(int(row.start), int(row.width)) for row in rows] == [(0, 25), (25, 75), (25, 30), (100, 0)]


def test_a_step_without_a_fee(full: Site) -> None:
    """A sum of zero is no fee, and adds no total."""
    part = part_of(full, "en", cost=yuan(Decimal(0)))
    costs = next(column for column in part.rows[0].columns if column.head == "Cost")
    assert costs.facts[0].value == "No fee"
    assert not any("add up" in sentence for sentence in part.total)


def test_the_table_is_on_paper(chromium: Browser, full_address: str) -> None:
    """It opens for printing and folds away again afterwards."""
    with watched(chromium) as watch:
        watch.page.goto(f"{full_address}en/how-to-set-up/")
        folded = watch.page.locator("details[data-printed]").first
        expect(folded).not_to_have_attribute("open", "")
        watch.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(folded).to_have_attribute("open", "")
        watch.page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(folded).not_to_have_attribute("open", "")
