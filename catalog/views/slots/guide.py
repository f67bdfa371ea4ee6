"""The guide on its own page, and the way to it."""

from catalog.views.context import Context
from catalog.views.guide import guide
from catalog.views.parts import Jump, Link, Section
from catalog.views.slots.slot import Blocks, Slot


def whole(context: Context) -> Blocks:
    """Give the guide."""
    return [guide(context)]


def entry(context: Context) -> Blocks:
    """Lead from the home page to the guide."""
    words = context.words
    way = Jump(words["guide_open"], [Link(words["guide_show"], context.href("guide/"))])
    return [Section("guide", words["guide_open"], [way], words["guide_open_note"])]


SLOTS = (Slot("guide", whole), Slot("guide-entry", entry))
