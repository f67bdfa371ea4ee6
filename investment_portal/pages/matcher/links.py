"""Links to the matcher: from the library, the home page and the page of a policy."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Link, Part
from investment_portal.models.policy import Policy

ADDRESS = "policies/matcher/"


class MatcherEntry(Part):
    """A sentence and the link."""

    component = "matcher_entry"
    text: str
    link: Link


def entry(context: Context) -> MatcherEntry:
    """Lead to the matcher."""
    link = Link(context.words["matcher_open"], context.href(ADDRESS))
    return MatcherEntry(context.words["matcher_entry"], link)


def check(context: Context, policy: Policy) -> list[Part]:
    """Lead from a policy to the matcher, which then shows that policy first; one that is over is not matched."""
    until = policy.effective.until
    if not policy.in_force(context.day) and (until is None or until < context.day or policy.withdrawn):
        return []
    link = Link(context.words["matcher_check"], context.href(f"{ADDRESS}?policy={policy.id}"))
    return [MatcherEntry(context.words["matcher_check_note"], link)]
