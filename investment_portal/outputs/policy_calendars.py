"""Calendar files of policy windows: one for each policy, and one of all that are still to come."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from investment_portal.domain.windows import closes, open_window, running
from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.models.policy import Policy, PolicyState
from investment_portal.models.site import Site, site_root
from investment_portal.outputs.calendar_files import calendar, stamp
from investment_portal.outputs.output import BuildContext
from investment_portal.pages.policies.calendar import ALL, WINDOW

if TYPE_CHECKING:
    from icalendar import Event

TITLE = Sentence("申报：{name}", "Apply: {name}")
NAME = Sentence("{site}：政策申报日历", "{site}: windows for applying")
CLAIM = Sentence("官方申报入口：{link}", "Official claim page: {link}")
EXAMPLE = Sentence("示例记录，不代表真实政策。", "An example record, no real policy.")


def windows(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the entry of every policy with a window (an address once published stays), then the calendar of all.

    The entry stands at former addresses too: a calendar follows no redirect of a page.
    """
    site = build.catalog.site
    dated = [policy for policy in build.catalog.policies.values() if policy.window]
    coming = [policy for policy in running(dated, build.day) if not policy.withdrawn]
    # A calendar must hold an entry (RFC 5545, 3.6): where nothing is to come, the last window keeps its place.
    latest = sorted(dated, key=lambda policy: (closes(policy), policy.id))[-1:]
    for language in LANGUAGES:
        folder = language_path(language)
        for policy in dated:
            content = _calendar_text([policy], site, language)
            for id_ in (policy.id, *policy.formerly):
                yield f"{folder}policies/{id_}/{WINDOW}", content
        yield f"{folder}{ALL}", _calendar_text(coming or latest, site, language)


def _calendar_text(policies: Sequence[Policy], site: Site, language: Language) -> str:
    maker = f"-//{urlsplit(site.address).netloc}//policies//{language.upper()}"
    name = NAME.in_(language).format(site=site.name.in_(language))
    return calendar(maker, name, (_entry(policy, site, language) for policy in policies))


def _entry(policy: Policy, site: Site, language: Language) -> "Event":
    """Return the whole days of a window; the day on which it ends is the day after its last, as RFC 5545 counts."""
    from icalendar import Event  # noqa: PLC0415 - costs a fifth of a second, which few runs need

    event = Event()
    page = f"{site_root(site)}{language_path(language)}policies/{policy.id}/"
    window = open_window(policy)
    start, end = (window.from_, window.until) if window else (policy.effective.from_, None)
    event.add("uid", f"policy-{policy.first_id}-window-{language}@{urlsplit(site.address).netloc}")
    event.add("dtstamp", stamp(policy.verified_on))
    event.add("dtstart", start)
    event.add("dtend", (end or start) + timedelta(days=1))
    event.add("summary", TITLE.in_(language).format(name=policy.name.in_(language)))
    event.add("description", _description(policy, page, language))
    event.add("url", page)
    event.add("transp", "TRANSPARENT")
    if policy.withdrawn or policy.state is PolicyState.REPEALED:
        event.add("status", "CANCELLED")
    return event


def _description(policy: Policy, page: str, language: Language) -> str:
    lines = [policy.summary.in_(language)]
    if policy.claim_link:
        lines.append(CLAIM.in_(language).format(link=policy.claim_link))
    if policy.example:
        lines.append(EXAMPLE.in_(language))
    return "\n".join([*lines, page])
