"""The style guide's page, which only the preview shows."""

from catalog.views.context import Context
from catalog.views.slots.slot import Blocks, Slot
from investment_portal.domain.dataset import Dataset


def styleguide(context: Context, data: Dataset) -> Blocks:
    """Give every component in its states."""
    from catalog.views.styleguide.samples import samples  # noqa: PLC0415 - only a preview shows them

    return samples(context, data)


SLOTS = (Slot("styleguide", styleguide, lambda data: data),)
