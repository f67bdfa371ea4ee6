"""How to reach one desk, all on one sheet: number, mail, WeChat, hours on both clocks, address, card and code."""

from catalog.languages import Language, other
from catalog.model.base import label_of
from catalog.model.contact import Contact
from catalog.show.visiting_card import card
from catalog.views.code import Code
from catalog.views.context import Context
from catalog.views.desks import desk, zone_name
from catalog.views.parts import Desk, Part


class DeskSheet(Part):
    """The sheet; an address stands in both languages, since a driver reads the one and a visitor the other."""

    component = "desk_sheet"
    desk: Desk
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


def card_address(contact: Contact) -> str:
    """Give the address of a desk's card below the site's root: one for both languages."""
    return f"contacts/{contact.id}/card.vcf"


def desk_sheet(context: Context, contact: Contact) -> DeskSheet:
    """Make the sheet of a desk."""
    language, elsewhere = context.language, other(context.language)
    return DeskSheet(
        desk=desk(context, contact),
        wechat=contact.wechat or "",
        wechat_label=label_of(Contact, "wechat").in_(language),
        zone=context.words("route_zone", name=zone_name(context, contact), zone=contact.time_zone),
        zone_label=label_of(Contact, "time_zone").in_(language),
        address=contact.address.in_(language) if contact.address else "",
        address_label=label_of(Contact, "address").in_(language),
        address_elsewhere=contact.address.in_(elsewhere) if contact.address else "",
        elsewhere=elsewhere,
        card=context.shared(card_address(contact)),
        code=Code(card(contact, context.canonical, language=language), context.words["route_scan"]),
    )
