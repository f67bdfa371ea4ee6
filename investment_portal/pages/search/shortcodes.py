"""The search page."""

from investment_portal.components.context import Context
from investment_portal.pages.search.a_to_z import SearchExcerpt, search_excerpt, site_search
from investment_portal.pages.shortcode import Blocks, Slot


def search(context: Context, own: SearchExcerpt) -> Blocks:
    """Return the search box, and everything by name."""
    return [site_search(context, own)]


SLOTS = (Slot("search", search, search_excerpt),)
