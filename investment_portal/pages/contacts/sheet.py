"""How to reach one contact, on one sheet: number, mail, WeChat, hours, code."""

from investment_portal.components.context import Context
from investment_portal.components.parts import ContactCard, Part
from investment_portal.formatting.vcard import card
from investment_portal.languages import Language, other
from investment_portal.models.base import label_of
from investment_portal.models.contact import Contact
from investment_portal.pages.contacts.routes import contact_card, zone_name


class Code(Part):
    """The place of a QR code: the text that the page's script encodes, and the caption below the code."""

    component = "qr"
    text: str
    caption: str


class ContactSheet(Part):
    """The sheet; an address stands in both languages, since a driver reads the one and a visitor the other."""

    component = "contact_sheet"
    contact: ContactCard
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
