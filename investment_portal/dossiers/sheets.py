"""The sheets of projects, sectors and events: what they state of their record, in the order in which it is read."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from investment_portal.components.badges import badges, freshness
from investment_portal.components.cards import place, space_facts
from investment_portal.components.context import Context
from investment_portal.components.event_dates import kind_name, when
from investment_portal.components.fields import fact, facts
from investment_portal.components.figures import figure_facts
from investment_portal.components.incentives import gist
from investment_portal.components.land import offered_land, ready_fact
from investment_portal.components.parts import Table
from investment_portal.components.policy_dates import window
from investment_portal.domain.coverage import applying, in_force, reaches
from investment_portal.domain.summary import ProjectSummary
from investment_portal.dossiers.dossier import (
    DossierSection,
    DossierTable,
    HandoutEntry,
    HandoutGroup,
    Labelled,
    Passage,
    RecordSheet,
)
from investment_portal.dossiers.texts import (
    contacts,
    grouped,
    labelled,
    list_section,
    plain_text,
    prose_section,
)
from investment_portal.formatting.values import show
from investment_portal.models.base import fields_of, label_of
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.kinds import KINDS
from investment_portal.models.park import Park
from investment_portal.models.policy import Policy
from investment_portal.models.project import Conditions, PreparatoryStep, Project, Returns
from investment_portal.models.record import Record
from investment_portal.models.reference_lists import Sector
from investment_portal.models.site import site_root
from investment_portal.pages.contacts.routes import only_sector
from investment_portal.pages.data.published_records import record_file, record_path
from investment_portal.pages.events.page import event_figures, projects_by_sector
from investment_portal.pages.events.page import key_facts as event_facts
from investment_portal.pages.excerpts import EventExcerpt, SectorExcerpt
from investment_portal.pages.projects.page import OFFERED, key_facts
from investment_portal.pages.projects.sections import phases
from investment_portal.pages.provenance import source_text
from investment_portal.pages.sectors.page import sector_figures

GLANCE = ("stage", "status", "decision_time")
"""Figures at the head of a project's sheet, after sum and land."""

POLICIES_SHOWN = 5
"""Incentives on a project's sheet: those of its sector first; the page has them all."""

TABLE_PROJECTS = 40
"""Projects in the table of a sector's sheet."""


def project_sheet(context: Context, project: Project) -> RecordSheet:
    """Return the sheet of a project, for one or two pages."""
    words, language = context.words, context.language
    land = offered_land(context, project) or facts(context, project, OFFERED, known_only=True)[:1]
    figures = [fact(context, project, "investment"), *land, *facts(context, project, GLANCE, known_only=True)]
    at_head = {figure.label for figure in figures}
    known = [shown for shown in key_facts(context, project) if shown.known and shown.label not in at_head]
    sector = context.catalog.sectors[project.sector]
    described = [*labelled(context, known), *_promoters(context, project)]
    sections = [
        DossierSection(words["key_facts"], values=described, pairs=True),
        _prose(context, project, "content"),
        _phases(context, project),
        _conditions(context, project),
        list_section(context, _label(context, "gaps"), project.gaps, half=True),
        list_section(context, _label(context, "services"), project.services, half=True),
        _returns(context, project),
        list_section(context, _label(context, "advantages"), project.advantages),
        _preparatory(context, project),
        _incentives(context, applying(context.catalog, project.sector, tuple(project.policies), context.day)),
    ]
    return _sheet(
        context,
        "project",
        project,
        kicker=words("dossier_kicker", first=sector.name.in_(language), second=show(project.kind, language)),
        lead=project.summary.in_(language),
        figures=labelled(context, figures),
        sections=sections,
        route_of=(project.sector, project.contacts, ""),
    )


def sector_sheet(context: Context, sector: Sector, excerpt: SectorExcerpt) -> RecordSheet:
    """Return the sheet of a sector: figures, projects, parks, firms, incentives."""
    words, catalog = context.words, context.catalog
    policies = [policy for policy in in_force(catalog, context.day) if reaches(policy, sector.id)]
    policies.sort(key=lambda policy: policy.sectors == "all")
    parks = [park for park in catalog.parks.values() if sector.id in park.sectors and not park.withdrawn]
    firms = [firm for firm in catalog.firms.values() if firm.sector == sector.id and not firm.withdrawn]
    description = sector.description.in_(context.language) if sector.description else ""
    firm_head = [label_of(Firm, name).in_(context.language) for name in ("name", "summary")]
    firm_rows = [[firm.name.in_(context.language), firm.summary.in_(context.language)] for firm in firms]
    sections = [
        prose_section(words["about_sector"], description),
        _projects(context, excerpt.group.first, excerpt.group.count),
        park_section(context, parks),
        DossierSection(words["column_firms"], table=DossierTable(firm_head, firm_rows, (5, 12))),
        _incentives(context, policies),
    ]
    return _sheet(
        context,
        "sector",
        sector,
        kicker=context.column_name("sector"),
        lead=sector.summary.in_(context.language),
        figures=labelled(context, sector_figures(context, excerpt.group, len(policies), len(firms))),
        sections=sections,
        route_of=(sector.id, (), ""),
    )


def event_sheet(context: Context, event: Event, excerpt: EventExcerpt) -> RecordSheet:
    """Return the sheet of an event: facts, agenda, outcome, and its projects by sector."""
    words, language = context.words, context.language
    agenda = [f"{item.time or ''} {item.title.in_(language)}".strip() for item in event.agenda]
    table = grouped(context, projects_by_sector(context, event, excerpt), (11, 5, 6)) if event.projects else None
    joining = labelled(context, facts(context, event, ("join", "register_by"), known_only=True))
    sections = [
        DossierSection(words["key_facts"], values=labelled(context, event_facts(context, event)), pairs=True),
        prose_section(
            _event_label(context, "description"), event.description.in_(language) if event.description else ""
        ),
        DossierSection(_event_label(context, "agenda"), passages=[Passage(entries=agenda)] if agenda else ()),
        DossierSection(
            _event_label(context, "figures"), values=labelled(context, figure_facts(context, event.figures))
        ),
        DossierSection(words["event_join"], values=joining, pairs=True),
        DossierSection(_event_label(context, "projects"), table=table),
    ]
    return _sheet(
        context,
        "event",
        event,
        kicker=words("dossier_kicker", first=kind_name(context, event), second=when(context, event)),
        lead=event.summary.in_(language),
        figures=labelled(context, event_figures(context, event, excerpt)),
        sections=sections,
        route_of=(only_sector(event.sectors), [event.contact] if event.contact else [], words["dossier_event_contact"]),
    )


def handout(context: Context, excerpt: EventExcerpt) -> list[HandoutGroup]:
    """Return the projects of an event by sector, a few lines each."""
    groups = []
    for sector in context.catalog.sectors.values():
        projects = [project for project in excerpt.projects if project.sector == sector.id]
        if projects:
            note = context.words.count("projects_n", len(projects))
            entries = [_entry(context, project) for project in projects]
            groups.append(HandoutGroup(sector.name.in_(context.language), note, entries))
    return groups


def _entry(context: Context, project: ProjectSummary) -> HandoutEntry:
    words, language = context.words, context.language
    figures = [*facts(context, project, ("investment",)), *space_facts(context, project)]
    figures += facts(context, project, ("stage", "status", "cooperation"), known_only=True)
    reached = next(iter(contacts(context, project.sector, project.contacts)), None)
    ways = [reached.name, *(way.value for way in reached.ways[:2])] if reached else []
    parts = [place(context, project), words("verified", day=show(project.verified_on, language))]
    return HandoutEntry(
        project.name.in_(language),
        " · ".join([part for part in parts if part] + ([words["example"]] if project.example else [])),
        project.summary.in_(language),
        labelled(context, figures),
        " · ".join(ways),
        context.at(KINDS["project"].address(project.id)).canonical,
    )


def _sheet(  # noqa: PLR0913 - the parts of a sheet
    context: Context,
    kind: str,
    record: Any,
    *,
    kicker: str,
    lead: str,
    figures: Sequence[Labelled],
    sections: Sequence[DossierSection],
    route_of: tuple[str | None, Sequence[str], str],
) -> RecordSheet:
    """Return a sheet with what all kinds have: state, notices, source, contacts, address and fingerprint."""
    site, language = context.catalog.site, context.language
    address = context.at(KINDS[kind].address(record.id)).canonical
    state, marks = ([], []) if not isinstance(record, Record) else (_state(context, record), _marks(context, record))
    if isinstance(record, Record) and record.source:
        source = Passage(source_text(context, record.source))
        sections = [*sections, DossierSection(context.words["dossier_source"], passages=[source])]
    return RecordSheet(
        kicker,
        record.name.in_(language),
        lead,
        state,
        marks,
        figures,
        [section for section in sections if section.filled],
        contacts(context, *route_of),
        address,
        hashlib.sha256(record_file(site, kind, record)).hexdigest(),
        site_root(site) + record_path(kind, record.id),
    )


def _state(context: Context, record: Record) -> list[str]:
    """Return the marks of a record and the day of its verification."""
    return [badge.text for badge in (*badges(context, record), freshness(context, record))]


def _marks(context: Context, record: Record) -> list[str]:
    """Return the notices: the record is withdrawn, is an example."""
    marks = []
    if record.withdrawn:
        day, reason = show(record.withdrawn.on, context.language), record.withdrawn.reason.in_(context.language)
        marks.append(context.words("withdrawn_note", day=day, reason=reason))
    return [*marks, context.words["example_note"]] if record.example else marks


def _label(context: Context, name: str) -> str:
    return label_of(Project, name).in_(context.language)


def _event_label(context: Context, name: str) -> str:
    return label_of(Event, name).in_(context.language)


def _prose(context: Context, project: Project, name: str) -> DossierSection:
    text = getattr(project, name)
    return prose_section(_label(context, name), text.in_(context.language) if text else "")


def _phases(context: Context, project: Project) -> DossierSection:
    """Return the phases as a table."""
    section = phases(context, project)
    for table in (part for part in section.parts if isinstance(part, Table)):
        rows = [[plain_text(context, cell.value) for cell in row] for row in table.rows]
        return DossierSection(section.title, table=DossierTable(table.head, rows, [3] * len(table.head)))
    return DossierSection(section.title)


def _conditions(context: Context, project: Project) -> DossierSection:
    """Return the conditions of the site; unknown ones are stated as unknown."""
    words = context.words
    known = labelled(context, facts(context, project.conditions, fields_of(Conditions)))
    count = words("completeness", known=sum(value.known for value in known), all=len(known))
    day = words("verified", day=show(project.verified_on, context.language))
    return DossierSection(words["conditions"], values=known, note=f"{count} {day}")


def _returns(context: Context, project: Project) -> DossierSection:
    """Return the expected returns, each figure with its basis and day."""
    shown = facts(context, project.returns, fields_of(Returns), known_only=True, verified_on=project.verified_on)
    return DossierSection(
        _label(context, "returns"), values=labelled(context, shown), note=context.words["returns_note"]
    )


def _preparatory(context: Context, project: Project) -> DossierSection:
    """Return the preparatory work as a table."""
    language = context.language
    rows = [
        [
            show(step.work, language),
            show(step.progress, language),
            show(step.on, language) if step.on else "—",
            step.note.in_(language) if step.note else "",
        ]
        for step in project.preparatory
    ]
    head = [label_of(PreparatoryStep, name).in_(language) for name in ("work", "progress", "on", "note")]
    return DossierSection(_label(context, "preparatory"), table=DossierTable(head, rows, (5, 4, 5, 11)))


def _incentives(context: Context, policies: Sequence[Policy]) -> DossierSection:
    """Return policies with their essence and the time to apply; how many more there are."""
    words, language = context.words, context.language
    rows = [
        [
            policy.name.in_(language),
            gist(context, policy.benefits[0]),
            plain_text(context, window(context, policy, short=True).value),
        ]
        for policy in policies[:POLICIES_SHOWN]
    ]
    head = [label_of(Policy, name).in_(language) for name in ("name", "benefits", "window")]
    rest = len(policies) - len(rows)
    note = words.count("project_more_policies", rest) if rest else ""
    return DossierSection(words["policies_that_apply"], table=DossierTable(head, rows, (5, 9, 8)), note=note)


def _promoters(context: Context, project: Project) -> list[Labelled]:
    return [
        Labelled(_label(context, "promoter"), promoter.name.in_(context.language)) for promoter in project.all_promoters
    ]


def _projects(context: Context, projects: Sequence[ProjectSummary], count: int) -> DossierSection:
    """Return projects as a table: sum, space, stage."""
    words, language = context.words, context.language
    shown = projects[:TABLE_PROJECTS]
    rows = [
        [
            project.name.in_(language),
            show(project.investment, language) if project.investment else "—",
            words["semicolon"].join(f"{space.label} {space.value}" for space in space_facts(context, project)) or "—",
            show(project.stage, language),
        ]
        for project in shown
    ]
    head = [_label(context, "name"), _label(context, "investment"), words["dossier_space"], _label(context, "stage")]
    note = words("dossier_first_projects", shown=len(shown), count=count) if count > len(shown) else ""
    return DossierSection(words["column_projects"], table=DossierTable(head, rows, (9, 5, 7, 4)), note=note)


def park_section(context: Context, parks: Iterable[Park]) -> DossierSection:
    """Return parks with their summary and their ready plots."""
    language = context.language
    rows = [
        [park.name.in_(language), park.summary.in_(language), plain_text(context, ready_fact(context, park).value)]
        for park in parks
    ]
    head = [*(label_of(Park, name).in_(language) for name in ("name", "summary")), _label(context, "land_ready")]
    return DossierSection(context.words["column_parks"], table=DossierTable(head, rows, (5, 12, 4)))
