"""The search page."""

from catalog.views.a_to_z import SearchExcerpt, search_excerpt, site_search
from catalog.views.context import Context
from catalog.views.slots.slot import Blocks, Slot


def search(context: Context, own: SearchExcerpt) -> Blocks:
    """Give the search box, and everything by name."""
    return [site_search(context, own)]


SLOTS = (Slot("search", search, search_excerpt),)
