"""Change days, or edges: the days from which on a page may mean something else; between two it is the same every day.

A view that compares the day with a date has the first day of the other answer here: ``until < day`` changes its answer
on the day after ``until``. What only counts days is written in the browser.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.windows import windows
from investment_portal.memo import memoized
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.holidays import HolidayList
from investment_portal.models.notice import Notice
from investment_portal.models.policy import Policy
from investment_portal.models.record import Record
from investment_portal.models.site import Site

ONE_DAY = timedelta(days=1)


def effective_day(edges: Iterable[date], day: date) -> date:
    """Return the latest edge on or before a day, the first day of all where there is none."""
    return max((edge for edge in edges if edge <= day), default=date.min)


def project_edges(project: ProjectSummary, site: Site) -> Iterator[date]:
    """Yield the edges of a project, in no order."""
    yield project.published_on
    yield project.verified_on
    due = project.verified_on + timedelta(days=(project.review_every or site.review_every).days)
    yield due
    yield due + ONE_DAY
    if project.withdrawn:
        yield project.withdrawn.on
    yield project.status_on
    yield from project.step_days
    if project.valid_until:
        yield project.valid_until  # a timeline shows it as to come before
        yield project.valid_until + ONE_DAY


def edges_of(record: Record, site: Site) -> Iterator[date]:
    """Yield the edges of a record that is no project, in no order; an edge may occur twice."""
    yield record.published_on
    yield record.verified_on
    due = record.due_on(site.review_every)
    yield due  # a timeline shows it as to come before
    yield due + ONE_DAY
    if record.withdrawn:
        yield record.withdrawn.on
    match record:
        case Policy():
            yield from _policy_edges(record, site)
        case Contact():
            yield from _contact_edges(record, site)
        case Event():
            yield from _event_edges(record)
        case Firm():
            yield from _firm_edges(record)
        case HolidayList():
            yield from _holiday_edges(record)
        case Notice() if record.valid_until:
            yield record.valid_until + ONE_DAY


def portal_edges(catalog: Catalog) -> Iterator[date]:
    """Yield the edges of the settings and of all records that are no projects: every page may show some of these."""
    for rate in catalog.site.rates:
        yield rate.last_day(catalog.site.rates_every) + ONE_DAY
    for mourning in catalog.site.mourning:
        yield mourning.from_
        yield mourning.until + ONE_DAY
    for kind, records in catalog.records.items():
        if kind != "project":
            for record in records.values():
                if isinstance(record, Record):
                    yield from edges_of(record, catalog.site)


@memoized
def clock_floor(catalog: Catalog, day: date) -> date:
    """Return the effective day of policies and contacts, which scripts route and assess by.

    A reader's clock that shows an earlier day is wrong.
    """
    policies = (edge for policy in catalog.policies.values() for edge in _policy_edges(policy, catalog.site))
    contacts = (edge for contact in catalog.contacts.values() for edge in _contact_edges(contact, catalog.site))
    return effective_day((*policies, *contacts), day)


def month_edge(day: date) -> date:
    """Return the first day of the month, from which on the calendar of windows shows twelve months."""
    return day.replace(day=1)


def _policy_edges(policy: Policy, site: Site) -> Iterator[date]:
    effective = policy.effective
    yield effective.from_
    if effective.until:
        yield effective.until - timedelta(days=site.expiring_within.days)
        yield effective.until + ONE_DAY
    if policy.budget and policy.budget.exhausted:
        yield policy.budget.exhausted
    for window in windows(policy):
        yield window.from_
        yield window.from_ + ONE_DAY  # the calendar lists openings that are not past
        if window.until:
            yield window.until + ONE_DAY


def _contact_edges(contact: Contact, site: Site) -> Iterator[date]:
    if contact.valid_until:
        yield contact.valid_until - timedelta(days=site.desk_notice.days)
        yield contact.valid_until + ONE_DAY


def _holiday_edges(holidays: HolidayList) -> Iterator[date]:
    for holiday in holidays.holidays:
        yield holiday.last + ONE_DAY  # a contact's page lists those that are not past
        for day in (holiday.last, *holiday.work_on):
            yield date(day.year + 1, 1, 1)  # scripts get those of this year and later


def _event_edges(event: Event) -> Iterator[date]:
    yield event.on.first
    yield event.last + ONE_DAY
    if event.register_by:
        yield event.register_by + ONE_DAY


def _firm_edges(firm: Firm) -> Iterator[date]:
    for moment in (firm.attracted_on, firm.production_on, firm.full_production_on):
        if moment:
            yield moment.first
