"""The matcher: which policies an investor qualifies for, and what they come to."""

from catalog.views.context import Context
from catalog.views.matcher.matcher import matcher
from catalog.views.slots.slot import Blocks, Slot


def whole(context: Context) -> Blocks:
    """Give the form, the policies and the data."""
    return [matcher(context)]


SLOTS = (Slot("policy-matcher", whole),)
