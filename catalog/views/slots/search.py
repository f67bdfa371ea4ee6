"""The search page."""

from catalog.views.a_to_z import site_search
from catalog.views.context import Context
from catalog.views.slots.slot import Blocks, Slot


def search(context: Context) -> Blocks:
    """Give the search box, and everything by name."""
    return [site_search(context)]


SLOTS = (Slot("search", search),)
