"""What ends: policies, windows, desks and projects, within the settings' days or already past."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.windows import Applying, applying, open_window
from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.model.catalog import Catalog
from catalog.model.lists import ProjectStatus
from catalog.problems.finding import Finding
from catalog.status.concern import Concern

End = tuple[str, str, tuple[str, ...], date, Sentence]

RENEW_POLICY = Sentence(
    "续期：更新 effective；不续：页面自动标为已失效。",
    "Renewed: update effective. Not renewed: its page will say so by itself.",
)
RENEW_WINDOW = Sentence("下一期时间公布后更新 window。", "Once the next window is announced, update window.")
RENEW_DESK = Sentence(
    "更新 valid_until，或写 withdrawn 和接替窗口。", "Update valid_until, or write withdrawn with its successor."
)
RENEW_PROJECT = Sentence(
    "更新 status 或 valid_until；不再招商的写 withdrawn。",
    "Update status or valid_until; write withdrawn if it is no longer on offer.",
)


def look(portal: Portal, day: date) -> Iterator[Finding]:
    """Give each end with its day."""
    catalog = portal.catalog
    for kind, id_, path, end, hint in sorted(_ends(catalog, day), key=lambda one: (one[3], one[:3])):
        left = (end - day).days
        if left <= catalog.site.expiring_within.days:
            said = (
                Sentence(f"{end} 到期，还有 {left} 天。", f"Ends on {end}, in {left} days.")
                if left >= 0
                else Sentence(f"已于 {end} 到期，过了 {-left} 天。", f"Ended on {end}, {-left} days ago.")
            )
            yield Finding("expiring", kind, id_, path, said, hint)


def _ends(catalog: Catalog, day: date) -> Iterator[End]:
    """Give the ends that somebody must decide on; a policy that has ended says so by itself."""
    for policy in catalog.policies.values():
        if policy.in_force(day) and policy.effective.until:
            yield "policy", policy.id, ("effective", "until"), policy.effective.until, RENEW_POLICY
        window = open_window(policy)
        if (
            window
            and window.until
            and policy.in_force(day)
            and applying(policy, day) in (Applying.NOW, Applying.CLOSED)
        ):
            yield "policy", policy.id, ("window", "until"), window.until, RENEW_WINDOW
    for contact in catalog.contacts.values():
        if contact.valid_until and not contact.withdrawn:
            yield "contact", contact.id, ("valid_until",), contact.valid_until, RENEW_DESK
    for project in catalog.projects.values():
        seeks = project.status in {ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING} and not project.withdrawn
        if project.valid_until and seeks:
            yield "project", project.id, ("valid_until",), project.valid_until, RENEW_PROJECT


CONCERN = Concern("expiring", Sentence("即将到期、已到期", "Ending, or ended"), look)
