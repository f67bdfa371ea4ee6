"""Policies that a firm cannot easily read yet: without explanation, or without a worked example."""

from collections.abc import Iterator
from datetime import date, timedelta

from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.model.benefit import Service
from catalog.problems.finding import Finding
from catalog.status.concern import Concern

WORKING_DAYS = 7
"""A guide to a new policy is due within as many working days; public holidays are not counted here."""

FRIDAY = 4


def look(portal: Portal, day: date) -> Iterator[Finding]:
    """Look at the policies in force."""
    for policy in portal.catalog.policies.values():
        if not policy.in_force(day):
            continue
        due = working_days_after(policy.issued_on or policy.published_on, WORKING_DAYS)
        if policy.interpretation is None:
            said = Sentence(
                f"应在 {due} 前配发政策解读，尚未填写。", f"An explanation was due by {due}; there is none yet."
            )
            hint = Sentence("填写 interpretation。", "Fill in interpretation.")
            yield Finding("guides", "policy", policy.id, ("name",), said, hint)
        if policy.worked_example is None and not all(isinstance(one, Service) for one in policy.benefits):
            said = Sentence(
                "有金额的政策应附测算示例，尚未填写。", "A policy that gives a sum should show a worked example."
            )
            hint = Sentence("填写 worked_example。", "Fill in worked_example.")
            yield Finding("guides", "policy", policy.id, ("benefits",), said, hint, of_key=True)


def working_days_after(day: date, count: int) -> date:
    """Give the day that lies a number of working days after another."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() <= FRIDAY
    return day


CONCERN = Concern("guides", Sentence("政策缺解读或示例", "Policies hard to read"), look)
