"""The register of slots: a new slot is one function and one line in its file; a new file is one line here."""

from typing import Any

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
from investment_portal.domain.dataset import Dataset

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


def excerpt_of(data: Dataset, written: str) -> Any:
    """Return what a slot, as a page writes it, shows of the projects; None where it shows nothing of them."""
    name, _, argument = written.partition(":")
    slot = SLOTS[name]
    if slot.excerpt is None:
        return None
    return slot.excerpt(data, argument) if isinstance(slot, SlotOf) else slot.excerpt(data)


def fill(context: Context, written: str, excerpt: Any) -> Blocks:
    """Fill a slot as a page writes it: ``hero``, ``figure:2020/new-projects`` (checked before, so it is there)."""
    name, _, argument = written.partition(":")
    slot = SLOTS[name]
    given = ([argument] if isinstance(slot, SlotOf) else []) + ([excerpt] if slot.excerpt else [])
    return slot.fill(context, *given)
