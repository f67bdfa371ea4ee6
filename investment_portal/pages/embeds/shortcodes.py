"""The page that makes the code by which other sites show a card or a list."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.parts import Part
from investment_portal.components.sections import none_yet
from investment_portal.pages.embeds.addresses import Frame, card_address, code, list_frames
from investment_portal.pages.shortcode import Blocks, Shortcode
from investment_portal.value import Value

PATTERN = "PROJECT-ID"
"""Stands in the code of a card for the id of a project."""


class EmbedCode(Value):
    """The code of a list: its name, its address from the page, the code."""

    name: str
    href: str
    code: str


class EmbedCodes(Part):
    """The code of each list, and the form that makes that of a project's card."""

    component = "embed_codes"
    lists: Sequence[EmbedCode]
    card: str
    pattern: str
    href: str


def embed_codes(context: Context) -> Blocks:
    """Return the codes; nothing where the portal has no cards for other sites."""
    if not context.catalog.site.embeds:
        return none_yet(context)
    lists = [EmbedCode(frame.name, context.href(frame.address), code(context, frame)) for frame in list_frames(context)]
    return [code_form(context, lists)]


def code_form(context: Context, lists: Sequence[EmbedCode]) -> EmbedCodes:
    """Return the form that makes the code of a card, and the codes of some lists."""
    card = Frame(card_address(PATTERN), context.words["embed_card_name"])
    return EmbedCodes(lists, code(context, card), PATTERN, context.href(card.address))


SHORTCODES = (Shortcode("embed-codes", embed_codes),)
