"""The register of slots: a new slot is one function and one line in its file; a new file is one line here."""

from catalog.views.slots import changes, contacts, events, home, places, policies, projects, results
from catalog.views.slots.slot import Slot

SLOTS: dict[str, Slot] = {
    slot.name: slot
    for module in (home, projects, policies, contacts, places, results, events, changes)
    for slot in module.SLOTS
}
