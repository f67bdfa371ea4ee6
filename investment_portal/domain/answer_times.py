"""How soon a contact answers, by quarter: from the log of enquiries, once there are enough to say something."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil
from statistics import median

from investment_portal.domain.office_hours import WORKDAYS, holiday_on, is_made_up, lists_of_contact
from investment_portal.models.answers import AnswerLog
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.holidays import HolidayList
from investment_portal.value import Value

LEAST = 5
"""Enquiries of a quarter below which nothing is published: a few would point at their senders."""


class AnswerTime(Value):
    """The enquiries of a quarter: how many, the median of working days to the answer, how many were answered in time.

    Enquiries that are still open count as received and not as answered.
    """

    year: int
    quarter: int
    count: int
    median: int | None
    in_time: int
    within: int
    example: bool


def working_days(lists: Iterable[HolidayList], start: date, end: date) -> int:
    """Count the working days after a day, up to another: 0 on the same day."""
    listed = list(lists)
    days = (start + timedelta(days=ahead) for ahead in range(1, (end - start).days + 1))
    return sum(_is_worked(listed, day) for day in days)


def _is_worked(lists: list[HolidayList], day: date) -> bool:
    return is_made_up(lists, day) or (day.weekday() in WORKDAYS and holiday_on(lists, day) is None)


def answer_times(catalog: Catalog, contact: Contact) -> list[AnswerTime]:
    """Return the quarters with enough enquiries to a contact, the latest first."""
    lists = lists_of_contact(catalog, contact)
    quarters: dict[tuple[int, int], list[tuple[AnswerLog, int | None]]] = {}
    for log in catalog.records["answers"].values():
        if log.withdrawn:
            continue
        for answer in log.answers:
            if answer.contact == contact.id:
                took = working_days(lists, answer.received_on, answer.answered_on) if answer.answered_on else None
                quarter = (answer.received_on.year, (answer.received_on.month + 2) // 3)
                quarters.setdefault(quarter, []).append((log, took))
    return [_summed(*quarter, rows) for quarter, rows in sorted(quarters.items(), reverse=True) if len(rows) >= LEAST]


def _summed(year: int, quarter: int, rows: list[tuple[AnswerLog, int | None]]) -> AnswerTime:
    answered = [took for _, took in rows if took is not None]
    within = max(log.within for log, _ in rows)
    return AnswerTime(
        year=year,
        quarter=quarter,
        count=len(rows),
        median=ceil(median(answered)) if answered else None,
        in_time=sum(took <= within for took in answered),
        within=within,
        example=any(log.example for log, _ in rows),
    )
