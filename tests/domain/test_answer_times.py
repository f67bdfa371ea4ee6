"""Answer times: by quarter, in working days, only where there are enough enquiries."""

from datetime import date
from pathlib import Path

import pytest

from investment_portal.domain.answer_times import LEAST, answer_times, working_days
from investment_portal.validation.record_reader import read_portal
from tests.sites import tiny_portal

LOG = """published_on: 2026-04-05
verified_on: 2026-05-05
name: {zh: 2026年咨询答复, en: Enquiries of 2026}
within: 2
answers:
"""
ENTRY = "  - {{reference: E-A1B2-C3D{number}, contact: bureau, received_on: {received}{answered}}}\n"


def entry(number: int, received: str, answered: str = "") -> str:
    """Return a line of the log."""
    return ENTRY.format(number=number, received=received, answered=f", answered_on: {answered}" if answered else "")


ENOUGH = "".join(
    [
        entry(1, "2026-01-05", "2026-01-06"),
        entry(2, "2026-01-09", "2026-01-12"),  # a Friday and the Monday after: one working day
        entry(3, "2026-01-12", "2026-01-20"),
        entry(4, "2026-02-02", "2026-02-02"),
        entry(5, "2026-03-02"),
    ]
)


def portal_with(root: Path, entries: str) -> Path:
    """Return a portal with a log."""
    portal = tiny_portal(root)
    folder = portal / "district" / "answers"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "2026.yaml").write_text(LOG + entries, "utf-8")
    return portal


def test_a_quarter_with_enough_enquiries(tmp_path: Path) -> None:
    """One that is open counts as received and not as answered in time; the next quarter has too few."""
    catalog = read_portal(portal_with(tmp_path / "portal", ENOUGH + entry(6, "2026-04-01", "2026-04-02"))).catalog
    (time,) = answer_times(catalog, catalog.contacts["bureau"])
    assert (time.year, time.quarter, time.count, time.median, time.in_time, time.within) == (2026, 1, LEAST, 1, 3, 2)


def test_too_few_say_nothing(tmp_path: Path) -> None:
    """Four enquiries would point at their senders."""
    catalog = read_portal(portal_with(tmp_path / "portal", ENOUGH.rpartition("  -")[0])).catalog
    assert answer_times(catalog, catalog.contacts["bureau"]) == []


@pytest.mark.parametrize(
    "line",
    [
        "  - {reference: Anna Muster, contact: bureau, received_on: 2026-01-05}\n",
        "  - {reference: +86 830 000 0001, contact: bureau, received_on: 2026-01-05}\n",
        "  - {reference: E-A1B2-C3D4, contact: bureau, received_on: 2026-01-05, name: Anna Muster}\n",
        "  - {reference: E-A1B2-C3D4, contact: bureau, received_on: 2026-01-05, answered_on: 2026-01-02}\n",
    ],
    ids=["name", "phone", "field", "order"],
)
def test_nothing_personal_is_accepted(tmp_path: Path, line: str) -> None:
    """A reference is a reference; there is no key for a person; no answer comes before its enquiry."""
    read = read_portal(portal_with(tmp_path / "portal", line))
    assert [problem.file for problem in read.problems if problem.file.endswith("answers/2026.yaml")]


def test_working_days_leave_out_weekends() -> None:
    """Whatever the day on which they begin."""
    assert working_days([], date(2026, 1, 9), date(2026, 1, 19)) == 6
    assert working_days([], date(2026, 1, 9), date(2026, 1, 9)) == 0
