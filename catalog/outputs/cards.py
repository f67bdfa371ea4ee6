"""A visiting card of every desk, for telephones and mail programs: ``contacts/ID/card.vcf``."""

from collections.abc import Iterator

from catalog.model.kinds import KINDS
from catalog.model.site import site_root
from catalog.outputs.output import Made
from catalog.show.visiting_card import card
from catalog.views.desk_sheet import card_address


def cards(made: Made) -> Iterator[tuple[str, str]]:
    """Give the card of each desk, both languages on it."""
    root = site_root(made.catalog.site)
    for contact in made.catalog.contacts.values():
        yield card_address(contact), card(contact, f"{root}{KINDS['contact'].column}/{contact.id}/")
