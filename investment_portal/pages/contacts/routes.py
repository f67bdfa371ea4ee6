"""Contacts and routes on pages: from a page to a person."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Literal

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.components.parts import ContactCard, Ladder, Link, Section
from investment_portal.domain.office_hours import lists_of_contact
from investment_portal.domain.routes import Leg, escalation, in_another_language, route
from investment_portal.formatting import locale_names
from investment_portal.formatting.phones import ShownPhone, main_phone
from investment_portal.formatting.values import show
from investment_portal.languages import Sentence
from investment_portal.models.contact import Contact
from investment_portal.models.office_hours import WEEKDAYS, MeetingSlots, day_ranges, weekday_numbers
from investment_portal.value import Value


class FirstContact(Value):
    """The first contact, in the reader's language."""

    id: str
    name: str
    phone: ShownPhone
    mail: str

    @property
    def reach(self) -> str:
        """The number, or the address where there is none."""
        return self.phone.text or self.mail


def contact_card(context: Context, contact: Contact, reason: Sentence | None = None) -> ContactCard:
    """Return a contact as a card."""
    language, phone = context.language, contact_phone(context, contact)
    return ContactCard(
        name=contact.name.in_(language),
        href=context.record_href("contact", contact.id),
        role=contact.role.in_(language),
        languages=language_names(context, contact),
        hours=hours(context, contact),
        phone=phone.text,
        phone_href=phone.href,
        phone_note=phone.note,
        mail=contact.mail or "",
        reason=reason.in_(language) if reason else "",
        backup=_backup(context, contact),
        example=contact.example,
        schedule=schedule(contact),
        zone=contact.time_zone,
        holidays=" ".join(holiday_list.id for holiday_list in lists_of_contact(context.catalog, contact)),
        until=_until(context, contact),
        lapsed=contact.lapsed(context.day),
        local_phone=phone.local,
        local_href=phone.local_href,
        inland=not contact.reached_from_abroad,
        id=contact.id,
    )


def contact_phone(context: Context, contact: Contact) -> ShownPhone:
    """Return the number by which readers of a page reach a contact."""
    return main_phone(context.words, contact, context.catalog.site)


def main_contact(context: Context) -> ContactCard | None:
    """Return the bureau's main contact, or the next one if that cannot be reached."""
    for leg in escalation(context.catalog, context.day, None, context.language)[:1]:
        return contact_card(context, leg.contact)
    return None


def _backup(context: Context, contact: Contact) -> Link | None:
    """Return the backup of a contact, if that can be reached."""
    backup = context.catalog.contacts.get(contact.backup or "")
    return record_link(context, "contact", backup.id) if backup and backup.reachable(context.day) else None


def _until(context: Context, contact: Contact) -> str:
    """Return on which day a contact lapsed, or lapses where that is soon."""
    if contact.valid_until is None or not lapses_soon(context, contact):
        return ""
    lapsed = contact.lapsed(context.day)
    return context.words(
        "contact_lapsed" if lapsed else "contact_until", day=show(contact.valid_until, context.language)
    )


def language_names(context: Context, contact: Contact) -> str:
    """Return the name of the languages that a contact speaks."""
    return context.words["separator"].join(
        locale_names.language_name(context.words, code) for code in contact.languages
    )


def lapses_soon(context: Context, contact: Contact) -> bool:
    """Return whether a contact's validity ends within the days that the settings give as notice."""
    soon = context.day + timedelta(days=context.catalog.site.desk_notice.days)
    return contact.valid_until is not None and contact.valid_until <= soon


def hours(context: Context, contact: Contact) -> str:
    """Format the hours with their time zone."""
    if not contact.hours:
        return ""
    words = context.words
    spans = [f"{_days(context, span.days)} {words['separator'].join(span.open)}" for span in contact.hours]
    return words("hours", hours=words["semicolon"].join(spans), zone=zone_name(context, contact))


def meeting_times(context: Context, slots: MeetingSlots) -> str:
    """Format when a contact meets by video."""
    words, language = context.words, context.language
    times = words["separator"].join(slots.open) if slots.open else words["contact_slots_hours"]
    ahead = show(slots.ahead, language)
    text = words("contact_slots", days=_days(context, slots.days), times=times, minutes=slots.minutes, ahead=ahead)
    if not slots.off:
        return text
    off = words["separator"].join(show(day, language) for day in slots.off)
    return text + words("contact_slots_off", off=off)


def _days(context: Context, days: str) -> str:
    """Return days of the week in words."""
    words = context.words
    if len(weekday_numbers(days)) == len(WEEKDAYS):
        return words["days_all"]
    names = words["days"].split()
    runs = [
        words("days_range", first=names[first], last=names[last])
        if last > first + 1
        else words["separator"].join(names[first : last + 1])
        for first, last in day_ranges(days)
    ]
    return words["separator"].join(runs)


def zone_name(context: Context, contact: Contact) -> str:
    """Return the name of a contact's time zone."""
    return locale_names.zone_name(context.words, contact.time_zone)


def schedule(contact: Contact) -> str:
    """Write the hours as scripts read them: ``mon-fri,sun 09:00-12:00,14:00-18:00``."""
    return ";".join(f"{span.days} {','.join(span.open)}" for span in contact.hours)


def route_section(
    context: Context,
    *,
    sector: str | None,
    page_contact: str | None = None,
    project: str = "",
    contacts: Sequence[str] = (),
) -> Section:
    """Return the contact of a page, ``page_contact`` where it speaks the language, and the way to the others.

    A ``project`` has ``contacts`` of its own.
    """
    legs = _legs(context, sector, contacts)
    named = context.catalog.contacts.get(page_contact or "")
    if named and named.reachable(context.day) and context.language in named.answers_in:
        legs = [Leg(named, "page"), *(leg for leg in legs if leg.contact.id != named.id)]
    shown = contact_cards(context, legs[:1])
    # A contact of the page that speaks another language is named below the one that the reader understands.
    why = "own" if project else "page"
    others = in_another_language(
        context.catalog, context.day, contacts if project else [page_contact] if page_contact else [], context.language
    )
    also = [(_other_language(context, Leg(contact, why)), contact_link(context, contact)) for contact in others]
    ladder = Ladder(shown, finder_link(context, sector, project), also)
    return Section("contact", context.words["whom_to_ask"], [ladder])


def _other_language(context: Context, leg: Leg) -> str:
    values = {"reason": leg.reason.in_(context.language), "languages": language_names(context, leg.contact)}
    return context.words("contact_only_in", **values)


def _legs(context: Context, sector: str | None, contacts: Sequence[str]) -> list[Leg]:
    return route(context.catalog, context.day, origin=None, sector=sector, language=context.language, contacts=contacts)


def ladder_contacts(section: Section) -> Sequence[ContactCard]:
    """Return the contacts of a section that shows a route."""
    return [card for part in section.parts if isinstance(part, Ladder) for card in part.contacts]


def finder_link(context: Context, sector: str | None, project: str = "") -> Link:
    """Lead to the route finder, with what the page already knows filled in."""
    query = f"?project={project}" if project else f"?sector={sector}" if sector else ""
    return Link(context.words["route_others"], context.href(f"contacts/{query}#route"))


def contact_cards(context: Context, legs: Iterable[Leg]) -> list[ContactCard]:
    """Return the contacts of a route."""
    return [contact_card(context, leg.contact, leg.reason) for leg in legs]


def only_sector(sectors: Literal["all"] | Sequence[str]) -> str | None:
    """Return the sector that something belongs to; where it belongs to several, no department is the right one."""
    return sectors[0] if sectors != "all" and len(sectors) == 1 else None


def first_contact(context: Context, sector: str, contacts: Sequence[str]) -> FirstContact | None:
    """Return the first contact for a project with these contacts."""
    for leg in _legs(context, sector, contacts)[:1]:
        first = leg.contact
        return FirstContact(first.id, first.name.in_(context.language), contact_phone(context, first), first.mail or "")
    return None


def contact_link(context: Context, contact: Contact) -> Link:
    """Link to a contact's page."""
    return Link(contact.name.in_(context.language), context.record_href("contact", contact.id))
