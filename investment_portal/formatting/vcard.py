"""A contact as a vCard, which telephones and mail programs read."""

import re

from investment_portal.languages import Language, Sentence
from investment_portal.models.contact import Contact
from investment_portal.models.phone import LineKind, dialled
from investment_portal.models.text import Text

EXAMPLE = Sentence("示例", "example")
SAMPLE = Sentence("示例记录，并非真实联系方式。", "An example record, no real contact.")
WIDTH = 75
"""Bytes in a line (RFC 2426, 2.6)."""


def both(text: Text) -> str:
    """Join a text's two languages as one line of a card holds them."""
    return f"{text.zh} / {text.en}"


def card(contact: Contact, address: str, *, language: Language | None = None) -> str:
    """Format a vCard for a directory; with ``language`` a short one for a QR code, in that language.

    ``address`` is that of the contact's page. The same contact gives the same bytes.
    """
    name = contact.name.in_(language) if language else both(contact.name)
    if contact.example:
        name += f" ({EXAMPLE.in_(language)})" if language else f" ({EXAMPLE.zh} / {EXAMPLE.en})"
    numbers = _numbers(contact) if language is None else _numbers(contact)[:1]
    lines = {
        "EMAIL;TYPE=INTERNET": contact.mail and _escaped(contact.mail),
        "FN": _escaped(name),
        "N": f"{_escaped(name)};;;;",
        "ORG": _escaped(contact.unit.in_(language) if language else both(contact.unit)),
        "URL": _escaped(address),
        **(_more(contact, address) if language is None else {}),
    }
    head = [(key, lines.pop(key)) for key in ("PRODID", "UID") if key in lines]
    properties = [("BEGIN", "VCARD"), ("VERSION", "3.0"), *head, *sorted([*lines.items(), *numbers]), ("END", "VCARD")]
    return "".join(_folded(f"{key}:{value}") for key, value in properties if value)


TYPES = {LineKind.MOBILE: "WORK,CELL"}
"""Types of numbers on a card; the others are voice."""


def _numbers(contact: Contact) -> list[tuple[str, str]]:
    """Return the numbers of a contact, each with its type; an extension stands behind a number as RFC 3966 has it."""
    numbers = []
    if contact.phone:
        outside = contact.phone_from_outside
        main = dialled(outside) if outside else dialled(contact.phone, contact.extension)
        numbers.append(("TEL;TYPE=WORK,VOICE,PREF" if contact.phones else "TEL;TYPE=WORK,VOICE", main))
    if contact.phone_from_abroad:
        numbers.append(("TEL;TYPE=WORK,VOICE", dialled(contact.phone_from_abroad)))
    numbers += [
        (f"TEL;TYPE={TYPES.get(line.kind, 'WORK,VOICE')}", dialled(line.number, line.extension))
        for line in contact.phones
    ]
    if contact.fax:
        numbers.append(("TEL;TYPE=WORK,FAX", dialled(contact.fax)))
    return [(key, number.href.removeprefix("tel:")) for key, number in numbers]


def _more(contact: Contact, address: str) -> dict[str, str]:
    notes = [both(contact.summary)] if contact.summary else []
    notes += [f"{SAMPLE.zh} {SAMPLE.en}"] if contact.example else []
    return {
        "ADR;TYPE=WORK": f";;{_escaped(both(contact.address))};;;;" if contact.address else "",
        "NOTE": _escaped("\n".join(notes)),
        "PRODID": "-//portal//desk//ZH EN",
        "REV": contact.verified_on.isoformat(),
        "TITLE": _escaped(both(contact.role)),
        "TZ;VALUE=text": _escaped(contact.time_zone),
        "UID": f"{address.removesuffix(f'{contact.id}/')}{contact.first_id}/",
        "X-WECHAT": _escaped(contact.wechat or ""),
    }


def _escaped(text: str) -> str:
    """Escape the signs that part values, and line ends."""
    return re.sub(r"\r\n|\r|\n", r"\\n", re.sub(r"([\\;,])", r"\\\1", text))


def _folded(line: str) -> str:
    """Fold a line of 75 signs or more into lines of at most 75 bytes; no sign is cut in two."""
    if len(line) < WIDTH:
        return f"{line}\r\n"
    parts, size = [], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > WIDTH:
            parts.append("\r\n ")
            size = 1
        parts.append(sign)
        size += width
    return "".join([*parts, "\r\n"])
