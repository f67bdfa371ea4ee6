"""The page of an event: totals computed from its projects, beside what was announced."""

from collections.abc import Iterator

from catalog.derive.totals import total
from catalog.model.base import label_of
from catalog.model.event import Event
from catalog.show.values import show
from catalog.views.badges import badges
from catalog.views.cards import project_card
from catalog.views.charts.chosen import figure_parts
from catalog.views.charts.waterfall import by_sector
from catalog.views.compose import cards, filled, prose
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import facts, make_fact
from catalog.views.order import by_weight
from catalog.views.page import Page, PageKind
from catalog.views.parts import Fact, Facts, Link, Part, RecordView, Section, SourceLine, Step, Steps
from catalog.views.provenance import crumbs, notes, provenance, source_text


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every event."""
    for event in context.catalog.events.values():
        here = context.at(context.record_address("event", event.id))
        yield Page(
            here.address,
            "events",
            event.name.in_(here.language),
            event.summary.in_(here.language),
            view(here, event),
            event.published_on.isoformat(),
            context.catalog.site.organiser.in_(here.language),
        )


def view(context: Context, event: Event) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    projects = by_weight(context.catalog.projects[id_] for id_ in event.projects)
    outcome = figure_parts(context, _label(context, "figures"), event.figures)
    source = [SourceLine(source_text(context, event.source))] if event.source else []
    sections = [
        Section("facts", words["key_facts"], [Facts(_key_facts(context, event), wide=True)]),
        Section(
            "about",
            _label(context, "description"),
            prose(context, event.description),
        ),
        Section("figures", _label(context, "figures"), [*outcome, *source] if outcome else []),
        Section("agenda", _label(context, "agenda"), _agenda(context, event)),
        Section("made-up", words["made_up"], by_sector(context, words["total_investment"], projects)),
        Section(
            "projects",
            _label(context, "projects"),
            cards([project_card(context, one) for one in projects]),
        ),
        provenance(context, event),
    ]
    return RecordView(
        title=event.name.in_(language),
        lead=event.summary.in_(language),
        crumbs=crumbs(context, "event"),
        badges=badges(context, event),
        sections=filled(sections),
        aside=[route_section(context, sector=None, own=event.contact)],
        notes=notes(context, "event", event),
        figures=_figures(context, event),
    )


def _label(context: Context, name: str) -> str:
    return label_of(Event, name).in_(context.language)


def _key_facts(context: Context, event: Event) -> list[Fact]:
    shown = facts(context, event, ("kind", "on", "until", "place", "online", "sectors", "join"), known_only=True)
    if event.replay:
        shown.append(Fact(_label(context, "replay"), Link(event.replay, event.replay)))
    if event.contact:
        shown += facts(context, event, ("contact",))
    if event.announced:
        words = context.words
        shown += [
            make_fact(context, words("announced", what=one.label), one.value)
            for one in facts(context, event.announced, ("projects", "investment"), known_only=True)
        ]
    return shown


def _figures(context: Context, event: Event) -> list[Fact]:
    """Give the computed totals where projects are linked, else what was announced."""
    if event.projects:
        sum_ = total((context.catalog.projects[id_] for id_ in event.projects), context.catalog.site)
        computed = context.words["computed"]
        return [
            Fact(context.words["projects_count"], str(sum_.projects), computed),
            Fact(context.words["total_investment"], show(sum_.investment, context.language), computed),
        ]
    return facts(context, event.announced, ("projects", "investment"), known_only=True) if event.announced else []


def _agenda(context: Context, event: Event) -> list[Part]:
    return (
        [Steps([Step(f"{item.time or ''} {item.title.in_(context.language)}".strip()) for item in event.agenda])]
        if event.agenda
        else []
    )


KIND = PageKind("events", pages, "event")
