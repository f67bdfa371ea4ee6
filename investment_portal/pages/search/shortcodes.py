"""The search page."""

from investment_portal.components.context import Context
from investment_portal.pages.search.a_to_z import SearchExcerpt, search_excerpt, site_search
from investment_portal.pages.shortcode import Blocks, Shortcode


def search(context: Context, excerpt: SearchExcerpt) -> Blocks:
    """Return the search box, and everything by name."""
    return [site_search(context, excerpt)]


SHORTCODES = (Shortcode("search", search, search_excerpt),)
