"""The pages of the shortlist and of the comparison."""

from catalog.views.context import Context
from catalog.views.shortlist import weighing
from catalog.views.slots.slot import Blocks, Slot


def compare(context: Context) -> Blocks:
    """Set projects side by side."""
    words = context.words
    return [weighing(context, "compare", words["compare_wait"], words["compare_off"], words.group("compare"))]


def shortlist(context: Context) -> Blocks:
    """Show what the reader has kept."""
    words = context.words
    return [weighing(context, "shortlist", words["shortlist_wait"], words["shortlist_off"], words.group("shortlist"))]


SLOTS = (Slot("compare", compare), Slot("shortlist", shortlist))
