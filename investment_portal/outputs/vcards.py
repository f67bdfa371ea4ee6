"""The vCard of every contact: ``contacts/ID/card.vcf``."""

from collections.abc import Iterator

from investment_portal.formatting.vcard import card
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import site_root
from investment_portal.outputs.output import BuildContext
from investment_portal.pages.contacts.sheet import card_address


def cards(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the card of each contact, both languages on it, at its former addresses as well."""
    root = site_root(build.catalog.site)
    for contact in build.catalog.contacts.values():
        content = card(contact, root + KINDS["contact"].address(contact.id))
        for id_ in (contact.id, *contact.formerly):
            yield card_address(id_), content
