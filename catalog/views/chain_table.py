"""What the chain map draws, as a table: each link, its state, who is here, what is offered, where it could stand."""

from collections.abc import Sequence

from catalog.model.chain import Chain, ChainNode
from catalog.show.values import show
from catalog.value import Value
from catalog.views.chain_position import project_links, state_badge
from catalog.views.context import Context
from catalog.views.fields import anchor_of, record_link
from catalog.views.parts import Badge, Link, Part
from investment_portal.domain.excerpts import ChainExcerpt, LinkExcerpt


class ChainRow(Value):
    """One link of the chain."""

    id: str
    """Where other pages point at; empty where the table stands beside others."""
    name: Link
    tier: str
    state: Badge
    firms: tuple[Link, ...]
    projects: tuple[Link, ...]
    sites: tuple[Link, ...]
    note: str


class ChainTable(Part):
    """The links in the order in which staff wrote them."""

    component = "chain_table"
    caption: str
    rows: Sequence[ChainRow]
    whole: bool
    """With sites and notes: on the chain's own page."""


def chain_table(context: Context, chain: Chain, own: ChainExcerpt, *, whole: bool) -> ChainTable:
    """Make the table of a chain."""
    caption = context.words("chain_caption", name=chain.name.in_(context.language))
    rows = [_row(context, chain, node, own.links[chain.reference(node)], whole=whole) for node in chain.nodes]
    return ChainTable(caption, rows, whole)


def _row(context: Context, chain: Chain, node: ChainNode, at_link: LinkExcerpt, *, whole: bool) -> ChainRow:
    language, anchor = context.language, anchor_of(node.id)
    href = "" if whole else f"{context.record_href('chain', chain.id)}#{anchor}"
    return ChainRow(
        anchor if whole else "",
        Link(node.name.in_(language), href),
        show(node.tier, language),
        state_badge(context, node),
        tuple(record_link(context, "firm", id_) for id_ in node.firms),
        project_links(context, chain, node, at_link),
        sites(context, chain, at_link),
        node.note.in_(language) if node.note else "",
    )


def sites(context: Context, chain: Chain, at_link: LinkExcerpt) -> tuple[Link, ...]:
    """Link to the parks where a link could stand: those of its projects, else those of the chain's sector."""
    chosen, parks = at_link.parks, context.catalog.parks
    fitting = [park for park in parks.values() if (park.id in chosen if chosen else chain.sector in park.sectors)]
    return tuple(Link(park.name.in_(context.language), context.record_href("park", park.id)) for park in fitting)
