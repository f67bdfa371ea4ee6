"""A desk as a visiting card that telephones and mail programs read: vCard 3.0 (RFC 2426)."""

from typing import Any

from catalog.languages import Language, Sentence
from catalog.model.contact import Contact
from catalog.model.text import Text

EXAMPLE = Sentence("示例", "example")
SAMPLE = Sentence("示例记录，并非真实联系方式。", "An example record, no real contact.")


def both(text: Text) -> str:
    """Join a text's two languages as one line of a card holds them."""
    return f"{text.zh} / {text.en}"


def card(contact: Contact, address: str, *, language: Language | None = None) -> str:
    """Write a card with what a directory keeps; with ``language`` only what must fit into a code, in that language.

    ``address`` is that of the desk's page. The same desk gives the same bytes.
    """
    import vobject  # type: ignore[import-untyped]  # noqa: PLC0415 - costs a tenth of a second, which few runs need

    made = vobject.vCard()
    name = contact.name.in_(language) if language else both(contact.name)
    if contact.example:
        name += f" ({EXAMPLE.in_(language)})" if language else f" ({EXAMPLE.zh} / {EXAMPLE.en})"
    made.add("fn").value = name
    made.add("n").value = vobject.vcard.Name(family=name)
    made.add("org").value = [contact.unit.in_(language) if language else both(contact.unit)]
    if contact.phone:
        phone = made.add("tel")
        phone.value = contact.phone.replace(" ", "")
        phone.type_param = ["WORK", "VOICE"]
    if contact.mail:
        mail = made.add("email")
        mail.value = contact.mail
        mail.type_param = "INTERNET"
    made.add("url").value = address
    if language is None:
        _more(made, contact, address)
    text: str = made.serialize()
    return text


def _more(made: Any, contact: Contact, address: str) -> None:
    made.add("prodid").value = "-//portal//desk//ZH EN"
    made.add("uid").value = address
    made.add("rev").value = contact.verified_on.isoformat()
    made.add("title").value = both(contact.role)
    made.add("tz").value = contact.time_zone
    made.tz.value_param = "text"
    if contact.address:
        place = made.add("adr")
        from vobject.vcard import Address  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

        place.value = Address(street=both(contact.address))
        place.type_param = "WORK"
    if contact.wechat:
        made.add("x-wechat").value = contact.wechat
    notes = [both(contact.summary)] if contact.summary else []
    notes += [f"{SAMPLE.zh} {SAMPLE.en}"] if contact.example else []
    if notes:
        made.add("note").value = "\n".join(notes)
