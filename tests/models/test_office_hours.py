"""Days of the week and spans of hours."""

import pytest

from investment_portal.models.convert import convert
from investment_portal.models.office_hours import Hours, always_open, day_ranges, parse_weekdays, weekday_numbers
from investment_portal.models.quantities.quantity import ValueRefusedError


@pytest.mark.parametrize(
    ("typed", "days", "numbers"),
    [
        ("mon-fri", "mon-fri", (0, 1, 2, 3, 4)),
        ("sat", "sat", (5,)),
        ("sat-mon", "mon,sat-sun", (0, 5, 6)),
        ("mon, wed-fri", "mon,wed-fri", (0, 2, 3, 4)),
        (["fri", "mon", "wed"], "mon,wed,fri", (0, 2, 4)),
        (["mon-tue", "sun"], "mon-tue,sun", (0, 1, 6)),
        (["mon", "mon-fri"], "mon-fri", (0, 1, 2, 3, 4)),
        ("mon-sun", "mon-sun", (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_days_of_the_week(typed: object, days: str, numbers: tuple[int, ...]) -> None:
    """One, a range, a list of both; a range may pass Sunday."""
    assert parse_weekdays(typed) == days
    assert weekday_numbers(days) == numbers


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("周六", "“sat”"),
        ("周一至周五", "“mon-fri”"),
        ("星期一、星期三", "“mon,wed”"),
        ("星期天", "“sun”"),
        ("Saturday", "“sat”"),
        ("Mon-Fri", "“mon-fri”"),
        ("monday to friday", "“mon-fri”"),
        ("每天", "“mon-sun”"),
        ("工作日", "“mon-fri”"),
        (["周六", "周日"], "“sat,sun”"),
        ("someday", "mon, tue"),
        ([], "mon, tue"),
        (None, "mon, tue"),
        (["mon", 5], "mon, tue"),
    ],
)
def test_days_that_are_refused(typed: object, proposed: str) -> None:
    """With the days that were meant."""
    with pytest.raises(ValueRefusedError) as caught:
        parse_weekdays(typed)
    assert proposed in caught.value.hint.en


def test_runs_of_days() -> None:
    """As a page writes them."""
    assert day_ranges("mon,wed-fri,sun") == [(0, 0), (2, 4), (6, 6)]


@pytest.mark.parametrize(
    ("hours", "always"),
    [
        ([("mon-sun", "00:00-24:00")], True),
        ([("mon-sun", "08:00-20:00"), ("mon-sun", "20:00-08:00")], True),
        ([("mon-sat", "00:00-24:00")], False),
        ([("mon-sun", "00:00-23:59")], False),
        ([], False),
    ],
)
def test_day_and_night(hours: list[tuple[str, str]], always: bool) -> None:
    """Shifts that follow each other never end either."""
    assert always_open([convert(Hours, {"days": days, "open": [clock]}) for days, clock in hours]) is always
