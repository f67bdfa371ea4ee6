"""Office hours on days of the calendar, with holidays and make-up working days.

``theme/scripts/contacts/office_hours.js`` is the twin: ``tests/pages/contacts`` compares both.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from investment_portal.languages import Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.holidays import Holiday, HolidayList
from investment_portal.models.office_hours import Hours, always_open, minutes_of, weekday_numbers
from investment_portal.models.site import Site

WORKDAYS = range(5)
"""Monday to Friday."""


def holiday_lists(contact: Contact, site: Site) -> list[str]:
    """Return the ids of the lists that a contact keeps.

    Without a choice of its own it keeps that of the portal, unless it is in another time zone or never closes.
    """
    if contact.holidays is not None:
        return contact.holidays
    keeps = contact.time_zone == site.time_zone and not always_open(contact.hours)
    return [site.holidays] if site.holidays and keeps else []


def lists_of_contact(catalog: Catalog, contact: Contact) -> list[HolidayList]:
    """Return the lists that a contact keeps, those that there are."""
    lists = catalog.records["holidays"]
    return [lists[id_] for id_ in holiday_lists(contact, catalog.site) if id_ in lists]


def holiday_on(lists: Iterable[HolidayList], day: date) -> Holiday | None:
    """Return the holiday for which contacts are closed on a day."""
    holidays = (holiday for holiday_list in lists for holiday in holiday_list.holidays)
    return next((holiday for holiday in holidays if holiday.from_ <= day <= holiday.last), None)


def is_made_up(lists: Iterable[HolidayList], day: date) -> bool:
    """Return whether a day at a weekend is worked for a holiday."""
    return any(day in holiday.work_on for holiday_list in lists for holiday in holiday_list.holidays)


def spans_on(hours: Sequence[Hours], lists: Sequence[HolidayList], day: date) -> list[tuple[int, int]]:
    """Return the spans that begin on a day, in minutes from its midnight, sorted.

    A make-up working day has the hours of the first working day of the week that has any.
    """
    if holiday_on(lists, day):
        return []
    weekday = day.weekday()
    if is_made_up(lists, day):
        worked = (number for number in WORKDAYS if any(number in weekday_numbers(hour.days) for hour in hours))
        weekday = next(worked, weekday)
    return sorted(minutes_of(clock) for hour in hours if weekday in weekday_numbers(hour.days) for clock in hour.open)


def declared_holidays(catalog: Catalog, day: date, language: Language) -> dict[str, Any]:
    """Return the lists as scripts read them, from the year of ``day`` on: days off with their names, days worked."""
    return {
        holidays.id: {
            "closed": [
                [holiday.from_.isoformat(), holiday.last.isoformat(), holiday.name.in_(language)]
                for holiday in holidays.holidays
                if holiday.last.year >= day.year
            ],
            "work": [
                made_up.isoformat()
                for holiday in holidays.holidays
                for made_up in holiday.work_on
                if made_up.year >= day.year
            ],
        }
        for holidays in catalog.records["holidays"].values()
        if not holidays.withdrawn
    }
