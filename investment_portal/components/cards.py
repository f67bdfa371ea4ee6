"""Records as cards in lists."""

from investment_portal.components.badges import badges
from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_to
from investment_portal.components.event_dates import kind_name, totals, when
from investment_portal.components.fields import facts, record_link
from investment_portal.components.incentives import gist
from investment_portal.components.land import ready_fact
from investment_portal.components.parts import Card, Fact
from investment_portal.components.policy_dates import window
from investment_portal.domain.land import ready_land, reserved_land
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import Total
from investment_portal.domain.windows import Validity, validity
from investment_portal.formatting.values import show
from investment_portal.memo import memoized
from investment_portal.models.base import label_of
from investment_portal.models.controlled_values import ProjectKind
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.notice import Notice
from investment_portal.models.park import Park
from investment_portal.models.policy import Policy
from investment_portal.models.project import Place, Project
from investment_portal.models.quantities import AreaRange


def project_card(context: Context, project: ProjectSummary, *, compact: bool = False, placed: bool = False) -> Card:
    """Return a project as the list shows it: sector, sum and space; then stage, status and day of verification.

    A compact card leaves the summary out; a placed one names the place instead of the sector.
    """
    return _project_card(context, project, compact, placed)


@memoized
def _project_card(
    context: Context,
    project: ProjectSummary,
    compact: bool,  # noqa: FBT001 - memoized functions take their arguments in order
    placed: bool,  # noqa: FBT001 - as above
) -> Card:
    language = context.language
    sector = context.catalog.sectors[project.sector]
    named = place(context, project) if placed else ""
    return Card(
        title=project.name.in_(language),
        href=context.record_href("project", project.id),
        text="" if compact else project.summary.in_(language),
        # That a project seeks an investor goes without saying, and that it is an example stands on its page.
        badges=[badge for badge in badges(context, project) if badge.tone not in ("good", "example")],
        line=[
            named or sector.name.in_(language),
            *([show(project.investment, language)] if project.investment else []),
            *(f"{fact.label}\u00a0{fact.value}" for fact in space_facts(context, project)),
        ],
        state=show(project.stage, language),
        verified=context.words("verified", day=show(project.verified_on, language)),
        icon=sector.icon,
        id=project.id,
    )


def place(context: Context, project: ProjectSummary) -> str:
    """Return the place of a project, as precisely as the record states it."""
    if project.place.text:
        return project.place.text.in_(context.language)
    if project.place.all_parks:
        parks = [record_link(context, "park", park).text for park in project.place.all_parks]
        return context.words["separator"].join(parks)
    return label_of(Place, "undecided").in_(context.language) if project.place.undecided else ""


def space_facts(context: Context, project: ProjectSummary) -> list[Fact]:
    """Return the space of a project: ready plots and reserved land apart, else floor space on offer, else land."""
    figures = [(name, area) for name, area in space(project) if area]
    return [Fact(label_of(Project, name).in_(context.language), show(area, context.language)) for name, area in figures]


def space(project: Project | ProjectSummary) -> list[tuple[str, AreaRange | None]]:
    """Return the figures of space that tell a project in short, by the names of their fields."""
    offered = [
        ("land_ready", ready_land(project)),
        ("building_offered", project.building_offered if project.kind is ProjectKind.BUILDING else None),
        ("land_reserved", reserved_land(project)),
    ]
    if any(area for _, area in offered):
        return offered
    names = ("building_offered", "land_area", "building_area")
    return next(([(name, getattr(project, name))] for name in names if getattr(project, name)), [])


@memoized
def policy_card(context: Context, policy: Policy) -> Card:
    """Return a policy as a card: benefits, audience, end of validity."""
    shown = [window(context, policy, short=True)] if policy.in_force(context.day) else []
    until = policy.effective.until
    if until:
        ending = Validity.ENDING in validity(policy, context.day, context.catalog.site)
        shown.append(Fact(context.words["until"], show(until, context.language), countdown_to(until) if ending else ""))
    return Card(
        title=policy.name.in_(context.language),
        href=context.record_href("policy", policy.id),
        text=policy.summary.in_(context.language),
        badges=badges(context, policy),
        facts=[Fact(context.words["benefits_label"], gist(context, policy.benefits[0])), *shown],
        lead=f"{show(policy.instrument, context.language)} · {show(policy.delivery, context.language)}",
    )


@memoized
def park_card(context: Context, park: Park) -> Card:
    """Return a park: sectors, land and halls on offer."""
    return Card(
        title=park.name.in_(context.language),
        href=context.record_href("park", park.id),
        text=park.summary.in_(context.language),
        badges=badges(context, park),
        facts=[fact for fact in [ready_fact(context, park)] if fact.known],
        lead=context.words["separator"].join(
            context.catalog.sectors[id_].name.in_(context.language) for id_ in park.sectors
        ),
    )


@memoized
def firm_card(context: Context, firm: Firm) -> Card:
    """Return a firm as a card: products, and the year since when it is here."""
    return Card(
        title=firm.name.in_(context.language),
        href=context.record_href("firm", firm.id),
        text=firm.summary.in_(context.language),
        badges=badges(context, firm),
        facts=facts(context, firm, ("products", "production_on"), known_only=True),
        lead=context.catalog.sectors[firm.sector].name.in_(context.language),
    )


def event_card(context: Context, event: Event, total: Total) -> Card:
    """Return an event as a card: kind, dates, and the totals of its projects."""
    return Card(
        title=event.name.in_(context.language),
        href=context.record_href("event", event.id),
        text=event.summary.in_(context.language),
        badges=badges(context, event),
        facts=totals(context, total) if event.projects else (),
        lead=f"{when(context, event)} · {kind_name(context, event)}",
    )


@memoized
def notice_card(context: Context, notice: Notice) -> Card:
    """Return a notice: title and day."""
    return Card(
        title=notice.title.in_(context.language),
        href=context.record_href("notice", notice.id),
        text=notice.summary.in_(context.language),
        badges=badges(context, notice),
        lead=f"{show(notice.published_on, context.language)} · {show(notice.kind, context.language)}",
    )
