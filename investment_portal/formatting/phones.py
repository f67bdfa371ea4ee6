"""Phone numbers as pages show and dial them."""

import re

from investment_portal.formatting.words import Words
from investment_portal.languages import Language
from investment_portal.models.contact import Contact
from investment_portal.models.phone import DialledNumber, PhoneLine, dialled
from investment_portal.models.site import Site
from investment_portal.value import Value


class ShownPhone(Value):
    """A number as pages show it, the address that dials it, and from where it can be dialled where that matters.

    A number that leads to somebody else in every other city has no address: it is dialled by those who are there.
    """

    text: str
    href: str
    note: str = ""
    local: str = ""
    local_href: str = ""
    """The number within the contact's own city, where another is shown."""


LOCAL = re.compile(r"1\d{4}|96\d{3,4}")
"""Numbers that reach another exchange in each city, as 12345: dialled elsewhere they lead to somebody else."""

NO_PHONE = ShownPhone("", "")


def phone_text(number: DialledNumber, language: Language) -> str:
    """Return a number with its extension in words."""
    if not number.extension:
        return number.number
    return f"{number.number} {'转' if language == 'zh' else 'ext.'} {number.extension}"


def main_phone(words: Words, contact: Contact, site: Site) -> ShownPhone:
    """Return the number by which readers of a page reach a contact; nothing where it has none."""
    if contact.phone is None:
        return NO_PHONE
    outside, abroad = contact.phone_from_outside, contact.phone_from_abroad
    return _shown(words, site, dialled(contact.phone, contact.extension), outside, abroad)


def line_phone(words: Words, line: PhoneLine, site: Site) -> ShownPhone:
    """Return one more number of a contact."""
    return _shown(words, site, dialled(line.number, line.extension), line.from_outside, line.from_abroad)


def fax_number(contact: Contact) -> DialledNumber | None:
    """Return the fax number of a contact."""
    return dialled(contact.fax) if contact.fax else None


def _shown(words: Words, site: Site, typed: DialledNumber, outside: str | None, abroad: str | None) -> ShownPhone:
    """Return the number that works for most readers of a language, with the others as a note.

    Readers of Chinese are taken to be in China, though not in the city itself; other readers to be abroad.
    """
    language = words.language
    in_china = dialled(outside) if outside else typed
    beyond = dialled(abroad) if abroad else None
    main = beyond if beyond and language != "zh" else in_china
    notes = []
    if outside:
        notes.append(words("phone_in_city", city=site.city.in_(language), number=phone_text(typed, language)))
    if beyond and main is beyond:
        notes.append(words("phone_in_china", number=phone_text(in_china, language)))
    elif beyond:
        notes.append(words("phone_abroad", number=phone_text(beyond, language)))
    elif main.is_service:
        notes.append(words["phone_only_china"])
    note = words["semicolon"].join(notes)
    only_there = main is typed and LOCAL.fullmatch(typed.number) is not None
    local = (phone_text(typed, language), typed.href) if outside or only_there else ("", "")
    href = "" if only_there else main.href
    return ShownPhone(phone_text(main, language), href, note[:1].upper() + note[1:], *local)
