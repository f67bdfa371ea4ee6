"""The page of an industry chain: the map, then each link with its firms and projects."""

from collections.abc import Iterator

from catalog.model.chain import Chain
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.chain_map import chain_section, projects_at
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import anchor_of, fact, make_fact, record_link
from catalog.views.page import Page, PageKind
from catalog.views.parts import Fact, Facts, RecordView, Section
from catalog.views.provenance import crumbs, notes, provenance


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every chain."""
    for chain in context.catalog.chains.values():
        here = context.at(context.record_address("chain", chain.id))
        yield Page(
            here.address,
            "chains",
            chain.name.in_(here.language),
            chain.summary.in_(here.language),
            view(here, chain),
            chain.published_on.isoformat(),
            context.catalog.site.organiser.in_(here.language),
        )


def view(context: Context, chain: Chain) -> RecordView:
    """Compose the page."""
    sector = Section("sector", context.words["sector"], [Facts([fact(context, chain, "sector")])])
    return RecordView(
        title=chain.name.in_(context.language),
        lead=chain.summary.in_(context.language),
        crumbs=crumbs(context, "chain"),
        badges=[*badges(context, chain), freshness(context, chain)],
        sections=[chain_section(context, chain), *_nodes(context, chain), sector, provenance(context, chain)],
        aside=[route_section(context, sector=chain.sector)],
        notes=notes(context, "chain", chain),
    )


def _nodes(context: Context, chain: Chain) -> list[Section]:
    """Give each link a place of its own, so that other pages can point at it."""
    words, sections = context.words, []
    for node in chain.nodes:
        shown = [
            Fact(words["chain_tier"], show(node.tier, context.language)),
            Fact(words["chain_state"], show(node.state, context.language)),
        ]
        firms = tuple(record_link(context, "firm", id_) for id_ in node.firms)
        projects = tuple(projects_at(context, chain, node))
        shown += [Fact(words["chain_firms"], firms)] if firms else []
        shown += [Fact(words["chain_projects"], projects)] if projects else []
        shown += [make_fact(context, words["chain_note_label"], node.note)] if node.note else []
        sections.append(Section(anchor_of(node.id), node.name.in_(context.language), [Facts(shown)]))
    return sections


KIND = PageKind("chains", pages, "chain")
