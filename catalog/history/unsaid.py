"""Fields whose changes are not told, or without their values; each with the reason."""

from collections.abc import Mapping
from typing import Any

from catalog.model.walk import each
from catalog.rules.personal_data import IDENTITY, MOBILE

UNTOLD: Mapping[str, str] = {
    "Record.id": "a record that was renamed is told as such",
    "Record.formerly": "the same",
    "Record.published_on": "told as its publication",
    "Record.verified_on": "told as a verification",
    "Record.review_every": "how often staff look at it",
    "Record.withdrawn": "told as its withdrawal, with the reason",
    "Project.featured": "the order of lists",
    "Figure.id": "part of references",
    "Figure.follows": "the order of a drawing",
    "Contact.consent": "for the check alone",
    "Image.focus": "which part of a picture stays in view",
    "Sector.id": "part of references",
    "Sector.icon": "drawn",
    "Origin.id": "part of references",
    "Source.id": "part of references",
    "ChainNode.id": "an anchor",
    "Spot.x": "drawn",
    "Spot.y": "drawn",
}
SILENT: Mapping[str, str] = {
    "Contact.name": "may name a person who has left",
    "Contact.role": "the same",
    "Contact.leader": "the same",
    "Contact.phone": "may be the number of a person who has left",
    "Contact.mail": "the same",
    "Contact.wechat": "the same",
    "Contact.hours": "told in codes, which a page says in words",
    "Contact.languages": "the same",
    "Chain.links": "lines of a drawing",
}


def stands_in(fields: Mapping[str, str], model: type, name: str) -> bool:
    """Say whether a field of a model, or of one that it is made from, is listed."""
    return any(f"{one.__name__}.{name}" in fields for one in model.__mro__)


def personal(value: Any) -> bool:
    """Say whether a value holds what must not be published, whatever the rules were when it was written."""
    return any(IDENTITY.search(text) or MOBILE.search(text) for _, text in each(str, value))
