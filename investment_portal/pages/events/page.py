"""The page of an event: totals computed from its projects, beside what was announced."""

from msgspec.structs import replace

from investment_portal.components.badges import badges
from investment_portal.components.charts.steps import figure_parts
from investment_portal.components.charts.waterfall import by_sector
from investment_portal.components.context import Context
from investment_portal.components.event_dates import attendable, dated, kind_name, series, totals, when
from investment_portal.components.fields import facts, make_fact
from investment_portal.components.parts import (
    Cards,
    Cell,
    Fact,
    Facts,
    GroupedTable,
    Jump,
    Link,
    Part,
    RecordView,
    Section,
    ShownStep,
    SourceLine,
    Steps,
    Table,
    TableGroup,
    TableRow,
)
from investment_portal.components.sections import filled, prose
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import Total, announced_sums, bounds_of, total
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.controlled_values import EventKind, EventStatus
from investment_portal.models.event import Announced, Event
from investment_portal.pages.contacts.routes import only_sector, route_section
from investment_portal.pages.enquiry.links import short_way, ways
from investment_portal.pages.excerpts import EventExcerpt, of_event
from investment_portal.pages.figure_sources import own_source, sources
from investment_portal.pages.page_kind import Page, PageKind
from investment_portal.pages.provenance import crumbs, notes, provenance
from investment_portal.pages.structured_data import event_declaration

OF_PROJECTS = (EventKind.CONFERENCE, EventKind.SIGNING)
"""Kinds of event that have projects."""


def page(context: Context, event: Event, excerpt: EventExcerpt) -> Page:
    """Return the page of a event."""
    return Page(
        context.address,
        "events",
        event.name.in_(context.language),
        event.summary.in_(context.language),
        view(context, event, excerpt),
        event.published_on.isoformat(),
        context.catalog.site.organiser.in_(context.language),
        declared=event_declaration(context, event),
    )


def view(context: Context, event: Event, excerpt: EventExcerpt) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    outcome = figure_parts(context, _label(context, "figures"), event.figures, owner=event.id)
    about = Section("about", _label(context, "description"), prose(context, event.description))
    joining = _joining(context, event)
    sections = [
        Section("facts", words["key_facts"], [Facts(key_facts(context, event), wide=True)]),
        # Who can still come asks how; who reads about it afterwards asks what came of it.
        *([joining, about] if attendable(context, event) else [about]),
        Section("agenda", _label(context, "agenda"), _agenda(context, event)),
        Section("figures", _label(context, "figures"), [*outcome, *_figure_sources(context, event)]),
        _check(context, event, excerpt),
        Section(
            "made-up",
            words["investment_by_sector"],
            by_sector(context, words["total_investment"], _announced(event, excerpt)),
        ),
        Section("projects", _label(context, "projects"), _projects(context, event, excerpt)),
        *([] if attendable(context, event) else [joining]),
        Section("series", words["event_series"], _series(context, event)),
        provenance(context, event),
    ]
    return RecordView(
        kind="event",
        title=event.name.in_(language),
        lead=event.summary.in_(language),
        crumbs=crumbs(context, "event"),
        badges=badges(context, event),
        sections=filled(sections),
        aside=[route_section(context, sector=only_sector(event.sectors), page_contact=event.contact)],
        notes=[*notes(context, "event", event), *_change(context, event)],
        ways=ways(context, "event", event.id),
        write=short_way(context, "event", event.id),
        figures=event_figures(context, event, excerpt),
    )


def _figure_sources(context: Context, event: Event) -> list[Part]:
    """Return the sources of the figures, and which figure has one of its own."""
    singled = [
        SourceLine(context.words("dated", label=figure.label.in_(context.language), day=source))
        for figure in event.figures
        if (source := own_source(context, event, figure))
    ]
    return [*sources(context, event, event.figures), *singled]


def _change(context: Context, event: Event) -> list[str]:
    """Return what changed since the event was announced."""
    if event.status is EventStatus.SCHEDULED:
        return []
    words, language = context.words, context.language
    change = words[f"event_note_{event.status.value}"]
    if event.awaits_date:
        change = words["event_note_awaits_date"]
    if event.status_note:
        change = words("event_note_with_reason", change=change, reason=event.status_note.in_(language))
    return [change]


def _series(context: Context, event: Event) -> list[Part]:
    """Return the other events of the series, each with its day."""
    others = series(context, event)
    links = [
        Link(
            context.words("event_in_series", name=other.name.in_(context.language), when=when(context, other)),
            context.record_href("event", other.id),
        )
        for other in others
    ]
    return [Jump(context.words["event_series"], links)] if links else []


def _label(context: Context, name: str) -> str:
    return label_of(Event, name).in_(context.language)


def key_facts(context: Context, event: Event) -> list[Fact]:
    """Return kind, time, place, sectors and contact of an event."""
    words = context.words
    shown = [make_fact(context, _label(context, "kind"), kind_name(context, event))]
    shown.append(Fact(words["event_when_label"], when(context, event)))
    moved = event.status is EventStatus.MOVED_ONLINE
    if event.place:
        label = words["event_former_place"] if moved else _label(context, "place")
        shown.append(Fact(label, event.place.in_(context.language)))
    shown += facts(context, event, ("online", "sectors"), known_only=True)
    if event.status is not EventStatus.SCHEDULED:
        shown += facts(context, event, ("status", "status_on"), known_only=True)
    if event.replay:
        shown.append(Fact(_label(context, "replay"), Link(context.words["event_replay"], event.replay)))
    return [*shown, *facts(context, event, ("contact",), known_only=True)]


def event_figures(context: Context, event: Event, excerpt: EventExcerpt) -> list[Fact]:
    """Return the computed totals where projects are linked, else what was announced."""
    if event.projects:
        note = context.words["computed" if announced_sums(event) is None else "event_on_the_day"]
        return [Fact(total.label, total.value, note) for total in totals(context, excerpt.total)]
    return facts(context, event.announced, ("projects", "investment"), known_only=True) if event.announced else []


def _announced(event: Event, excerpt: EventExcerpt) -> list[ProjectSummary]:
    """Return the projects with the investments that were announced, where these are known."""
    sums = announced_sums(event)
    if sums is None:
        return list(excerpt.projects)
    return [replace(project, investment=sums.get(project.id)) for project in excerpt.projects]


def _joining(context: Context, event: Event) -> Section:
    """Return how to register, the deadline, and the calendar file of the event."""
    words, open_ = context.words, attendable(context, event)
    shown = facts(context, event, ("join", "register_by"), known_only=True)
    links = []
    if event.join_link:
        links.append(Link(words["event_join_open"], event.join_link))
    if open_ and dated(event):
        links.append(Link(words["event_calendar"], "event.ics"))
    parts: list[Part] = [Facts(shown, wide=True)] if shown else []
    parts += [Jump(words["event_join"], links)] if links else []
    closed = open_ and event.register_by is not None and event.register_by < context.day
    note = words["event_registration_over"] if closed else "" if open_ else words["event_over"]
    if event.is_cancelled or event.awaits_date:
        note = words["event_not_held"]
    return Section("join", words["event_join"], parts, note)


def _agenda(context: Context, event: Event) -> list[Part]:
    return (
        [Steps([ShownStep(f"{item.time or ''} {item.title.in_(context.language)}".strip()) for item in event.agenda])]
        if event.agenda
        else []
    )


def _projects(context: Context, event: Event, excerpt: EventExcerpt) -> list[Part]:
    """Return the projects by sector; an event without any has a note and a link to those on offer."""
    words = context.words
    if event.projects:
        return [projects_by_sector(context, event, excerpt)]
    more = Link(words["event_to_projects"], context.href("projects/"))
    return [Cards([], words["event_no_projects"], more=more)] if event.kind in OF_PROJECTS else []


def projects_by_sector(context: Context, event: Event, excerpt: EventExcerpt) -> GroupedTable:
    """Return each sector with its sum and its projects: what was announced, and today's sum where it differs."""
    words, language, site = context.words, context.language, context.catalog.site
    announced = {project.id: project for project in _announced(event, excerpt)}
    groups = []
    for sector in context.catalog.sectors.values():
        projects = [project for project in excerpt.projects if project.sector == sector.id]
        sum_ = total((announced[project.id] for project in projects), site)
        projects.sort(key=lambda project: -total([announced[project.id]], site).amount)
        rows = [TableRow(_project_row(context, announced[project.id], project)) for project in projects]
        note = words.count("projects_n", len(rows))
        groups.append((sum_, TableGroup(sector.name.in_(language), rows, show(sum_.investment, language), note)))
    groups.sort(key=lambda group: -group[0].amount)
    caption = _label(context, "projects")
    head = [words["event_check_project"], label_of(Announced, "investment").in_(language), words["park"]]
    return GroupedTable(caption, head, [group for _, group in groups if group.rows])


def _project_row(context: Context, announced: ProjectSummary, today: ProjectSummary) -> list[Cell]:
    """Return name, sum and park of a project; today's sum only where it is another one."""
    language = context.language
    sum_ = show(announced.investment, language) if announced.investment else "—"
    parks = context.words["separator"].join(
        context.catalog.parks[id_].name.in_(language) for id_ in today.place.all_parks
    )
    if today.investment and show(today.investment, language) != sum_:
        parks = context.words("event_sum_today", parks=parks, sum=show(today.investment, language))
    link = Link(today.name.in_(language), context.record_href("project", today.id))
    return [Cell(link), Cell(sum_, number=True), Cell(parks)]


def _check(context: Context, event: Event, excerpt: EventExcerpt) -> Section:
    """Compare the announced totals with those of the linked projects; without projects show only the announced."""
    words, announced = context.words, event.announced
    if announced is None:
        return Section("check", words["event_check"], [])
    if not event.projects:
        shown = facts(context, announced, ("projects", "investment"), known_only=True)
        return Section("check", words["event_announced"], [Facts(shown, wide=True)], words["event_announced_note"])
    illustrative = all(project.example for project in excerpt.projects)
    head = [words[f"event_check_{name}"] for name in ("item", "announced", "computed", "result")]
    table = Table(words["event_check"], head, _rows(context, announced, excerpt.total, illustrative=illustrative))
    if not announced.each:
        return Section("check", words["event_check"], [table], words["event_check_note"])
    return Section("check", words["event_check"], [table], words["event_check_each_note"])


def _rows(context: Context, announced: Announced, sum_: Total, *, illustrative: bool) -> list[list[Cell]]:
    sums = {"projects": sum_.projects, "investment": sum_.investment}
    stated = bounds_of(announced.investment, context.catalog.site)
    same = {
        "projects": announced.projects == sum_.projects,
        "investment": stated is not None and stated.overlap(sum_.bounds),
    }
    return [
        [
            Cell(label_of(Announced, name).in_(context.language)),
            Cell(show(value, context.language)),
            Cell(show(sums[name], context.language)),
            Cell(context.words[f"event_check_{_result(same=same[name], illustrative=illustrative)}"]),
        ]
        for name in sums
        if (value := getattr(announced, name)) is not None
    ]


def _result(*, same: bool, illustrative: bool) -> str:
    if not same:
        return "differs"
    return "illustrative" if illustrative else "same"


KIND = PageKind("events", page, "event", of_event)
