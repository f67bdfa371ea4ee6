"""How to reach one contact, on one sheet: number, mail, WeChat, hours, code."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.parts import ContactCard, Part
from investment_portal.domain.office_hours import lists_of_contact, spans_on
from investment_portal.formatting.dates import day_of_year
from investment_portal.formatting.phones import fax_number, line_phone, phone_text
from investment_portal.formatting.values import show
from investment_portal.formatting.vcard import card
from investment_portal.languages import Language, other
from investment_portal.models.base import label_of
from investment_portal.models.contact import Contact
from investment_portal.models.holidays import Holiday, HolidayList
from investment_portal.models.office_hours import always_open
from investment_portal.pages.contacts.routes import contact_card, zone_name
from investment_portal.value import Value


class Code(Part):
    """The place of a QR code: the text that the page's script encodes, and the caption below the code."""

    component = "qr"
    text: str
    caption: str


class SheetLine(Value):
    """One more number of the contact: what it is for, how it reads, what dials it (nothing for a fax), from where."""

    label: str
    text: str
    href: str
    note: str


class ContactSheet(Part):
    """The sheet; addresses are in both languages, for visitors and their drivers."""

    component = "contact_sheet"
    contact: ContactCard
    lines: Sequence[SheetLine]
    holidays: Sequence[str]
    holidays_note: str
    wechat: str
    wechat_label: str
    zone: str
    zone_label: str
    address: str
    address_label: str
    address_elsewhere: str
    elsewhere: Language
    card: str
    code: Code


def card_address(id_: str) -> str:
    """Return the address of a contact's card below the site's root: one for both languages."""
    return f"contacts/{id_}/card.vcf"


def contact_sheet(context: Context, contact: Contact) -> ContactSheet:
    """Make the sheet of a contact."""
    language, elsewhere = context.language, other(context.language)
    return ContactSheet(
        contact=contact_card(context, contact),
        lines=_lines(context, contact),
        holidays=_days_off(context, contact),
        holidays_note=_holidays_note(context, contact),
        wechat=contact.wechat or "",
        wechat_label=label_of(Contact, "wechat").in_(language),
        zone=context.words("contact_zone", name=zone_name(context, contact), zone=contact.time_zone),
        zone_label=label_of(Contact, "time_zone").in_(language),
        address=contact.address.in_(language) if contact.address else "",
        address_label=label_of(Contact, "address").in_(language),
        address_elsewhere=contact.address.in_(elsewhere) if contact.address else "",
        elsewhere=elsewhere,
        card=context.shared(card_address(contact.id)),
        code=Code(card(contact, context.canonical, language=language), context.words["contact_scan"]),
    )


def _lines(context: Context, contact: Contact) -> list[SheetLine]:
    language, lines = context.language, []
    for line in contact.phones:
        phone = line_phone(context.words, line, context.catalog.site)
        label = show(line.kind, language)
        if line.label:
            label = context.words("phone_label", kind=label, label=line.label.in_(language))
        lines.append(SheetLine(label, phone.text, phone.href, phone.note))
    fax = fax_number(contact)
    if fax:
        lines.append(SheetLine(label_of(Contact, "fax").in_(language), phone_text(fax, language), "", ""))
    return lines


COMING = 3
"""Coming holidays on the page of a contact; the page of all contacts has the whole list."""


def _days_off(context: Context, contact: Contact) -> list[str]:
    """Return the coming holidays of a contact, with the hours of the days that are worked instead."""
    lists = lists_of_contact(context.catalog, contact)
    coming = sorted(
        (holiday for holiday_list in lists for holiday in holiday_list.holidays if holiday.last >= context.day),
        key=lambda holiday: holiday.from_,
    )
    return [_day_off(context, contact, lists, holiday) for holiday in coming[:COMING]]


def _day_off(context: Context, contact: Contact, lists: Sequence[HolidayList], holiday: Holiday) -> str:
    words, language = context.words, context.language
    off = words("holiday_closed", name=holiday.name.in_(language), days=_short_days(context, holiday))
    worked = [
        words("holiday_worked_hours", day=day_of_year(day, language), hours=_written(context, spans))
        for day in holiday.work_on
        if (spans := spans_on(contact.hours, lists, day))
    ]
    return words("holiday_worked", off=off, days=words["separator"].join(worked)) if worked else off


def _written(context: Context, spans: Sequence[tuple[int, int]]) -> str:
    clock = [f"{start // 60:02}:{start % 60:02}–{end // 60 % 24:02}:{end % 60:02}" for start, end in spans]
    return context.words["separator"].join(clock)


def _short_days(context: Context, holiday: Holiday) -> str:
    """Return the days off of a holiday: one day, or the first and the last."""
    first, last, language = holiday.from_, holiday.last, context.language
    if last == first:
        return show(first, language)
    # The year stands once: before the days in Chinese, behind them in English.
    once = first.year == last.year
    start = day_of_year(first, language) if once and language != "zh" else show(first, language)
    end = day_of_year(last, language) if once and language == "zh" else show(last, language)
    return context.words("from_until", start=start, end=end)


def _holidays_note(context: Context, contact: Contact) -> str:
    """Return what the hours say of holidays: nothing known, or dates that are only an example."""
    if not contact.hours or always_open(contact.hours):
        return ""
    lists = lists_of_contact(context.catalog, contact)
    if not lists:
        return context.words["contact_holidays"] if contact.holidays is None else context.words["holiday_none"]
    return context.words["holiday_example"] if any(holiday_list.example for holiday_list in lists) else ""
