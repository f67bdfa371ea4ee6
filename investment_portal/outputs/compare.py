"""Data for comparing and for the shortlist: ``assets/data/compare/LANGUAGE-NN.js``, about 16 projects each.

Pages opened from disk may load no data but as a script, so each file hands its records over to a list that the page
reads. A former id is there too and leads to the record's present one, so that old addresses still work.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup

from investment_portal.components.badges import badges
from investment_portal.components.context import Context
from investment_portal.components.parts import Fact, Link, Shown
from investment_portal.domain.land import ready_land
from investment_portal.domain.totals import bounds_of
from investment_portal.models.project import Project
from investment_portal.models.site import Site
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.data_script import data_script
from investment_portal.pages.compare.comparison import LINES, MARKS, line_fact
from investment_portal.pages.compare.ratios import Ratios, ratios_of
from investment_portal.pages.contacts.routes import first_contact
from investment_portal.value import Value


class PublicContact(Value):
    """The contact of a project."""

    name: str
    id: str
    phone: str
    dial: str
    mail: str


class PublicProject(Value):
    """A project as pages that weigh several of them get it, in one language; sums are exact, as decimal numbers."""

    name: str
    summary: str
    status: str
    tone: str
    example: bool
    contact: PublicContact | None
    values: Mapping[str, str]
    notes: Mapping[str, str]
    figures: Mapping[str, tuple[str, str]]
    """The lower and the upper bound of each line that can be marked; an open one is empty."""
    yuan: str
    """The lower bound of the investment; its upper one, nothing where it is open; whether it is not exact."""
    yuan_high: str
    yuan_about: bool
    thirds: str
    """The same of the land, in thirds of a square metre."""
    thirds_high: str
    thirds_about: bool
    gaps: Sequence[str]
    services: Sequence[str]


def compare_parts(build: BuildContext) -> Iterator[tuple[int]]:
    """Yield the number of each file; it is made in all languages at once."""
    yield from ((number,) for number in range(len(build.compare_members)))


def compare_data(build: BuildContext, number: int) -> Iterator[tuple[str, str]]:
    """Yield a file in each language; a former id leads to the record's present one."""
    members = build.compare_members[number]
    projects = {id_: build.data.project(id_) for name, id_ in members if name == id_}
    site = build.catalog.site
    figures = {id_: figures_of(project, site) for id_, project in projects.items()}
    for language, context in build.contexts.items():
        entries = {name: public(context, projects[id_], figures[id_]) if name == id_ else id_ for name, id_ in members}
        yield data_script(f"compare/{language}-{number}", entries)


class Figures(Value):
    """The figures of a project that are the same in all languages, as a script reckons with them."""

    ratios: Ratios
    marks: Mapping[str, tuple[str, str]]
    yuan: tuple[str, str, bool]
    thirds: tuple[str, str, bool]


def figures_of(project: Project, site: Site) -> Figures:
    """Return the ratios, the figures of marked lines, the investment and the land of a project."""
    ratios = ratios_of(project, site)
    measured = {key: mark.measure(project, site, ratios) for key, mark in MARKS.items()}
    yuan, land = bounds_of(project.investment, site), ready_land(project)
    return Figures(
        ratios,
        {key: (_plain(bounds.low), _plain(bounds.high)) for key, bounds in measured.items() if bounds is not None},
        (_plain(yuan.low), _plain(yuan.high), yuan.about) if yuan else ("", "", False),
        (_plain(land.least.thirds), _plain(land.high.thirds if land.high else None), land.about)
        if land
        else ("", "", False),
    )


def public(context: Context, project: Project, figures: Figures) -> PublicProject:
    """Make the public record of a project; nothing that is not known is in it."""
    language = context.language
    lines = ((line.key, line_fact(context, project, line, figures.ratios)) for line in LINES)
    facts = {key: fact for key, fact in lines if fact.known}
    mark = badges(context, project)[0]
    yuan, yuan_high, yuan_about = figures.yuan
    thirds, thirds_high, thirds_about = figures.thirds
    return PublicProject(
        name=project.name.in_(language),
        summary=project.summary.in_(language),
        status=mark.text,
        tone=mark.tone,
        example=project.example,
        contact=_contact(context, project),
        values={key: _text(fact) for key, fact in facts.items()},
        notes={key: _plain_note(fact.note) for key, fact in facts.items() if fact.note},
        figures=figures.marks,
        yuan=yuan,
        yuan_high=yuan_high,
        yuan_about=yuan_about,
        thirds=thirds,
        thirds_high=thirds_high,
        thirds_about=thirds_about,
        gaps=[gap.in_(language) for gap in project.gaps],
        services=[service.in_(language) for service in project.services],
    )


def _contact(context: Context, project: Project) -> PublicContact | None:
    contact = first_contact(context, project.sector, project.contacts)
    return (
        PublicContact(contact.name, contact.id, contact.phone.text, contact.phone.href, contact.mail)
        if contact
        else None
    )


def _plain_note(note: Shown) -> str:
    """Return a note as text without markup."""
    return note.striptags() if isinstance(note, Markup) else note


def _text(fact: Fact) -> str:
    if isinstance(fact.value, tuple):
        return ", ".join(part.text for part in fact.value)
    return fact.value.text if isinstance(fact.value, Link) else str(fact.value)


def _plain(number: Decimal | None) -> str:
    """Write a number so that a script can reckon with it: no exponent, no thousands."""
    return "" if number is None else f"{number:f}"


def _depends(build: BuildContext, number: int) -> list[tuple[str, str]]:
    return [(name, build.data.digests.projects[id_]) for name, id_ in build.compare_members[number]]


OUTPUT = Output(compare_data, _depends, compare_parts)
