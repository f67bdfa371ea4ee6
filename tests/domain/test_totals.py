"""Totals: computed, exact, and silent about what nobody stated."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from investment_portal.domain.totals import available, in_yuan, published, total
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.quantities import Money, MoneyRange
from investment_portal.validation.record_reader import read_portal
from tests.overlay import PORTAL

CATALOG = read_portal(PORTAL).catalog
PROJECT = CATALOG.projects["bottling-line"]
SUMS = st.integers(0, 10**9).map(lambda number: MoneyRange.parse(f"{number}.25 万元"))


@given(st.lists(st.one_of(st.none(), SUMS), max_size=8))
def test_totals_add_up(sums: list[MoneyRange | None]) -> None:
    """Projects without a sum count as projects and not as money."""
    projects = [replace(PROJECT, investment=money) for money in sums]
    sum_ = total(projects, CATALOG.site)
    stated = [money for money in sums if money]
    assert (sum_.projects, sum_.stated) == (len(sums), len(stated))
    assert sum_.amount == sum((money.low.amount for money in stated if money.low), Decimal(0))
    assert sum_.investment.exact


def test_foreign_sums_are_converted_at_the_dated_rate() -> None:
    """Without a rate there is no answer."""
    assert in_yuan(Money.parse("USD 10 million"), CATALOG.site) == Decimal(71_000_000)
    assert in_yuan(Money.parse("EUR 10 million"), CATALOG.site) is None


def test_which_projects_are_available(day: date) -> None:
    """By status and by dates, not by what somebody remembered to change."""
    assert available(PROJECT, day)
    seeking = {status for status in ProjectStatus if available(replace(PROJECT, status=status), day)}
    assert seeking == {ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING}
    assert available(replace(PROJECT, valid_until=day), day)
    assert not available(replace(PROJECT, valid_until=date(2026, 6, 29)), day)


def test_withdrawn_projects_count_nowhere(tiny: Catalog) -> None:
    """Their pages stay, their sums do not."""
    assert [project.id for project in published(tiny)] == ["bottling-line"]
