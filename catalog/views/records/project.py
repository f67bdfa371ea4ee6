"""The page of a project: key facts first, then what could break the deal, then whom to ask."""

from msgspec.structs import replace

from catalog.derive.coverage import applying
from catalog.memo import memoized
from catalog.model.base import label_of
from catalog.model.policy import Policy
from catalog.model.project import Project, Returns
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.brief.ways import short_way, ways
from catalog.views.cards import policy_card, project_card
from catalog.views.chain_position import chain_position
from catalog.views.compose import bullets, cards, filled, prose
from catalog.views.condition_sheet import condition_section
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import fact, facts, make_fact
from catalog.views.media import document_section, image_section
from catalog.views.page import Page, PageKind
from catalog.views.parts import Card, Fact, Facts, Folded, RecordView, Section
from catalog.views.progress import dates, preparatory
from catalog.views.provenance import crumbs, notes, provenance
from catalog.views.reasons import reasons_of
from catalog.views.related import related
from catalog.views.site_plan import site_section
from catalog.views.take_away import take_away
from investment_portal.components.countdown import countdown_script

LAND = ("land_area", "land_offered", "building_area", "building_offered")
OFFERED = ("land_offered", "building_offered", "land_area", "building_area")
GLANCE = ("decision_time", "kind", "stage", "status")
TERMS = ("cooperation", "stage", "status", "status_on", "decision_time", "batch", "valid_until")


def page(context: Context, project: Project) -> Page:
    """Return the page of a project."""
    return Page(
        context.address,
        "projects",
        project.name.in_(context.language),
        project.summary.in_(context.language),
        view(context, project),
        project.published_on.isoformat(),
        project.promoter.name.in_(context.language),
    )


def view(context: Context, project: Project) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    sections = [
        Section("facts", words["key_facts"], [Facts(_key_facts(context, project), wide=True)]),
        _told(context, project, "content"),
        condition_section(context, project),
        _told(context, project, "gaps"),
        _told(context, project, "services"),
        Section(
            "returns",
            _label(context, "returns"),
            [Facts(facts(context, project.returns, Returns.model_fields), wide=True)],
            words["returns_note"],
        ),
        _told(context, project, "market"),
        _told(context, project, "advantages"),
        preparatory(context, project),
        site_section(context, project),
        *([chain_position(context, project.chain_node, project)] if project.chain_node else []),
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
        ways=ways(context, "project", project.id),
        write=short_way(context, "project", project.id),
        figures=[
            fact(context, project, "investment"),
            *facts(context, project, OFFERED, known_only=True)[:1],
            *facts(context, project, GLANCE),
        ],
        tools=take_away(context, project),
        styles=("project",),
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
    """Give those of this sector, or named by the project, as cards; those open to all fold away below."""
    words, found = context.words, applying(context.catalog, project, context.day)
    own = [policy for policy in found if policy.sectors != "all" or policy.id in project.policies] or found
    general = [policy for policy in found if policy not in own]
    shown = cards([_reasoned(context, project, policy) for policy in own], rows=True)
    if general:
        more = cards([_reasoned(context, project, policy) for policy in general], rows=True)
        shown.append(Folded(words.count("project_more_policies", len(general)), more))
    note = words.count("project_policies_note", len(found))
    return Section("policies", words["policies_that_apply"], [*shown, *countdown_script(context, found)], note)


def _reasoned(context: Context, project: Project, policy: Policy) -> Card:
    """Give a policy's card with its reasons: the same for all projects of a sector that name it, or do not."""
    return _card(context, project.sector, policy, policy.id in project.policies)


@memoized
def _card(context: Context, sector: str, policy: Policy, named: bool) -> Card:  # noqa: FBT001 - memoized functions take their arguments in order
    told = reasons_of(context, sector, policy, named=named)
    return replace(policy_card(context, policy), text=context.words["semicolon"].join(told))


def _promoter(context: Context, project: Project) -> Section:
    shown = facts(context, project.promoter, ("name", "role"), known_only=True)
    contacts = fact(context, project, "contacts")
    return Section("promoter", _label(context, "promoter"), [Facts([*shown, contacts])])


def _related(context: Context, project: Project) -> Section:
    shown = []
    for other, reason in related(context, project):
        card = project_card(context, other)
        shown.append(replace(card, facts=[*card.facts, Fact(context.words["project_why"], reason)]))
    return Section("related", context.words["related"], cards(shown))


KIND = PageKind("projects", page, "project")
