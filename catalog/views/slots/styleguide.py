"""The style guide's page, which only the preview shows."""

from catalog.views.context import Context
from catalog.views.slots.slot import Blocks, Slot
from catalog.views.styleguide.samples import samples
from investment_portal.domain.dataset import Dataset


def styleguide(context: Context, data: Dataset) -> Blocks:
    """Give every component in its states."""
    return samples(context, data)


SLOTS = (Slot("styleguide", styleguide, lambda data: data),)
