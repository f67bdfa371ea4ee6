"""The search page, and the list of a kind of record for a column that has none of its own."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Card, Cards
from investment_portal.components.sections import none_yet
from investment_portal.models.text import name_of
from investment_portal.pages.search.a_to_z import LISTED, SearchExcerpt, search_excerpt, site_search
from investment_portal.pages.shortcode import Blocks, Shortcode, ShortcodeWithArgument


def search(context: Context, excerpt: SearchExcerpt) -> Blocks:
    """Return the search box, and everything by name."""
    return [site_search(context, excerpt)]


def record_list(context: Context, kind: str) -> Blocks:
    """Return the records of a kind by name, withdrawn ones left out; each with its summary, where it has one."""
    cards = [
        Card(
            name_of(record).in_(context.language),
            context.record_href(kind, id_),
            summary.in_(context.language) if (summary := getattr(record, "summary", None)) else "",
        )
        for id_, record in context.catalog.records[kind].items()
        if not getattr(record, "withdrawn", None)
    ]
    return [Cards(cards, level=2)] if cards else none_yet(context)


SHORTCODES = (
    Shortcode("search", search, search_excerpt),
    ShortcodeWithArgument("records", record_list, lambda _: [kind for kind in LISTED if kind != "project"]),
)
