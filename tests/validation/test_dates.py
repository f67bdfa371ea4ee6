"""Rules about dates: a clock that is wrong is said once, not as a mistake of every record."""

from datetime import date

import pytest

from investment_portal.build.validate import validate
from investment_portal.problems import Level
from tests.overlay import PORTAL


def said_on(day: date) -> list[tuple[Level, str, str]]:
    """Return level, file and sentence of what the rule about dates says of the tiny portal on a day."""
    problems = validate(PORTAL, day)[1]
    return [(problem.level, problem.file, problem.sentence.en) for problem in problems if problem.rule == "forged-date"]


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2026, 1, 4), date(2026, 5, 4)])
def test_a_clock_that_is_behind(day: date) -> None:
    """One sentence, at the settings, with how many records are dated later."""
    ((level, file, sentence),) = said_on(day)
    assert (level, file) == (Level.ERROR, "district/site.yaml")
    assert sentence.startswith(f"Today ({day}) is before the dates of 1")
    assert sentence.endswith("the computer's clock is wrong, or --date is.")


def test_a_clock_that_is_right() -> None:
    """From the day on which the records were verified, for three years."""
    for day in (date(2026, 5, 5), date(2026, 12, 31), date(2029, 5, 3)):
        assert said_on(day) == []


def test_a_clock_that_runs_ahead() -> None:
    """A warning: an abandoned portal looks the same."""
    ((level, file, sentence),) = said_on(date(2099, 1, 1))
    assert (level, file) == (Level.WARNING, "district/site.yaml")
    assert sentence.endswith("before today (2099-01-01): is the clock right?")
