"""The page of a project: key facts, then open points, then contacts."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from investment_portal.components.badges import badges, freshness
from investment_portal.components.cards import project_card
from investment_portal.components.context import Context
from investment_portal.components.fields import fact, facts, make_fact
from investment_portal.components.land import land_facts, offered_land
from investment_portal.components.media import document_section, image_section
from investment_portal.components.parts import Fact, Facts, Finished, RecordView, Section
from investment_portal.components.sections import bullets, cards, prose
from investment_portal.domain.summary import ProjectName, ProjectSummary
from investment_portal.formatting.values import show
from investment_portal.languages import Language
from investment_portal.models.base import fields_of, label_of
from investment_portal.models.project import Place, Project, Returns
from investment_portal.pages.chains.position import chain_position
from investment_portal.pages.enquiry.links import short_way, ways
from investment_portal.pages.page_kind import Page
from investment_portal.pages.procedures.links import time_to_operation
from investment_portal.pages.projects.fragments import ContactFragment, SiteFragment, with_facts
from investment_portal.pages.projects.sections import (
    condition_section,
    dates,
    phases,
    preparatory,
    related,
    site_section,
    take_away,
)
from investment_portal.pages.provenance import crumbs, notes, provenance
from investment_portal.value import Value

IF_KNOWN = ("building_area", "building_offered", "price")
"""Key facts that are left out where they are unknown."""

OFFERED = ("building_offered", "land_area", "building_area")
GLANCE = ("decision_time", "kind", "stage", "status")
TERMS = ("cooperation", "stage", "status", "status_on", "decision_time", "batch", "valid_until")
"""Key facts of every project, which the page calls unknown where they are."""


class ProjectParts(Value):
    """Parts of a project page besides the record: its neighbours, and the fragments that it shares with others."""

    related: Sequence[tuple[ProjectSummary, tuple[str, ...]]]
    """Related projects, each with its ties."""
    links: Mapping[str, Sequence[ProjectName]]
    """Projects at each link of the chain around the project's own."""
    policies: str
    contacts: ContactFragment
    site: SiteFragment | None


def page(context: Context, project: Project, parts: ProjectParts) -> Page:
    """Return the page of a project."""
    words, language = context.words, context.language
    sections: list[Section | Finished] = [
        Section("facts", words["key_facts"], [Facts(key_facts(context, project), wide=True)]),
        _text_section(context, project, "content"),
        phases(context, project),
        condition_section(context, project, parts.contacts.contact),
        _text_section(context, project, "gaps"),
        _text_section(context, project, "services"),
        Section(
            "returns",
            _label(language, "returns"),
            [Facts(facts(context, project.returns, fields_of(Returns), verified_on=project.verified_on), wide=True)],
            words["returns_note"],
        ),
        _text_section(context, project, "market"),
        _text_section(context, project, "advantages"),
        preparatory(context, project),
        site_section(context, project, parts.site),
        *([chain_position(context, project.chain_node, parts.links)] if project.chain_node else []),
        *_finished(context, project, parts),
        image_section(context, project.images),
        document_section(context, project.documents),
        _related(context, parts),
        _promoter(context, project),
        Section("dates", words["dates"], dates(context, project)),
        provenance(context, project),
    ]
    view = RecordView(
        kind="project",
        title=project.name.in_(language),
        lead=project.summary.in_(language),
        crumbs=crumbs(context, "project"),
        badges=[*badges(context, project), freshness(context, project)],
        sections=[section for section in sections if isinstance(section, Finished) or section.parts],
        aside=[Finished(parts.contacts.html(project.id))],
        call=parts.contacts.first,
        notes=notes(context, "project", project),
        ways=ways(context, "project", project.id),
        write=short_way(context, "project", project.id),
        figures=[
            fact(context, project, "investment"),
            *(offered_land(context, project) or facts(context, project, OFFERED, known_only=True)[:1]),
            *facts(context, project, GLANCE),
        ],
        tools=take_away(context, project, parts.contacts.contact),
        styles=("project",),
    )
    promoters = words["separator"].join(promoter.name.in_(language) for promoter in project.all_promoters)
    return Page(
        context.address,
        "projects",
        view.title,
        view.lead,
        view,
        project.published_on.isoformat(),
        promoters,
        distinction=_distinction(context, project),
    )


def _distinction(context: Context, project: Project) -> list[str]:
    """Return place and sum: the park, or the district where no park is decided; the sum where it is known."""
    parks = [context.catalog.parks[id_].name.in_(context.language) for id_ in project.place.all_parks[:1]]
    sums = [show(project.investment, context.language)] if project.investment else []
    return [*(parks or [context.catalog.site.district.in_(context.language)]), *sums]


def _label(language: Language, name: str) -> str:
    return label_of(Project, name).in_(language)


def key_facts(context: Context, project: Project) -> list[Fact]:
    """Return kind, sectors, sums, place, land and terms of a project."""
    shown = [fact(context, project, "kind"), fact(context, project, "sector")]
    shown += facts(context, project, ("other_sectors", "subsector"), known_only=True)
    shown += [*_industry(context, project), *facts(context, project, ("chain_node",), known_only=True)]
    shown += [fact(context, project, "investment"), *facts(context, project, ("financing_sought",), known_only=True)]
    shown += _place(context, project) + facts(context, project, ("land_area",), known_only=True)
    shown += land_facts(context, project) + facts(context, project, IF_KNOWN, known_only=True)
    shown += time_to_operation(context, project)
    return [*shown, *facts(context, project, TERMS)]


def _industry(context: Context, project: Project) -> list[Fact]:
    """Return the industry code, with its name where the code list of the settings holds it."""
    classes = {code.code: code.name for code in context.catalog.site.industry_codes}
    name = classes.get(project.industry_code or "")
    if name is None:
        return facts(context, project, ("industry_code",), known_only=True)
    return [Fact(_label(context.language, "industry_code"), f"{project.industry_code} {name.in_(context.language)}")]


def _place(context: Context, project: Project) -> list[Fact]:
    place = project.place
    shown = facts(context, place, ("park", "parks", "text"), known_only=True)
    if place.undecided:
        shown.append(Fact(_label(context.language, "place"), label_of(Place, "undecided").in_(context.language)))
    if place.position:
        point = ", ".join(show(number, context.language) for number in (place.position.lon, place.position.lat))
        shown.append(make_fact(context, context.words["position"], f"{point} ({place.position.datum})"))
    return shown


def _text_section(context: Context, project: Project, name: str) -> Section:
    """Return a field of prose, or of sentences, under its own label."""
    text = getattr(project, name)
    return Section(name, _label(context.language, name), (bullets if isinstance(text, list) else prose)(context, text))


def _finished(context: Context, project: Project, parts: ProjectParts) -> list[Finished]:
    if not parts.policies:
        return []
    html = with_facts(parts.policies, project, context.catalog.site)
    return [Finished(html, "policies", context.words["policies_that_apply"])]


def _promoter(context: Context, project: Project) -> Section:
    shown = [
        known
        for promoter in project.all_promoters
        for known in facts(context, promoter, ("name", "role"), known_only=True)
    ]
    contacts = fact(context, project, "contacts")
    return Section("promoter", _label(context.language, "promoter"), [Facts([*shown, contacts])])


def _related(context: Context, parts: ProjectParts) -> Section:
    shown = []
    for other, reason in related(context, parts.related):
        card = project_card(context, other, compact=True)
        shown.append(replace(card, facts=[Fact(context.words["project_why"], reason)]))
    return Section("related", context.words["related"], cards(shown))
