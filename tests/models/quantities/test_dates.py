"""Dates: what the calendar has, as exact as is known."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.models.quantities.dates import EARLIEST, LATEST, PartialDate, parse_day
from investment_portal.models.quantities.quantity import ValueRefusedError

DAYS = st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31))


@given(DAYS)
def test_days_come_back(day: date) -> None:
    """A day, its month and its year are read and written alike, and cover it."""
    assert parse_day(day.isoformat()) == day
    for typed in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        partial = PartialDate.parse(typed)
        assert str(partial) == typed
        assert partial.first <= day <= partial.last


@given(DAYS, DAYS)
def test_partial_dates_of_any_exactness_can_be_sorted(first: date, other: date) -> None:
    """A year, a month and a day stand in one list."""
    mixed = [PartialDate.parse(day.isoformat()[:cut]) for day in (first, other) for cut in (4, 7, 10)]
    ordered = sorted(mixed)
    assert [part.first for part in ordered] == sorted(part.first for part in mixed)
    assert all(earlier <= right for earlier, right in pairwise(ordered))


@pytest.mark.parametrize(
    "typed",
    [
        "2020-02-30", "2020-13-01", "2020-00-01", "2020-1-1", "20200101", "2020/01/01", "0000-01-01", "0999-12-31",
        "2201-01-01",
        "2020-01-01T00:00", "２０２０-01-01", "2020-W01-1", "yesterday", "", 20200101, True, None, [2020, 1, 1],
    ],
)  # fmt: skip
def test_bad_days_are_refused(typed: object) -> None:
    """Only the ISO form of a day that exists."""
    with pytest.raises(ValueRefusedError):
        parse_day(typed)


@pytest.mark.parametrize("typed", ["2020-00", "2020-13", "2020-02-30", "2020-01-00", "20", "２０２０", 20, True, None])
def test_bad_partial_dates_are_refused(typed: object) -> None:
    """Zero is no month and no day."""
    with pytest.raises(ValueRefusedError):
        PartialDate.parse(typed)


def test_a_year_may_be_a_number() -> None:
    """YAML reads a bare year as a number."""
    assert PartialDate.parse(2020) == PartialDate(2020)


@pytest.mark.parametrize(
    ("typed", "wanted"), [("2020/3/8", "2020-03-08"), ("2020年3月8日", "2020-03-08"), ("2020.3.8", "2020-03-08")]
)
def test_the_usual_slips_get_a_hint(typed: str, wanted: str) -> None:
    """The hint is a date that can be copied."""
    with pytest.raises(ValueRefusedError) as caught:
        parse_day(typed)
    assert wanted in caught.value.hint.zh


def test_quarters() -> None:
    """A quarter covers three months and sorts among months and years."""
    quarter = PartialDate.parse("2027-Q2")
    assert (quarter.first, quarter.last) == (date(2027, 4, 1), date(2027, 6, 30))
    assert str(quarter) == "2027-Q2"
    mixed = [PartialDate.parse(typed) for typed in ("2027", "2027-Q2", "2027-05", "2027-04-10", "2027-04", "2026-Q4")]
    assert [str(date_) for date_ in sorted(mixed)] == ["2026-Q4", "2027", "2027-04", "2027-Q2", "2027-04-10", "2027-05"]
    assert PartialDate.parse("2027-Q4").last == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("2027Q2", "“2027-Q2”"),
        ("2027年第二季度", "“2027-Q2”"),
        ("2027年2季度", "“2027-Q2”"),
        ("Q3 2027", "“2027-Q3”"),
        ("2026年秋季", "“2026-Q2” or “2026”"),
        ("autumn 2026", "“2026-Q2” or “2026”"),
        ("待定", "a quarter, “2027-Q2”"),
        ("unknown", "a quarter, “2027-Q2”"),
        ("TBD", "a quarter, “2027-Q2”"),
    ],
)
def test_days_that_are_not_known_yet(typed: str, proposed: str) -> None:
    """A month, a quarter or a year is proposed."""
    with pytest.raises(ValueRefusedError) as caught:
        PartialDate.parse(typed)
    assert proposed in caught.value.hint.en
