"""The papers of a policy as a checklist: what to get ready, and who issues it."""

from collections.abc import Sequence

from catalog.model.policy import Policy
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.parts import Part


class Paper(Value):
    """One paper."""

    name: str
    issuer: str
    note: str


class Checklist(Part):
    """Papers to tick off, on screen or on paper."""

    component = "checklist"
    papers: Sequence[Paper]


def papers(context: Context, policy: Policy) -> list[Part]:
    """Give the checklist."""
    words, language = context.words, context.language
    found = [
        Paper(
            one.name.in_(language),
            words("policy_issued_by", who=one.from_.in_(language)) if one.from_ else "",
            one.note.in_(language) if one.note else "",
        )
        for one in policy.materials
    ]
    return [Checklist(found)] if found else []
