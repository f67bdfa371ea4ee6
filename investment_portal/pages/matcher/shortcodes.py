"""The matcher: the policies that an investor qualifies for, and their sums."""

from investment_portal.components.context import Context
from investment_portal.components.sections import none_yet
from investment_portal.pages.matcher.matcher import matcher
from investment_portal.pages.shortcode import Blocks, Shortcode


def whole(context: Context) -> Blocks:
    """Return the form, the policies and the data."""
    return [matcher(context)] if context.catalog.policies else none_yet(context)


SHORTCODES = (Shortcode("policy-matcher", whole),)
