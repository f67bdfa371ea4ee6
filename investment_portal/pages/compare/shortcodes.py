"""The pages of the shortlist and of the comparison."""

from investment_portal.components.context import Context
from investment_portal.pages.compare.selection import compare_chunks, project_selection
from investment_portal.pages.shortcode import Blocks, Shortcode


def compare(context: Context, chunks: int) -> Blocks:
    """Set projects side by side."""
    return [project_selection(context, "compare", chunks, context.words.group("compare"))]


def shortlist(context: Context, chunks: int) -> Blocks:
    """Return the reader's shortlist."""
    return [project_selection(context, "shortlist", chunks, context.words.group("shortlist"))]


SHORTCODES = (Shortcode("compare", compare, compare_chunks), Shortcode("shortlist", shortlist, compare_chunks))
