"""The cost sheet on its own page."""

from investment_portal.components.context import Context
from investment_portal.components.sections import none_yet
from investment_portal.pages.costs.costs import costs
from investment_portal.pages.shortcode import Blocks, Shortcode


def whole(context: Context) -> Blocks:
    """Return the cost sheet, once a park has prices."""
    return [costs(context)] if any(park.prices for park in context.catalog.parks.values()) else none_yet(context)


SHORTCODES = (Shortcode("cost-sheet", whole),)
