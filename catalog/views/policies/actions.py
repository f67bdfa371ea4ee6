"""What a reader can do at once: buttons, the first of them the main one."""

from collections.abc import Sequence

from catalog.derive.windows import Applying, applying
from catalog.model.policy import Policy
from catalog.views.context import Context
from catalog.views.parts import Link, Part

WINDOW = "window.ics"
"""Name of the calendar entry beside a policy's page."""


class Actions(Part):
    """Buttons; ``main`` ones stand out."""

    component = "actions"
    main: Sequence[Link]
    links: Sequence[Link]


def actions(context: Context, policy: Policy) -> list[Part]:
    """Lead to the official claim page, and put the window into a calendar; what can't be claimed leads to neither."""
    words, state = context.words, applying(policy, context.day)
    if state is Applying.CLOSED and not policy.in_force(context.day):
        return []
    claim = [Link(words["claim_open"], policy.claim_link)] if policy.claim_link else []
    dated = policy.window is not None and state in (Applying.NOW, Applying.LATER)
    entry = [Link(words["policy_to_calendar"], WINDOW)] if dated else []
    return [Actions(claim, entry)] if claim or entry else []
