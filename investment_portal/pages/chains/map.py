"""The map of a chain: tiers side by side with links and gaps, and the table with the same content."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.fields import anchor_of, record_link
from investment_portal.components.label_placement import wrap
from investment_portal.components.parts import Badge, Link, Part, Picture, Section, Table
from investment_portal.formatting.values import show
from investment_portal.models.chain import Chain, ChainNode
from investment_portal.models.controlled_values import ChainTier, LinkState
from investment_portal.pages.chains.position import project_links, state_badge
from investment_portal.pages.excerpts import ChainExcerpt, LinkExcerpt
from investment_portal.value import Value

COLUMNS = (ChainTier.UPSTREAM, ChainTier.MIDSTREAM, ChainTier.DOWNSTREAM, ChainTier.SUPPORT)
WIDTH, GAP_X, GAP_Y, TOP = 210, 60, 22, 44
LINE, PADDING, NAME_SIZE, STATE_SIZE = 20, 14, 15, 13
"""Sizes in the drawing's units: a line of text, the box's inner margin, and the two type sizes of the stylesheet."""


class ChainBox(Value):
    """A node of the drawing: its place and its text."""

    id: str
    name: tuple[str, ...]
    state: str
    text: tuple[str, ...]
    x: int
    y: int
    height: int
    href: str


class ChainDrawing(Value):
    """The whole picture, in its own units."""

    id: str
    title: str
    width: int
    height: int
    box_width: int
    tiers: tuple[tuple[str, int], ...]
    boxes: tuple[ChainBox, ...]
    lines: tuple[str, ...]


def chain_section(context: Context, chain: Chain, excerpt: ChainExcerpt, *, whole: bool = False) -> Section:
    """Return the chain as a section: drawing and table; ``whole`` on its own page."""
    parts: list[Part] = [
        Picture("chain_map", drawing(context, chain, excerpt), Table("", [], [])),
        chain_table(context, chain, excerpt, whole=whole),
    ]
    return Section(f"chain-{chain.id}", chain.name.in_(context.language), parts, context.words["chain_note"])


def drawing(context: Context, chain: Chain, excerpt: ChainExcerpt) -> ChainDrawing:
    """Place the nodes: one column a tier, in the order of the record."""
    columns = [tier for tier in COLUMNS if any(node.tier is tier for node in chain.nodes)]
    boxes: dict[str, ChainBox] = {}
    for column, tier in enumerate(columns):
        y = TOP
        for node in (node for node in chain.nodes if node.tier is tier):
            count = excerpt.links[chain.reference(node)].count
            boxes[node.id] = _box(context, chain, node, count, (column * (WIDTH + GAP_X), y))
            y += boxes[node.id].height + GAP_Y
    lines = tuple(_curve(boxes[link.from_], boxes[link.to]) for link in chain.links)
    return ChainDrawing(
        chain.id,
        chain.name.in_(context.language),
        len(columns) * (WIDTH + GAP_X) - GAP_X,
        max(box.y + box.height for box in boxes.values()) + 4,
        WIDTH,
        tuple((show(tier, context.language), column * (WIDTH + GAP_X)) for column, tier in enumerate(columns)),
        tuple(boxes.values()),
        lines,
    )


def _box(context: Context, chain: Chain, node: ChainNode, count: int, corner: tuple[int, int]) -> ChainBox:
    """Make a box as high as its text needs."""
    inner = WIDTH - 2 * PADDING
    text = show(node.state, context.language) + (" · " + context.words.count("projects_n", count) if count else "")
    name = wrap(node.name.in_(context.language), inner / NAME_SIZE)
    lines = wrap(text, inner / STATE_SIZE)
    height = 2 * PADDING + LINE * (len(name) + len(lines)) - 4
    href = f"{context.record_href('chain', chain.id)}#{anchor_of(node.id)}"
    return ChainBox(node.id, name, node.state.value, lines, *corner, height, href)


def _curve(start: ChainBox, end: ChainBox) -> str:
    """Draw a line that leaves at the side that faces the other box."""
    forward = start.x < end.x
    x1, x2 = (start.x + WIDTH, end.x) if forward else (start.x, end.x + WIDTH)
    if start.x == end.x:
        x1 = x2 = start.x + WIDTH
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    bend = GAP_X // 2 if forward or start.x == end.x else -GAP_X // 2
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend if start.x != end.x else x2 + bend} {y2} {x2} {y2}"


class ChainRow(Value):
    """One link of the chain."""

    id: str
    """Anchor for links from other pages; empty where the table is beside others."""
    name: Link
    tier: str
    state: Badge
    firms: tuple[Link, ...]
    projects: tuple[Link, ...]
    sites: tuple[Link, ...]
    note: str


class ChainTable(Part):
    """The links in the order of the record."""

    component = "chain_table"
    caption: str
    rows: Sequence[ChainRow]
    whole: bool
    """With sites and notes: on the chain's own page."""
    common: tuple[Link, ...] = ()
    """The sites, where every link has the same ones: a line below the table instead of a column."""


def chain_table(context: Context, chain: Chain, excerpt: ChainExcerpt, *, whole: bool) -> ChainTable:
    """Make the table of a chain."""
    caption = context.words("chain_caption", name=chain.name.in_(context.language))
    rows = [_row(context, chain, node, excerpt.links[chain.reference(node)], whole=whole) for node in chain.nodes]
    choices = dict.fromkeys(row.sites for row in rows if row.sites)
    common = next(iter(choices)) if whole and len(choices) == 1 else ()
    return ChainTable(caption, rows, whole, common)


def _row(context: Context, chain: Chain, node: ChainNode, at_link: LinkExcerpt, *, whole: bool) -> ChainRow:
    language, anchor = context.language, anchor_of(node.id)
    href = "" if whole else f"{context.record_href('chain', chain.id)}#{anchor}"
    projects = project_links(context, chain, node, at_link)
    if whole and not projects and node.state is LinkState.GAP:
        projects = (Link(context.words["open_gap"], context.href("contacts/")),)
    return ChainRow(
        anchor if whole else "",
        Link(node.name.in_(language), href),
        show(node.tier, language),
        state_badge(context, node),
        tuple(record_link(context, "firm", id_) for id_ in node.firms),
        projects,
        sites(context, chain, at_link),
        node.note.in_(language) if node.note else "",
    )


def sites(context: Context, chain: Chain, at_link: LinkExcerpt) -> tuple[Link, ...]:
    """Link to the parks for a link of the chain: those of its projects, else those of the chain's sector."""
    chosen, parks = at_link.parks, context.catalog.parks
    fitting = [park for park in parks.values() if (park.id in chosen if chosen else chain.sector in park.sectors)]
    return tuple(Link(park.name.in_(context.language), context.record_href("park", park.id)) for park in fitting)
