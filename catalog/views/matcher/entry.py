"""The ways to the matcher: from the library, from the home page, and from a policy's own page."""

from catalog.model.policy import Policy
from catalog.views.context import Context
from catalog.views.parts import Link, Part

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
