"""What ends: policies, windows, desks and projects, within the settings' days or already past."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.windows import open_window
from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.model.catalog import Catalog
from catalog.model.lists import ProjectStatus
from catalog.problems.finding import Finding
from catalog.status.concern import Concern
from catalog.value import Value


class _Sort(Value):
    """What can end: its name, and what to do about it."""

    name: Sentence
    hint: Sentence


POLICY = _Sort(
    Sentence("政策", "The policy"),
    Sentence(
        "续期：更新 effective；不续：页面自动标为已失效。",
        "Renewed: update effective. Not renewed: its page will say so by itself.",
    ),
)
WINDOW = _Sort(
    Sentence("申报时间", "The window for applying"),
    Sentence("下一期时间公布后更新 window。", "Once the next window is announced, update window."),
)
DESK = _Sort(
    Sentence("联系窗口", "The desk"),
    Sentence(
        "更新 valid_until，或写 withdrawn 和接替窗口。", "Update valid_until, or write withdrawn with its successor."
    ),
)
PROJECT = _Sort(
    Sentence("项目", "The project"),
    Sentence(
        "更新 status 或 valid_until；不再招商的写 withdrawn。",
        "Update status or valid_until; write withdrawn if it is no longer on offer.",
    ),
)

End = tuple[date, str, str, tuple[str, ...], _Sort]


def look(portal: Portal, day: date) -> Iterator[Finding]:
    """Give each end with its day, the earliest first."""
    catalog = portal.catalog
    for end, kind, id_, path, sort in sorted(_ends(catalog, day), key=lambda one: one[:4]):
        left = (end - day).days
        if left > catalog.site.expiring_within.days:
            continue
        said = (
            Sentence(f"{sort.name.zh} {end} 到期，还有 {left} 天。", f"{sort.name.en} ends on {end}, in {left} days.")
            if left >= 0
            else Sentence(
                f"{sort.name.zh}已于 {end} 到期，过了 {-left} 天。", f"{sort.name.en} ended on {end}, {-left} days ago."
            )
        )
        yield Finding("expiring", kind, id_, path, said, sort.hint)


def _ends(catalog: Catalog, day: date) -> Iterator[End]:
    """Give the ends that somebody must decide on; a policy that has ended says so by itself."""
    for policy in catalog.policies.values():
        if not policy.in_force(day):
            continue
        if policy.effective.until:
            yield policy.effective.until, "policy", policy.id, ("effective", "until"), POLICY
        window = open_window(policy)
        if window and window.until and window.from_ <= day:
            yield window.until, "policy", policy.id, ("window", "until"), WINDOW
    for contact in catalog.contacts.values():
        if contact.valid_until and not contact.withdrawn:
            yield contact.valid_until, "contact", contact.id, ("valid_until",), DESK
    for project in catalog.projects.values():
        seeks = project.status in {ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING} and not project.withdrawn
        if project.valid_until and seeks:
            yield project.valid_until, "project", project.id, ("valid_until",), PROJECT


CONCERN = Concern("expiring", Sentence("即将到期、已到期", "Ending, or ended"), look)
