"""The style guide's page, which only the preview shows."""

from catalog.views.context import Context
from catalog.views.slots.slot import Blocks, Slot
from catalog.views.styleguide.samples import samples


def styleguide(context: Context) -> Blocks:
    """Give every component in its states."""
    return samples(context)


SLOTS = (Slot("styleguide", styleguide),)
