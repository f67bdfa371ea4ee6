"""Marks that a reader must not miss: example, status, freshness, withdrawal."""

from investment_portal.components.context import Context
from investment_portal.components.event_dates import states
from investment_portal.components.parts import Badge
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import available
from investment_portal.domain.windows import Applying, Validity, validity
from investment_portal.formatting.values import show
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.event import Event
from investment_portal.models.notice import Notice
from investment_portal.models.policy import Policy
from investment_portal.models.project import Project
from investment_portal.models.record import Record

TONES = {
    ProjectStatus.SEEKING: "good",
    ProjectStatus.NEGOTIATING: "busy",
    ProjectStatus.PAUSED: "plain",
    ProjectStatus.SIGNED: "plain",
    ProjectStatus.UNDER_CONSTRUCTION: "plain",
    ProjectStatus.OPERATING: "plain",
    ProjectStatus.WITHDRAWN: "warn",
}


def badges(context: Context, record: Record | ProjectSummary) -> list[Badge]:
    """Return all marks of a record, the weightiest first."""
    words, marks = context.words, []
    if record.withdrawn:
        marks.append(Badge(words["withdrawn"], "warn"))
    if isinstance(record, Project | ProjectSummary):
        marks += _project(context, record)
    if isinstance(record, Policy):
        marks += _policy(context, record)
    if isinstance(record, Contact) and record.lapsed(context.day):
        marks.append(Badge(words["contact_lapsed_mark"], "warn"))
    if isinstance(record, Event) and not record.withdrawn:
        marks += states(context, record)
    if isinstance(record, Notice) and ended(context, record):
        marks.append(Badge(context.words["notice_ended"], "warn"))
    if record.example:
        marks.append(Badge(words["example"], "example"))
    return marks


def freshness(context: Context, record: Record) -> Badge:
    """Return the day of the last verification, and whether the next one is overdue."""
    overdue = record.due_on(context.catalog.site.review_every) < context.day
    day = show(record.verified_on, context.language)
    return Badge(context.words("overdue" if overdue else "verified", day=day), "warn" if overdue else "plain")


def ended(context: Context, notice: Notice) -> bool:
    """Return whether a notice no longer applies."""
    return notice.valid_until is not None and notice.valid_until < context.day


def _project(context: Context, project: Project | ProjectSummary) -> list[Badge]:
    marks = [Badge(show(project.status, context.language), TONES[project.status])]
    if not available(project, context.day) and project.status is ProjectStatus.SEEKING:
        marks = [Badge(context.words["expired"], "warn")]
    return marks


def _policy(context: Context, policy: Policy) -> list[Badge]:
    words, states = context.words, validity(policy, context.day, context.catalog.site)
    used_up = [Badge(show(Applying.EXHAUSTED, context.language), "warn")] if policy.exhausted(context.day) else []
    if Validity.ENDING in states:
        return [Badge(words["in_force"], "good"), Badge(show(Validity.ENDING, context.language), "busy"), *used_up]
    if Validity.IN_FORCE in states:
        return [Badge(words["in_force"], "good"), *used_up]
    return [Badge(words["not_yet_in_force" if Validity.UPCOMING in states else "no_longer_in_force"], "warn")]
