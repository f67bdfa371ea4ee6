"""Calendar files of policy windows: one for each policy, and one of all that are still to come."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec.structs import replace

from investment_portal.domain.windows import closes, running, windows
from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.models.policy import Policy, PolicyState, Window
from investment_portal.models.site import Site, site_root
from investment_portal.outputs.calendar_files import calendar, stamp
from investment_portal.outputs.output import BuildContext
from investment_portal.pages.policies.calendar import ALL, WINDOW

if TYPE_CHECKING:
    from icalendar import Event

TITLE = Sentence("申报：{name}", "Apply: {name}")
NAME = Sentence("{site}：政策申报日历", "{site}: windows for applying")
CLAIM = Sentence("官方申报入口：{link}", "Official claim page: {link}")
CLOSES = Sentence("最后一天 {hour} 截止（时区：{zone}）", "Closes on the last day at {hour} ({zone})")
EXAMPLE = Sentence("示例记录，不代表真实政策。", "An example record, no real policy.")


def window_files(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the entry of every policy with a window (an address once published stays), then the calendar of all."""
    dated = [policy for policy in build.catalog.policies.values() if policy.window]
    coming = [policy for policy in running(dated, build.day) if not policy.withdrawn]
    # A calendar must hold an entry (RFC 5545, 3.6): where nothing is to come, the last window keeps its place.
    latest = sorted(dated, key=lambda policy: (closes(policy, build.day), policy.id))[-1:]
    for language in LANGUAGES:
        folder = language_path(language)
        for policy in dated:
            content = _calendar_text([policy], build, language)
            # Calendars follow no redirect of a page: at its former addresses a policy has its file too.
            for id_ in (policy.id, *policy.formerly):
                yield f"{folder}policies/{id_}/{WINDOW}", content
        source = f"{site_root(build.catalog.site)}{folder}{ALL}"
        yield f"{folder}{ALL}", _calendar_text(coming or latest, build, language, source)


def _calendar_text(policies: Sequence[Policy], build: BuildContext, language: Language, source: str = "") -> str:
    site = build.catalog.site
    maker = f"-//{urlsplit(site.address).netloc}//policies//{language.upper()}"
    name = NAME.in_(language).format(site=site.name.in_(language))
    return calendar(maker, name, _entries(policies, build, language), source)


def _entries(policies: Sequence[Policy], build: BuildContext, language: Language) -> "Iterator[Event]":
    site = build.catalog.site
    for policy in policies:
        over = policy.withdrawn or policy.state is PolicyState.REPEALED or policy.exhausted(build.day)
        for window in _times(policy):
            event = _entry(policy, window, site, language)
            if over:
                event.add("status", "CANCELLED")
            yield event


def _times(policy: Policy) -> Iterator[Window]:
    """Yield the windows of a policy; of those of each year that never end the first, which then repeats."""
    endless = policy.effective.until is None
    yield from ([window for window in policy.windows if window.every] if endless else ())
    once = [window for window in policy.windows if not window.every] if endless else policy.windows
    yield from windows(replace(policy, window=once))


def _entry(policy: Policy, window: Window, site: Site, language: Language) -> "Event":
    """Return the whole days of a window; the day on which it ends is the day after its last, as RFC 5545 counts.

    The only window of a policy keeps its place in calendars when its dates change; of several each is known by its
    first day.
    """
    from icalendar import Event  # noqa: PLC0415 - costs a fifth of a second, which few runs need

    event = Event()
    page = f"{site_root(site)}{language_path(language)}policies/{policy.id}/"
    single = len(policy.windows) == 1 and policy.windows[0].every is None
    name = f"policy-{policy.first_id}-window{'' if single else f'-{window.from_}'}-{language}"
    event.add("uid", f"{name}@{urlsplit(site.address).netloc}")
    changed = stamp(policy.changed_on)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", policy.sequence)
    event.add("dtstart", window.from_)
    event.add("dtend", (window.until or window.from_) + timedelta(days=1))
    if window.every:
        event.add("rrule", {"freq": "yearly"})
    event.add("summary", TITLE.in_(language).format(name=policy.name.in_(language)))
    event.add("description", _description(policy, window, site, page, language))
    event.add("url", page)
    event.add("transp", "TRANSPARENT")
    return event


def _description(policy: Policy, window: Window, site: Site, page: str, language: Language) -> str:
    lines = [policy.summary.in_(language)]
    if window.closes_at:
        lines.append(CLOSES.in_(language).format(hour=window.closes_at, zone=site.time_zone))
    if policy.claim_link:
        lines.append(CLAIM.in_(language).format(link=policy.claim_link))
    if policy.example:
        lines.append(EXAMPLE.in_(language))
    return "\n".join([*lines, page])
