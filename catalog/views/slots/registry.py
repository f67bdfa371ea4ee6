"""The register of slots: a new slot is one function and one line in its file; a new file is one line here."""

from catalog.views.context import Context
from catalog.views.slots import (
    brief,
    changes,
    contacts,
    events,
    guide,
    home,
    matcher,
    places,
    policies,
    projects,
    results,
    search,
    shortlist,
    styleguide,
)
from catalog.views.slots.slot import Blocks, Slot, SlotOf

MODULES = (
    home,
    guide,
    projects,
    policies,
    matcher,
    contacts,
    places,
    results,
    events,
    changes,
    brief,
    shortlist,
    search,
    styleguide,
)

SLOTS: dict[str, Slot | SlotOf] = {slot.name: slot for module in MODULES for slot in module.SLOTS}


def fill(context: Context, written: str) -> Blocks:
    """Fill a slot as a page writes it: ``hero``, ``figure:2020/new-projects`` (checked before, so it is there)."""
    name, _, argument = written.partition(":")
    slot = SLOTS[name]
    return slot.fill(context, argument) if isinstance(slot, SlotOf) else slot.fill(context)
