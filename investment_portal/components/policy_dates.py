"""The dates of a policy in words: validity, window, and a place for the days left."""

from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_to, window_state
from investment_portal.components.fields import facts
from investment_portal.components.parts import Fact, Shown
from investment_portal.domain.windows import Applying, applying, window_on
from investment_portal.formatting.dates import day_of_year
from investment_portal.formatting.locale_names import zone_name
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.policy import Budget, Policy, Span, Window


def span(context: Context, period: Span) -> str:
    """Write a time: from and until, or from on."""
    start = show(period.from_, context.language)
    if period.until is None:
        return context.words("from_on", start=start)
    return context.words("from_until", start=start, end=show(period.until, context.language))


def window_times(context: Context, policy: Policy) -> str:
    """Write all windows of a policy, with their closing hours."""
    return context.words["semicolon"].join(_window_time(context, window) for window in policy.windows)


def _window_time(context: Context, window: Window) -> str:
    words, language = context.words, context.language
    if window.every and window.until:
        start, end = day_of_year(window.from_, language), day_of_year(window.until, language)
        times = words("window_every_year", year=window.from_.year, start=start, end=end)
    else:
        times = span(context, window)
    return times + (words("window_hour", hour=window.closes_at, zone=_zone(context)) if window.closes_at else "")


def last_day(context: Context, window: Window) -> str:
    """Write the last day of a window, with its hour; nothing where it has no end."""
    if window.until is None:
        return ""
    hour = context.words("window_hour", hour=window.closes_at, zone=_zone(context)) if window.closes_at else ""
    return show(window.until, context.language) + hour


def _zone(context: Context) -> str:
    return zone_name(context.words, context.catalog.zone)


def budget(context: Context, policy: Policy) -> list[Fact]:
    """Return what is left of the money set aside, or when it was used up."""
    stated = policy.budget
    if stated is None:
        return []
    as_of = context.words("budget_as_of", day=show(stated.as_of, context.language))
    shown = [
        Fact(label_of(Budget, name).in_(context.language), show(value, context.language), as_of)
        for name in ("total", "left")
        if (value := getattr(stated, name)) is not None
    ]
    if policy.exhausted(context.day):
        label = label_of(Budget, "exhausted_on").in_(context.language)
        return [Fact(label, show(stated.exhausted, context.language)), *shown]
    return shown


def validity(context: Context, policy: Policy) -> list[Fact]:
    """Return the validity of a policy with the days left, and the state that its issuer published."""
    effective = policy.effective
    note = countdown_to(effective.until) if effective.until and policy.in_force(context.day) else ""
    shown = [Fact(label_of(Policy, "effective").in_(context.language), span(context, effective), note)]
    return [*shown, *facts(context, policy, ("state",), known_only=True)]


def window(context: Context, policy: Policy, *, short: bool = False) -> Fact:
    """Return when one can apply, and whether that is now; ``short`` leaves out the windows that are not next."""
    label, state = label_of(Policy, "window").in_(context.language), applying(policy, context.day)
    if policy.window is None:
        always = context.words["window_always"]
        return Fact(label, always if state in (Applying.ALWAYS, Applying.LATER) else show(state, context.language))
    current = window_on(policy, context.day) if short else None
    times = _window_time(context, current) if current else window_times(context, policy)
    return Fact(label, times, _state(context, policy, state))


def _state(context: Context, policy: Policy, state: Applying) -> Shown:
    """Return the state of a window; one that will close has a place for the days left."""
    text, window = show(state, context.language), window_on(policy, context.day)
    if window is None or window.until is None or state not in (Applying.NOW, Applying.LATER):
        return text
    return window_state(max(window.from_, policy.effective.from_), window, text)
