"""The page of a sector: what is offered, who helps, who is here."""

from collections.abc import Iterator

from catalog.derive.coverage import in_force, reaches
from catalog.derive.totals import total
from catalog.model.project import Project
from catalog.model.setting import Sector
from catalog.show.values import show
from catalog.views.cards import firm_card, park_card, policy_card, project_card
from catalog.views.chain_map import chain_section
from catalog.views.compose import cards, filled, prose
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import fact
from catalog.views.order import by_weight
from catalog.views.page import Page, PageKind
from catalog.views.parts import Fact, Facts, RecordView, Section
from catalog.views.provenance import crumbs


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every sector."""
    for sector in context.catalog.sectors.values():
        here = context.at(context.record_address("sector", sector.id))
        yield Page(
            here.address,
            "sectors",
            sector.name.in_(here.language),
            sector.summary.in_(here.language),
            view(here, sector),
            context.day.isoformat(),
            context.catalog.site.organiser.in_(here.language),
        )


def view(context: Context, sector: Sector) -> RecordView:
    """Compose the page."""
    words, language, catalog = context.words, context.language, context.catalog
    projects = by_weight(
        project for project in catalog.projects.values() if project.sector == sector.id and not project.withdrawn
    )
    policies = sorted(
        (policy for policy in in_force(catalog, context.day) if reaches(policy, sector.id)),
        key=lambda one: one.sectors == "all",
    )
    parks = [park for park in catalog.parks.values() if sector.id in park.sectors]
    firms = [firm for firm in catalog.firms.values() if firm.sector == sector.id]
    chains = [chain for chain in catalog.chains.values() if chain.sector == sector.id]
    sections = [
        Section(
            "about",
            words["about_sector"],
            prose(context, sector.description),
        ),
        Section(
            "projects",
            words["column_projects"],
            cards([project_card(context, one) for one in projects]),
        ),
        *[chain_section(context, chain) for chain in chains],
        Section("parks", words["column_parks"], cards([park_card(context, one) for one in parks])),
        Section("firms", words["column_firms"], cards([firm_card(context, one) for one in firms])),
        Section(
            "policies",
            words["column_policies"],
            cards([policy_card(context, one) for one in policies]),
        ),
        Section("codes", words["industry_codes"], [Facts([fact(context, sector, "industry_codes")])]),
    ]
    return RecordView(
        title=sector.name.in_(language),
        lead=sector.summary.in_(language),
        crumbs=crumbs(context, "sector")[:1],
        badges=[],
        sections=filled(sections),
        aside=[route_section(context, sector=sector.id)],
        figures=_figures(context, projects, len(policies)),
        illustration=sector.icon,
    )


def _figures(context: Context, projects: list[Project], policies: int) -> list[Fact]:
    sum_ = total(projects, context.catalog.site)
    return [
        Fact(context.words["projects_count"], str(sum_.projects)),
        Fact(context.words["total_investment"], show(sum_.investment, context.language)),
        Fact(context.words["policies_count"], str(policies)),
    ]


KIND = PageKind("sectors", pages, "sector")
