"""The project book of a language: cover, district, sectors with the sheets of their projects, policies, contacts."""

from collections.abc import Iterable, Mapping

from investment_portal.components.badges import badges
from investment_portal.components.context import Context
from investment_portal.components.event_dates import totals
from investment_portal.components.figures import figure_facts
from investment_portal.components.incentives import gist
from investment_portal.components.policy_dates import window
from investment_portal.domain.coverage import in_force
from investment_portal.domain.totals import Total
from investment_portal.dossiers.dossier import (
    Book,
    BookPart,
    DossierSection,
    DossierTable,
    RecordSheet,
)
from investment_portal.dossiers.sheets import park_section
from investment_portal.dossiers.texts import labelled, passages, plain_text
from investment_portal.formatting.phones import main_phone
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.contact import Contact
from investment_portal.models.policy import Policy
from investment_portal.pages.figure_sources import sources

PERIODS_SHOWN = 1
"""Periods of results in the profile: the latest."""

FIGURES_SHOWN = 8
"""Figures of a period in the profile, the weightiest first."""


def project_book(
    context: Context, total: Total, sheets: Mapping[str, Iterable[RecordSheet]], by_sector: Mapping[str, Total]
) -> Book:
    """Return the book: ``sheets`` of the projects by sector, and their totals, in all and by sector."""
    words, site, language = context.words, context.catalog.site, context.language
    address = context.at("projects/").canonical
    parts = [
        BookPart(
            sector.name.in_(language),
            sector.summary.in_(language),
            words("dossier_part_note", count=by_sector[id_].projects, sum=show(by_sector[id_].investment, language)),
            list(sheets[id_]),
        )
        for id_, sector in context.catalog.sectors.items()
        if sheets.get(id_)
    ]
    return Book(
        words["dossier_book"],
        words("dossier_place", city=site.city.in_(language), district=site.district.in_(language)),
        labelled(context, totals(context, total)),
        [words["dossier_demo"]] if site.demo else [],
        [*_profile(context), _overview(context, by_sector)],
        parts,
        [_policies(context), _contacts(context)],
        address,
    )


def _profile(context: Context) -> list[DossierSection]:
    """Return the district: what the portal says of it, the latest results with their source, its parks."""
    words, site, language = context.words, context.catalog.site, context.language
    about = passages(site.description.in_(language))
    sections = [DossierSection(site.slogan.in_(language), passages=about)]
    results = sorted(context.catalog.results.values(), key=lambda result: result.until, reverse=True)
    for result in results[:PERIODS_SHOWN]:
        figures = result.figures[:FIGURES_SHOWN]
        lines = [plain_text(context, getattr(part, "text", "")) for part in sources(context, result, figures)]
        sections.append(
            DossierSection(
                result.name.in_(language),
                values=labelled(context, figure_facts(context, figures)),
                note=words["semicolon"].join(filter(None, lines)),
            )
        )
    parks = [park for park in context.catalog.parks.values() if not park.withdrawn]
    return [*sections, park_section(context, parks)]


def _overview(context: Context, by_sector: Mapping[str, Total]) -> DossierSection:
    """Return the sectors with the number and the investment of their projects."""
    words, language = context.words, context.language
    rows = [
        [sector.name.in_(language), str(by_sector[id_].projects), show(by_sector[id_].investment, language)]
        for id_, sector in context.catalog.sectors.items()
        if by_sector[id_].projects
    ]
    head = [words["sector"], words["projects_count"], words["total_investment"]]
    return DossierSection(words["dossier_overview"], table=DossierTable(head, rows, (8, 4, 6)))


def _policies(context: Context) -> DossierSection:
    """Return the policies in force in brief."""
    language = context.language
    rows = [
        [
            policy.name.in_(language),
            gist(context, policy.benefits[0]),
            plain_text(context, window(context, policy, short=True).value),
            ", ".join(badge.text for badge in badges(context, policy)[1:]),
        ]
        for policy in in_force(context.catalog, context.day)
    ]
    head = [label_of(Policy, name).in_(language) for name in ("name", "benefits", "window")]
    note = context.catalog.site.prevailing.in_(language)
    shown = DossierTable([*head, context.words["dossier_remark"]], rows, (6, 9, 5, 3))
    return DossierSection(context.words["dossier_policies"], table=shown, note=note)


def _contacts(context: Context) -> DossierSection:
    """Return the contacts that can be reached in the language, with number and address."""
    words, language, site = context.words, context.language, context.catalog.site
    rows = [
        [
            contact.name.in_(language) + (words["dossier_example_mark"] if contact.example else ""),
            show(contact.kind, language),
            main_phone(words, contact, site).text or "—",
            contact.mail or "—",
        ]
        for contact in context.catalog.contacts.values()
        if contact.reachable(context.day) and language in contact.answers_in
    ]
    head = [label_of(Contact, name).in_(language) for name in ("name", "kind")]
    shown = DossierTable([*head, words["phone"], words["mail"]], rows, (8, 4, 5, 10))
    return DossierSection(words["column_contacts"], table=shown)
