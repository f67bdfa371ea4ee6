"""Sections of a project page: conditions of the site, progress, place, related projects, tools to take away."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.parts import (
    Badge,
    Cell,
    Fact,
    Facts,
    Finished,
    Link,
    Part,
    Section,
    ShownStep,
    Steps,
    Table,
)
from investment_portal.components.timeline import timeline
from investment_portal.domain.summary import ProjectSummary
from investment_portal.formatting.values import show
from investment_portal.models.base import fields_of, label_of
from investment_portal.models.project import Conditions, Phase, Position, Project
from investment_portal.models.quantities.datum import convert
from investment_portal.pages.compare.selection import ShortlistLinks, shortlist_links
from investment_portal.pages.contacts.routes import FirstContact
from investment_portal.pages.projects.fragments import SiteFragment


class ConditionSheet(Part):
    """Conditions of a site: how many of ``total`` are ``known``, and each of them."""

    component = "condition_sheet"
    label: str
    known: int
    total: int
    conditions: Sequence[Fact]
    ask: str
    contact: Link | None = None
    """The contact shown at each unknown condition."""


def condition_section(context: Context, project: Project, contact: FirstContact | None) -> Section:
    """Return the sheet of a project; unknown values name the contact to ask."""
    conditions = facts(context, project.conditions, fields_of(Conditions))
    known = sum(condition.known for condition in conditions)
    label = context.words("completeness", known=known, all=len(conditions))
    if known == len(conditions) or contact is None:
        sheet = ConditionSheet(label, known, len(conditions), conditions, "")
    else:
        ask = context.words("ask", contact=contact.name, phone=contact.reach)
        named = Link(
            context.words("project_ask_contact", contact=contact.name), context.record_href("contact", contact.id)
        )
        sheet = ConditionSheet(label, known, len(conditions), conditions, ask, named)
    return Section("conditions", context.words["conditions"], [sheet])


def preparatory(context: Context, project: Project) -> Section:
    """Return the steps that must be done before building starts."""
    steps = [
        ShownStep(
            show(step.work, context.language),
            badge=Badge(
                show(step.progress, context.language),
                {"done": "good", "under_way": "busy"}.get(step.progress.value, "plain"),
            ),
            text=step.note.in_(context.language) if step.note else "",
            facts=facts(context, step, ("on",), known_only=True),
        )
        for step in project.preparatory
    ]
    return Section(
        "preparatory", label_of(Project, "preparatory").in_(context.language), [Steps(steps)] if steps else []
    )


def phases(context: Context, project: Project) -> Section:
    """Return the phases of a project as a table; one without a name has its number."""
    label = label_of(Project, "phases").in_(context.language)
    names = [context.words("project_phase", number=number) for number, _ in enumerate(project.phases, 1)]
    rest = [
        name for name in fields_of(Phase) if name != "name" and any(getattr(phase, name) for phase in project.phases)
    ]
    body = [
        [
            Cell(show(phase.name, context.language) if phase.name else name),
            *(Cell(show(value, context.language) if (value := getattr(phase, field)) else "—") for field in rest),
        ]
        for name, phase in zip(names, project.phases, strict=True)
    ]
    head = [label_of(Phase, field).in_(context.language) for field in ("name", *rest)]
    return Section("phases", label, [Table(label, head, body)] if body else [])


def dates(context: Context, project: Project) -> list[Part]:
    """Return past and due steps, by day."""
    words, language = context.words, context.language
    steps = [
        (step.on, words("step_at", step=show(step.work, language), progress=show(step.progress, language)))
        for step in project.preparatory
    ]
    return timeline(
        context,
        [
            (project.published_on, words["published"]),
            (project.status_on, show(project.status, language)),
            *steps,
            (project.verified_on, words["verified_event"]),
            (project.due_on(context.catalog.site.review_every), words["due"]),
            (project.valid_until, words["until"]),
        ],
    )


class TakeAway(Part):
    """Buttons, the place of the code, and what only paper shows: contact, address, days of check and print."""

    component = "project_tools"
    id: str
    name: str
    address: str
    printed: str
    contact: str
    links: ShortlistLinks


def take_away(context: Context, project: Project, contact: FirstContact | None) -> TakeAway:
    """Return the part for a project's page."""
    words, name = context.words, project.name.in_(context.language)
    reached = [contact.name, contact.phone.text, contact.mail] if contact else []
    return TakeAway(
        project.id,
        name,
        context.canonical,
        words(
            "project_printed",
            name=context.catalog.site.name.in_(context.language),
            day=show(project.verified_on, context.language),
        ),
        words("project_whom", contact=" · ".join(document for document in reached if document)) if reached else "",
        shortlist_links(context, alone=False),
    )


class Reasoned(NamedTuple):
    """A project and the reason why it is shown."""

    project: ProjectSummary
    reason: str


def related(context: Context, shown: Iterable[tuple[ProjectSummary, tuple[str, ...]]]) -> Iterator[Reasoned]:
    """Yield a few projects, those nearest first."""
    words = context.words
    for other, ties in shown:
        yield Reasoned(other, words["separator"].join(words[f"project_{tie}"] for tie in ties))


def site_section(context: Context, project: Project, park: SiteFragment | None) -> Section:
    """Return the section; a project with neither a park nor a point has none."""
    before, behind = (park.schematic, park.distances) if park else ("", "")
    parts: list[Part] = [Finished(Markup(before))] if before else []  # noqa: S704 - rendered by a template
    if project.place.position:
        parts.append(Facts([_map(context, project, project.place.position)]))
    parts += [Finished(Markup(behind))] if behind else []  # noqa: S704 - the same
    return Section("site", context.words["project_site"], parts, park.note if park else "")


def _map(context: Context, project: Project, position: Position) -> Fact:
    words, name = context.words, project.name.in_(context.language)
    links = (
        Link(words["project_map_app"], phone_map(position)),
        Link(words["project_map_amap"], amap(position, name)),
    )
    return Fact(words["project_map"], links, words("project_map_note", datum=position.datum))


def phone_map(position: Position) -> str:
    """Return an address that a phone opens in its own map application: RFC 5870, which means WGS84."""
    lon, lat = convert((position.lon, position.lat), position.datum, "WGS84")
    return f"geo:{_short(lat)},{_short(lon)}?q={_short(lat)},{_short(lon)}"


def amap(position: Position, name: str) -> str:
    """Return the address of a mark in Amap, which knows points in GCJ02."""
    lon, lat = convert((position.lon, position.lat), position.datum, "GCJ02")
    query = urlencode({"position": f"{_short(lon)},{_short(lat)}", "name": name, "coordinate": "gaode"})
    return f"https://uri.amap.com/marker?{query}"


def _short(degrees: Decimal) -> str:
    return f"{degrees:f}".rstrip("0").rstrip(".")
