"""What a new record must hold besides the keys that its model requires, and what it never holds."""

from collections.abc import Mapping
from datetime import date

from catalog.languages import NOTHING, Sentence
from catalog.model.lists import ProjectKind
from catalog.model.project import REQUIRED

TODAY = ("published_on", "verified_on", "status_on")
"""Dates that the bureau itself sets on the day of writing; other dates are facts that somebody must look up."""

LEFT_OUT = frozenset({"id", "example", "withdrawn", "formerly"})
"""The file's name is the id, and a new record is no sample and has no past."""

PHONE = Sentence(
    "电话、邮箱至少有一项；没有电话就删去这一项，改填 mail",
    "a desk has a phone or mail; where there is no phone, delete this and fill mail",
)
BACKUP = Sentence("服务热线可删去这一项", "a hotline needs none: delete this")
CLAIM = Sentence("免申即享的政策可删去这一项", "what is paid without applying needs none: delete this")

ASKED: Mapping[str, Mapping[str, Sentence]] = {
    "contact": {"phone": PHONE, "backup": BACKUP},
    "policy": {
        "effective.until": NOTHING,
        "claim_link": CLAIM,
        "legal_basis": NOTHING,
        "fair_competition_review": NOTHING,
        "fair_competition_review.on": NOTHING,
    },
}
"""Key paths that rules ask for although the model can do without them, with what a writer must know of them."""


def asked_of(kind: str, project: ProjectKind) -> Mapping[str, Sentence]:
    """Give the key paths that a new record of a kind must fill besides the required ones."""
    return dict.fromkeys(REQUIRED[project], NOTHING) if kind == "project" else ASKED.get(kind, {})


def given_for(kind: str, project: ProjectKind, day: date) -> dict[str, str]:
    """Give the values that are known already."""
    known = dict.fromkeys(TODAY, day.isoformat())
    return {**known, "kind": project.value} if kind == "project" else known
