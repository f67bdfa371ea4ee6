"""The card of each contact, read back by a reader of its own that follows the grammar of RFC 2426."""

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from investment_portal.formatting.vcard import card
from tests.sites import Site

if TYPE_CHECKING:
    from investment_portal.models.contact import Contact

LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^:;]+)*):(?P<value>.*)")
ESCAPED = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}
Read = dict[str, list[tuple[str, str]]]


def read(text: str) -> Read:
    """Unfold, part name, parameters and value, and undo the escapes of a vCard 3.0."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    fields: Read = defaultdict(list)
    for line in re.sub(r"\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n"):
        match = LINE.fullmatch(line)
        assert match, line
        fields[match["name"]].append((match["parameters"], match["value"]))
    assert (fields["BEGIN"], fields["END"]) == ([("", "VCARD")], [("", "VCARD")])
    assert fields["VERSION"] == [("", "3.0")]
    assert len(fields["FN"]) == len(fields["N"]) == 1
    return fields


def plain(value: str) -> str:
    """Undo the escapes of one value."""
    return re.sub(r"\\[nN,;\\]", lambda match: ESCAPED[match[0]], value)


def test_every_contact_has_a_card(real: Site) -> None:
    """Both names, number and mail as they are, the page's address, and the note that it is an example."""
    for id_, contact in real.catalog.contacts.items():
        fields = read((real.out / "contacts" / id_ / "card.vcf").read_bytes().decode("utf-8"))
        name = plain(fields["FN"][0][1])
        assert contact.name.zh in name
        assert contact.name.en in name
        assert ("示例" in name) == contact.example
        assert [value for _, value in fields["TEL"]] == ([contact.phone.replace(" ", "")] if contact.phone else [])
        assert [plain(value) for _, value in fields["EMAIL"]] == ([contact.mail] if contact.mail else [])
        assert plain(fields["URL"][0][1]) == f"{real.catalog.site.address}contacts/{id_}/"
        assert plain(fields["TITLE"][0][1]) == f"{contact.role.zh} / {contact.role.en}"
        assert fields["TZ"] == [(";VALUE=text", contact.time_zone)]
        if contact.summary:
            assert plain(fields["NOTE"][0][1]).startswith(contact.summary.zh)
        if contact.address:
            parts = re.split(r"(?<!\\);", fields["ADR"][0][1])
            assert len(parts) == 7
            assert contact.address.en in plain(parts[2])


def test_the_card_is_the_same_from_both_languages(real: Site) -> None:
    """One file, where both pages say it is."""
    for prefix, way in (("", "contacts/bureau/card.vcf"), ("en/", "../contacts/bureau/card.vcf")):
        links = [link for _, link in real.pages[f"{prefix}contacts/bureau/index.html"].links if link.endswith(".vcf")]
        assert links == [f"../../{way}"]
    assert not (real.out / "en" / "contacts" / "bureau" / "card.vcf").exists()


@pytest.mark.parametrize("text", ["a;b,c\\d", "x" * 300, "商" * 200, "BEGIN:VCARD\r\nEND:VCARD"])
def test_a_name_cannot_break_out_of_its_line(full: Site, text: str) -> None:
    """Whatever staff type stays one value, and the same contact gives the same bytes."""
    contact: Contact = full.catalog.contacts["bureau"]
    odd = replace(contact, name=replace(contact.name, en=text))
    text_ = card(odd, "https://example.org/contacts/bureau/")
    assert text_ == card(odd, "https://example.org/contacts/bureau/")
    name = plain(read(text_)["FN"][0][1])
    assert name.replace("\r", "") == f"{contact.name.zh} / {text}".replace("\r", "")


def test_the_code_holds_what_a_telephone_keeps(real: Site) -> None:
    """In the page's language, short enough to be read from a screen."""
    contact = real.catalog.contacts["station-shanghai"]
    for language in ("zh", "en"):
        text_ = card(contact, "https://invest.example.gov.cn/contacts/station-shanghai/", language=language)
        fields = read(text_)
        assert plain(fields["FN"][0][1]).startswith(contact.name.in_(language))
        assert fields["TEL"][0][1] == "+862100000101"
        assert len(text_.encode()) < 600
