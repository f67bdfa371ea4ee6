"""The content of a project's page as plain text and Markdown: the same content for every tool."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language, Sentence
from investment_portal.models.base import Model, fields_of, label_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.claim import Claim
from investment_portal.models.project import Conditions, Place, Project, Returns

FACTS = (
    "kind", "subsector", "industry_code", "investment", "financing_sought", "land_area", "land_offered",
    "building_area", "building_offered", "cooperation", "stage", "status", "status_on", "decision_time", "batch",
    "published_on", "verified_on", "valid_until",
)  # fmt: skip
CONTACT = ("phone", "mail", "unit", "role", "address")
SEPARATOR = Sentence("、", ", ")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A project in one language: what lists show of it, and the body of its page as Markdown."""

    id: str
    language: Language
    name: str
    summary: str
    sector: str
    sector_name: str
    place: str
    investment: str
    land: str
    status: str
    cooperation: str
    contact: str
    published: str
    body: str

    @property
    def shown_texts(self) -> tuple[str, ...]:
        """Texts that must be found on the page, whoever made it; a building to let has no investment to tell."""
        return tuple(text for text in (self.name, self.investment, self.place, self.status, self.contact) if text)


def sheets(catalog: Catalog) -> Iterator[Mapping[Language, Sheet]]:
    """Yield every project in both languages."""
    for project in catalog.projects.values():
        yield in_both(catalog, project)


def in_both(catalog: Catalog, project: Project) -> Mapping[Language, Sheet]:
    """Return one project in both languages."""
    return {language: _sheet(catalog, project, language) for language in LANGUAGES}


def _sheet(catalog: Catalog, project: Project, language: Language) -> Sheet:
    contacts = [catalog.contacts[id_].name.in_(language) for id_ in project.contacts]
    return Sheet(
        id=project.id,
        language=language,
        name=project.name.in_(language),
        summary=project.summary.in_(language),
        sector=project.sector,
        sector_name=catalog.sectors[project.sector].name.in_(language),
        place=_place(catalog, project, language),
        investment=_value(project.investment, language),
        land=_value(project.land_offered or project.land_area, language),
        status=_value(project.status, language),
        cooperation=_value(project.cooperation, language),
        contact=contacts[0] if contacts else "",
        published=project.published_on.isoformat(),
        body="\n".join(_body(catalog, project, language)),
    )


def _place(catalog: Catalog, project: Project, language: Language) -> str:
    place = project.place
    if place.text:
        return place.text.in_(language)
    return catalog.parks[place.park].name.in_(language) if place.park else ""


def _body(catalog: Catalog, project: Project, language: Language) -> Iterator[str]:
    yield from _headed(project, "place", language)
    rows = [(_label(Place, "park", language), _park(catalog, project, language))]
    rows += [(_label(Place, "text", language), _place(catalog, project, language))]
    yield from _table(
        [*rows, *((_label(Project, name, language), _value(getattr(project, name), language)) for name in FACTS)]
    )
    for name in ("content", "gaps", "services", "market", "advantages"):
        yield from _prose(project, name, language)
    yield from _headed(project, "conditions", language)
    yield from _group(project.conditions, Conditions, language)
    yield from _headed(project, "returns", language)
    yield from _group(project.returns, Returns, language)
    yield from _headed(project, "preparatory", language)
    for step in project.preparatory:
        content = (_value(value, language) for value in (step.work, step.progress, step.on, step.note))
        yield "- " + SEPARATOR.in_(language).join(filter(None, content))
    yield from _headed(project, "policies", language)
    for id_ in project.policies:
        policy = catalog.policies[id_]
        yield f"- **{policy.name.in_(language)}**"
    yield from _headed(project, "promoter", language)
    for promoter in project.all_promoters:
        yield f"{promoter.name.in_(language)} {_value(promoter.role, language)}".strip()
    yield from _headed(project, "contacts", language)
    for id_ in project.contacts:
        contact = catalog.contacts[id_]
        yield f"\n**{contact.name.in_(language)}**\n"
        names = [name for name in CONTACT if getattr(contact, name)]
        yield from _table(
            (_label(type(contact), name, language), _value(getattr(contact, name), language)) for name in names
        )


def _park(catalog: Catalog, project: Project, language: Language) -> str:
    return catalog.parks[project.place.park].name.in_(language) if project.place.park else ""


def _prose(project: Project, name: str, language: Language) -> Iterator[str]:
    content = getattr(project, name)
    if content:
        yield from _headed(project, name, language)
        yield from (
            [f"- {item.in_(language)}" for item in content] if isinstance(content, list) else [content.in_(language)]
        )


def _group(group: Model, model: type[Model], language: Language) -> Iterator[str]:
    yield from _table(
        (_label(model, name, language), _value(getattr(group, name), language))
        for name in fields_of(model)
        if getattr(group, name) is not None
    )


def _headed(project: Project, name: str, language: Language) -> Iterator[str]:
    yield from ("", f"## {_label(type(project), name, language)}", "")


def _table(rows: Any) -> Iterator[str]:
    """Write labelled values as a table; what is empty is left out."""
    known = [(label, value.replace("|", "\\|")) for label, value in rows if value]
    if known:
        yield from ("", "| | |", "|---|---|", *(f"| {label} | {value} |" for label, value in known), "")


def _label(model: type[Model], name: str, language: Language) -> str:
    return label_of(model, name).in_(language)


def _value(value: Any, language: Language) -> str:
    """Write a value as this product shows it, on one line; nothing for one that is not known."""
    if value is None or value == []:
        return ""
    if isinstance(value, Claim):
        return f"{show(value.value, language)} ({value.basis.in_(language)}, {show(value.as_of, language)})"
    if isinstance(value, list):
        return SEPARATOR.in_(language).join(show(item, language) for item in value)
    return " ".join(str(show(value, language)).split("\n"))
