"""The age of a figure against the day on which its record was last verified."""

from datetime import date

OLD_YEARS = 2
"""A figure that is older than the last check by so many years is marked as not updated."""


def whole_years(first: date, last: date) -> int:
    """Return the whole years from one day to another."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
