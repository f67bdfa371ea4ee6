"""The dates of a policy in words: validity, window, and a place for the days left."""

from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_to, window_state
from investment_portal.components.fields import facts
from investment_portal.components.parts import Fact, Shown
from investment_portal.domain.windows import Applying, applying, open_window
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.policy import Policy, Span


def span(context: Context, given: Span) -> str:
    """Write a time: from and until, or from on."""
    start = show(given.from_, context.language)
    if given.until is None:
        return context.words("from_on", start=start)
    return context.words("from_until", start=start, end=show(given.until, context.language))


def validity(context: Context, policy: Policy) -> list[Fact]:
    """Return the validity of a policy with the days left, and the state that its issuer published."""
    effective = policy.effective
    note = countdown_to(effective.until) if effective.until and policy.in_force(context.day) else ""
    shown = [Fact(label_of(Policy, "effective").in_(context.language), span(context, effective), note)]
    return [*shown, *facts(context, policy, ("state",), known_only=True)]


def window(context: Context, policy: Policy) -> Fact:
    """Return when one can apply, and whether that is now."""
    label, state = label_of(Policy, "window").in_(context.language), applying(policy, context.day)
    if policy.window is None:
        always = context.words["window_always"]
        return Fact(label, always if state in (Applying.ALWAYS, Applying.LATER) else show(state, context.language))
    return Fact(label, span(context, policy.window), _state(policy, state, show(state, context.language)))


def _state(policy: Policy, state: Applying, text: str) -> Shown:
    """Return the state of a window; one that will close has a place for the days left."""
    window = open_window(policy)
    if window is None or window.until is None or state not in (Applying.NOW, Applying.LATER):
        return text
    return window_state(max(window.from_, policy.effective.from_), window.until, text)
