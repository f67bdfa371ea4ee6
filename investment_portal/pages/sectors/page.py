"""The page of a sector: projects, policies, firms."""

from collections.abc import Sequence

from investment_portal.components.cards import firm_card, park_card, policy_card, project_card
from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_script
from investment_portal.components.fields import fact, make_fact, record_link
from investment_portal.components.land import land_label
from investment_portal.components.parts import Cards, Fact, Facts, Link, Part, RecordView, Section, SourceLine
from investment_portal.components.sections import cards, cards_and_more, filled, prose
from investment_portal.domain.coverage import in_force, reaches
from investment_portal.formatting.values import show
from investment_portal.models.firm import Firm
from investment_portal.models.policy import Policy
from investment_portal.models.reference_lists import Sector
from investment_portal.pages.chains.map import chain_section
from investment_portal.pages.changes.topics import follow_note
from investment_portal.pages.contacts.routes import route_section
from investment_portal.pages.excerpts import GroupExcerpt, SectorExcerpt, of_sector
from investment_portal.pages.page_kind import Page, PageKind
from investment_portal.pages.projects.groups import group_projects
from investment_portal.pages.provenance import crumbs

POLICIES_SHOWN = 6
"""Policies open to every sector shown before the others fold away."""


def page(context: Context, sector: Sector, excerpt: SectorExcerpt) -> Page:
    """Return the page of a sector."""
    return Page(
        context.address,
        "sectors",
        sector.name.in_(context.language),
        sector.summary.in_(context.language),
        view(context, sector, excerpt),
        published="",
        source="",
    )


def view(context: Context, sector: Sector, excerpt: SectorExcerpt) -> RecordView:
    """Compose the page."""
    words, language, catalog = context.words, context.language, context.catalog
    policies = [policy for policy in in_force(catalog, context.day) if reaches(policy, sector.id)]
    policies.sort(key=lambda policy: policy.sectors == "all")
    parks = [park for park in catalog.parks.values() if sector.id in park.sectors]
    firms = [firm for firm in catalog.firms.values() if firm.sector == sector.id]
    chains = [chain for chain in catalog.chains.values() if chain.sector == sector.id]
    sections = [
        Section(
            "about", words["about_sector"], [*prose(context, sector.description), *_claimed(context, sector, firms)]
        ),
        Section(
            "projects",
            words["column_projects"],
            group_projects(context, excerpt.group, sector.id, "sector"),
        ),
        Section(
            "also",
            words["sector_other_projects"],
            cards([project_card(context, project, placed=True) for project in excerpt.others]),
        ),
        *[chain_section(context, chain, excerpt.chains[chain.id]) for chain in chains],
        Section("parks", words["column_parks"], cards([park_card(context, park) for park in parks])),
        Section("firms", words["column_firms"], cards([firm_card(context, firm) for firm in firms])),
        Section(
            "policies",
            words["column_policies"],
            [*_policies(context, policies), *countdown_script(context, policies)],
        ),
        Section("codes", words["industry_codes"], [Facts([fact(context, sector, "industry_codes")])]),
    ]
    return RecordView(
        kind="sector",
        title=sector.name.in_(language),
        lead=sector.summary.in_(language),
        crumbs=crumbs(context, "sector"),
        badges=[],
        sections=filled(sections),
        aside=[route_section(context, sector=sector.id)],
        figures=sector_figures(context, excerpt.group, len(policies), len(firms)),
        notes=[follow_note(context)],
        styles=("places",),
        illustration=sector.icon,
    )


def _policies(context: Context, policies: Sequence[Policy]) -> list[Part]:
    """Return the policies as cards; the section stays where none is in force, since other pages lead to it."""
    if not policies:
        more = Link(context.words["column_policies"], context.href("policies/"))
        return [Cards([], context.words["place_no_policies"], more=more)]
    return cards_and_more(
        [policy_card(context, policy) for policy in policies],
        sum(policy.sectors != "all" for policy in policies) or POLICIES_SHOWN,
        lambda count: context.words.count("place_more_policies", count),
        rows=True,
    )


def sector_figures(context: Context, excerpt: GroupExcerpt, policies: int, firms: int) -> list[Fact]:
    """Return the totals of a sector's projects, and how many policies and firms it has."""
    words, language = context.words, context.language
    sum_, land, reserved = excerpt.total, excerpt.land, excerpt.reserved
    investment = [Fact(words["total_investment"], show(sum_.investment, language))]
    return [
        Fact(words["projects_count"], str(sum_.projects)),
        *(investment if sum_.projects else []),
        *([Fact(land_label(context, "land_ready"), show(land, language))] if land.least.number else []),
        *([Fact(land_label(context, "land_reserved"), show(reserved, language))] if reserved.least.number else []),
        *([Fact(words["policies_count"], str(policies))] if policies else []),
        *([Fact(words["place_firms"], str(firms))] if firms else []),
    ]


def _claimed(context: Context, sector: Sector, firms: Sequence[Firm]) -> list[Part]:
    """Return publications about the sector with their sources, and the source of the figures above."""
    words, language = context.words, context.language
    claims = [
        make_fact(context, words("place_output_of", firm=firm.name.in_(language)), firm.output)
        for firm in firms
        if firm.output
    ]
    events = tuple(
        record_link(context, "event", event.id)
        for event in context.catalog.events.values()
        if sector.id in event.sectors
    )
    shown = [*claims, *([Fact(words["place_events"], events)] if events else [])]
    line = SourceLine(words["place_computed"])
    return [*([Facts(shown)] if shown else []), line]


KIND = PageKind("sectors", page, "sector", of_sector)
