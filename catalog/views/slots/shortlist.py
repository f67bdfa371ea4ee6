"""The pages of the shortlist and of the comparison."""

from catalog.views.context import Context
from catalog.views.shortlist import weighing
from catalog.views.slots.slot import Blocks, Slot


def compare(context: Context) -> Blocks:
    """Set projects side by side."""
    return [weighing(context, "compare")]


def shortlist(context: Context) -> Blocks:
    """Show what the reader has kept."""
    return [weighing(context, "shortlist")]


SLOTS = (Slot("compare", compare), Slot("shortlist", shortlist))
