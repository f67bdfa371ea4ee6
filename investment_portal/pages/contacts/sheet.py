"""How to reach one contact, on one sheet: number, mail, WeChat, hours, code."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.parts import ContactCard, Part
from investment_portal.formatting.phones import fax_number, line_phone, phone_text
from investment_portal.formatting.values import show
from investment_portal.formatting.vcard import card
from investment_portal.languages import Language, other
from investment_portal.models.base import label_of
from investment_portal.models.contact import Contact
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
