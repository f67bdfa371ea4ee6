"""A policy's times in words: from when to when, how many days are left, whether one can apply now."""

from catalog.derive.windows import Applying, applying, days_left, open_window
from catalog.model.base import label_of
from catalog.model.policy import Policy, Span
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.fields import facts
from catalog.views.parts import Fact


def span(context: Context, given: Span) -> str:
    """Write a time: from and until, or from on."""
    start = show(given.from_, context.language)
    if given.until is None:
        return context.words("from_on", start=start)
    return context.words("from_until", start=start, end=show(given.until, context.language))


def left(context: Context, given: Span) -> str:
    """Say how many days are left of a time that has begun."""
    days = days_left(given, context.day)
    if days is None or days < 0 or given.from_ > context.day:
        return ""
    return context.words.count("policy_days_left", days) if days else context.words["policy_last_day"]


def validity(context: Context, policy: Policy) -> list[Fact]:
    """Say from when to when a policy is in force, how many days are left, and what its issuer says of it."""
    effective = policy.effective
    note = left(context, effective) if policy.in_force(context.day) else ""
    shown = [Fact(label_of(Policy, "effective").in_(context.language), span(context, effective), note)]
    return [*shown, *facts(context, policy, ("state",), known_only=True)]


def window(context: Context, policy: Policy) -> Fact:
    """Say when one can apply, and whether that is now."""
    label, state = label_of(Policy, "window").in_(context.language), applying(policy, context.day)
    if policy.window is None:
        always = context.words["window_always"]
        return Fact(label, always if state in (Applying.ALWAYS, Applying.LATER) else show(state, context.language))
    window = open_window(policy) or policy.window
    said = [show(state, context.language), left(context, window) if state is Applying.NOW else ""]
    return Fact(label, span(context, policy.window), context.words["separator"].join(one for one in said if one))
