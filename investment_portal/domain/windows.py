"""The state of a policy on a day: whether it is in force, whether one can apply, when its windows open and close."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from heapq import merge
from itertools import count

from msgspec.structs import replace

from investment_portal.models.choice import Choice
from investment_portal.models.controlled_values import Delivery
from investment_portal.models.convert import convert
from investment_portal.models.policy import Policy, Span, Window, later_year
from investment_portal.models.quantities.dates import LATEST
from investment_portal.models.site import Site


class Validity(Choice):
    """The position of a day in the validity of a policy."""

    IN_FORCE = "in_force", "现行有效", "In force"
    ENDING = "ending", "即将到期", "Ends soon"
    UPCOMING = "upcoming", "尚未生效", "Not yet in force"
    ENDED = "ended", "已失效", "No longer in force"


class Applying(Choice):
    """The state of applications on a day."""

    AUTOMATIC = "automatic", "无需申请", "No application needed"
    ALWAYS = "always", "常年受理", "Open all year"
    NOW = "now", "正在受理", "Open now"
    LATER = "later", "即将开放", "Opens later"
    EXHAUSTED = "exhausted", "额度已用完", "Funds used up"
    CLOSED = "closed", "已截止", "Closed"


def validity(policy: Policy, day: date, site: Site) -> tuple[Validity, ...]:
    """Return the states of a policy on a day: one that ends soon is in force as well."""
    if policy.in_force(day):
        days = days_left(policy.effective, day)
        ending = days is not None and days <= site.expiring_within.days
        return (Validity.IN_FORCE, Validity.ENDING) if ending else (Validity.IN_FORCE,)
    return (Validity.UPCOMING if to_come(policy, day) else Validity.ENDED,)


def to_come(policy: Policy, day: date) -> bool:
    """Return whether a policy will be in force later."""
    return policy.effective.from_ > day and policy.in_force(policy.effective.from_)


def applying(policy: Policy, day: date) -> Applying:
    """Return whether one can apply on a day; a policy that is not in force takes no application."""
    window = window_on(policy, day)
    if not (policy.in_force(day) or to_come(policy, day)):
        return Applying.CLOSED
    if policy.exhausted(day):
        return Applying.EXHAUSTED
    if window and window.until and window.until < day:
        return Applying.CLOSED
    if policy.delivery is Delivery.AUTOMATIC:
        return Applying.AUTOMATIC
    start = max(policy.effective.from_, window.from_ if window else policy.effective.from_)
    if start > day:
        return Applying.LATER
    return Applying.NOW if window else Applying.ALWAYS


def windows(policy: Policy) -> Iterator[Window]:
    """Yield the windows of a policy in the order of their beginning, those of each year one by one.

    Each ends with the policy at the latest.
    """
    end = policy.effective.until
    return merge(*(_repeated(window, end) for window in policy.windows), key=lambda window: window.from_)


def _repeated(window: Window, end: date | None) -> Iterator[Window]:
    yield _ended(window, end)
    if window.every is None or window.until is None:
        return
    for years in count(1):
        if window.from_.year + years >= LATEST:
            return
        start = later_year(window.from_, years)
        if end and start > end:
            return
        yield _ended(replace(window, from_=start, until=later_year(window.until, years)), end)


def _ended(window: Window, end: date | None) -> Window:
    """Return one window, which ends with the policy at the latest."""
    once = replace(window, every=None) if window.every else window
    if end is None or (window.until and window.until <= end):
        return once
    return replace(once, until=max(end, window.from_), closes_at=None)


def window_on(policy: Policy, day: date) -> Window | None:
    """Return the window that is open on a day, else the next to open, else the last one."""
    next_window = None
    for window in windows(policy):
        next_window = window
        if window.until is None or window.until >= day:
            break
    return next_window


def window_path(policy: Policy, window: Window) -> tuple[str | int, ...]:
    """Return the key path of a window as it is written in the record."""
    if not isinstance(policy.window, list):
        return ("window",)
    places = [place for place, written in enumerate(policy.window) if written.from_ == window.from_]
    return ("window", *places[:1])


def days_left(span: Span, day: date) -> int | None:
    """Count the days until the last day of a time, 0 on that day itself; nothing where it has no end."""
    return None if span.until is None else (span.until - day).days


def running(policies: Iterable[Policy], day: date) -> list[Policy]:
    """Return the policies whose window is open on a day or opens later, the first to close first."""
    open_policies = [
        policy for policy in policies if policy.window and applying(policy, day) in (Applying.NOW, Applying.LATER)
    ]
    return sorted(open_policies, key=lambda policy: (closes(policy, day), policy.id))


def closes(policy: Policy, day: date) -> date:
    """Return the last day of a policy's window that is open or opens next, the last of all days where it names none."""
    window = window_on(policy, day)
    return window.until if window and window.until else date.max


def months(day: date, count: int) -> list[Span]:
    """Return a number of months from that of ``day`` on, each with its first and its last day."""
    spans = []
    first = day.replace(day=1)
    for _ in range(count):
        following = (first + timedelta(days=31)).replace(day=1)
        spans.append(convert(Span, {"from": first, "until": following - timedelta(days=1)}))
        first = following
    return spans
