"""The guide on its own page, and the way to it."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Jump, Link, Section
from investment_portal.pages.guide.guide import guide
from investment_portal.pages.shortcode import Blocks, Shortcode


def whole(context: Context) -> Blocks:
    """Return the guide."""
    return [guide(context)]


def entry(context: Context) -> Blocks:
    """Lead from the home page to the guide."""
    words = context.words
    way = Jump(words["guide_open"], [Link(words["guide_show"], context.href("guide/"))])
    return [Section("guide", words["guide_open"], [way], words["guide_open_note"])]


SHORTCODES = (Shortcode("guide", whole), Shortcode("guide-entry", entry))
