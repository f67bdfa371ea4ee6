"""The page of a project: key facts first, then what could break the deal, then whom to ask."""

from collections.abc import Iterator

from catalog.derive.coverage import applying
from catalog.derive.near import near
from catalog.model.base import label_of
from catalog.model.project import Project, Returns
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.cards import policy_card, project_card
from catalog.views.compose import bullets, cards, filled, prose
from catalog.views.condition_sheet import condition_section
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import fact, facts, make_fact
from catalog.views.media import document_section, image_section
from catalog.views.page import Page, PageKind
from catalog.views.parts import Fact, Facts, RecordView, Section
from catalog.views.progress import dates, preparatory
from catalog.views.provenance import crumbs, notes, provenance

LAND = ("land_area", "land_offered", "building_area", "building_offered")
TERMS = ("cooperation", "stage", "status", "status_on", "decision_time", "batch", "valid_until")
MOST_POLICIES = 6
MOST_RELATED = 3


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every project."""
    for project in context.catalog.projects.values():
        here = context.at(context.record_address("project", project.id))
        yield Page(
            here.address,
            "projects",
            project.name.in_(here.language),
            project.summary.in_(here.language),
            view(here, project),
            project.published_on.isoformat(),
            project.promoter.name.in_(here.language),
        )


def view(context: Context, project: Project) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    sections = [
        Section("facts", words["key_facts"], [Facts(_key_facts(context, project), wide=True)]),
        _told(context, project, "content"),
        _told(context, project, "market"),
        _told(context, project, "advantages"),
        condition_section(context, project),
        Section(
            "returns",
            _label(context, "returns"),
            [Facts(facts(context, project.returns, Returns.model_fields), wide=True)],
            words["returns_note"],
        ),
        preparatory(context, project),
        _told(context, project, "gaps"),
        _told(context, project, "services"),
        _policies(context, project),
        image_section(context, project.images),
        document_section(context, project.documents),
        _related(context, project),
        Section("dates", words["dates"], dates(context, project)),
        provenance(context, project),
    ]
    return RecordView(
        title=project.name.in_(language),
        lead=project.summary.in_(language),
        crumbs=crumbs(context, "project"),
        badges=[*badges(context, project), freshness(context, project)],
        sections=filled(sections),
        aside=[route_section(context, sector=project.sector, project=project), _promoter(context, project)],
        notes=notes(context, "project", project),
        figures=[
            *facts(context, project, ("investment",)),
            *facts(context, project, LAND, known_only=True)[:1],
            fact(context, project, "decision_time"),
        ],
    )


def _label(context: Context, name: str) -> str:
    return label_of(Project, name).in_(context.language)


def _key_facts(context: Context, project: Project) -> list[Fact]:
    shown = [fact(context, project, "kind"), fact(context, project, "sector")]
    shown += facts(context, project, ("subsector", "industry_code", "chain_node"), known_only=True)
    shown += [fact(context, project, "investment"), *facts(context, project, ("financing_sought",), known_only=True)]
    shown += _place(context, project) + facts(context, project, LAND, known_only=True)
    return [*shown, *facts(context, project, TERMS)]


def _place(context: Context, project: Project) -> list[Fact]:
    place = project.place
    shown = facts(context, place, ("park", "text"), known_only=True)
    if place.position:
        point = ", ".join(show(number, context.language) for number in (place.position.lon, place.position.lat))
        shown.append(make_fact(context, context.words["position"], f"{point} ({place.position.datum})"))
    return shown


def _told(context: Context, project: Project, name: str) -> Section:
    """Give a field of prose, or of sentences, under its own label."""
    told = getattr(project, name)
    return Section(name, _label(context, name), (bullets if isinstance(told, list) else prose)(context, told))


def _policies(context: Context, project: Project) -> Section:
    found = applying(context.catalog, project, context.day)
    shown = cards([policy_card(context, policy) for policy in found[:MOST_POLICIES]])
    note = context.words.count("policies_that_apply_note", len(found))
    return Section("policies", context.words["policies_that_apply"], shown, note)


def _promoter(context: Context, project: Project) -> Section:
    shown = facts(context, project.promoter, ("name", "role"), known_only=True)
    contacts = fact(context, project, "contacts")
    return Section("promoter", _label(context, "promoter"), [Facts([*shown, contacts])])


def _related(context: Context, project: Project) -> Section:
    shown = cards([project_card(context, one) for one in near(context.catalog, project, MOST_RELATED)])
    return Section("related", context.words["related"], shown)


KIND = PageKind("projects", pages, "project")
