"""The page of an industry chain: the map, and the table with what fills its gaps."""

from investment_portal.components.badges import badges, freshness
from investment_portal.components.context import Context
from investment_portal.components.fields import fact
from investment_portal.components.parts import Fact, Facts, RecordView, Section
from investment_portal.components.sections import filled
from investment_portal.formatting.values import show
from investment_portal.models.chain import Chain
from investment_portal.models.controlled_values import LinkState
from investment_portal.pages.chains.map import chain_section
from investment_portal.pages.contacts.routes import route_section
from investment_portal.pages.excerpts import ChainExcerpt, of_chain
from investment_portal.pages.page_kind import Page, PageKind
from investment_portal.pages.provenance import crumbs, notes, provenance


def page(context: Context, chain: Chain, excerpt: ChainExcerpt) -> Page:
    """Return the page of a chain."""
    return Page(
        context.address,
        "chains",
        chain.name.in_(context.language),
        chain.summary.in_(context.language),
        view(context, chain, excerpt),
        chain.published_on.isoformat(),
        context.catalog.site.organiser.in_(context.language),
    )


def view(context: Context, chain: Chain, excerpt: ChainExcerpt) -> RecordView:
    """Compose the page."""
    sector = Section("sector", context.words["sector"], [Facts([fact(context, chain, "sector")])])
    return RecordView(
        kind="chain",
        title=chain.name.in_(context.language),
        lead=chain.summary.in_(context.language),
        crumbs=crumbs(context, "chain"),
        badges=[*badges(context, chain), freshness(context, chain)],
        sections=filled(
            [
                chain_section(context, chain, excerpt, whole=True),
                sector,
                provenance(context, chain),
            ]
        ),
        aside=[route_section(context, sector=chain.sector)],
        notes=notes(context, "chain", chain),
        figures=_figures(context, chain, excerpt),
        styles=("places",),
    )


def _figures(context: Context, chain: Chain, excerpt: ChainExcerpt) -> list[Fact]:
    words, sum_ = context.words, excerpt.total
    return [
        Fact(words["place_links"], str(len(chain.nodes))),
        Fact(words["place_gaps"], str(sum(node.state is LinkState.GAP for node in chain.nodes))),
        Fact(words["place_firms"], str(len({id_ for node in chain.nodes for id_ in node.firms}))),
        Fact(words["projects_count"], str(sum_.projects)),
        Fact(words["total_investment"], show(sum_.investment, context.language)),
    ]


KIND = PageKind("chains", page, "chain", of_chain)
