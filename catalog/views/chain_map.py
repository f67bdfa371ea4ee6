"""The chain map: tiers side by side, links between nodes, gaps that lead to projects; a table says the same."""

from catalog.model.chain import Chain, ChainNode
from catalog.model.lists import Tier
from catalog.show.values import show
from catalog.show.wrap import wrap
from catalog.value import Value
from catalog.views.chain_table import chain_table
from catalog.views.context import Context
from catalog.views.fields import anchor_of
from catalog.views.parts import Part, Picture, Section, Table
from investment_portal.domain.excerpts import ChainExcerpt

COLUMNS = (Tier.UPSTREAM, Tier.MIDSTREAM, Tier.DOWNSTREAM, Tier.SUPPORT)
WIDTH, GAP_X, GAP_Y, TOP = 210, 60, 22, 44
LINE, PADDING, NAME_SIZE, STATE_SIZE = 20, 14, 15, 13
"""Sizes in the drawing's units: a line of text, the box's inner margin, and the two type sizes of the stylesheet."""


class Box(Value):
    """A node as drawn: its place in the picture and what it says."""

    id: str
    name: tuple[str, ...]
    state: str
    says: tuple[str, ...]
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
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]


def chain_section(context: Context, chain: Chain, own: ChainExcerpt, *, whole: bool = False) -> Section:
    """Give the chain as a section: drawing and table; ``whole`` on its own page."""
    parts: list[Part] = [
        Picture("chain_map", drawing(context, chain, own), Table("", [], [])),
        chain_table(context, chain, own, whole=whole),
    ]
    return Section(f"chain-{chain.id}", chain.name.in_(context.language), parts, context.words["chain_note"])


def drawing(context: Context, chain: Chain, own: ChainExcerpt) -> ChainDrawing:
    """Place the nodes: one column a tier, in the order in which staff wrote them."""
    columns = [tier for tier in COLUMNS if any(node.tier is tier for node in chain.nodes)]
    boxes: dict[str, Box] = {}
    for column, tier in enumerate(columns):
        y = TOP
        for node in (node for node in chain.nodes if node.tier is tier):
            count = own.links[chain.reference(node)].count
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


def _box(context: Context, chain: Chain, node: ChainNode, count: int, corner: tuple[int, int]) -> Box:
    """Make a box as high as its text needs."""
    inner = WIDTH - 2 * PADDING
    says = show(node.state, context.language) + (" · " + context.words.count("projects_n", count) if count else "")
    name = wrap(node.name.in_(context.language), inner / NAME_SIZE)
    lines = wrap(says, inner / STATE_SIZE)
    height = 2 * PADDING + LINE * (len(name) + len(lines)) - 4
    href = f"{context.record_href('chain', chain.id)}#{anchor_of(node.id)}"
    return Box(node.id, name, node.state.value, lines, *corner, height, href)


def _curve(start: Box, end: Box) -> str:
    """Draw a line that leaves at the side that faces the other box."""
    forward = start.x < end.x
    x1, x2 = (start.x + WIDTH, end.x) if forward else (start.x, end.x + WIDTH)
    if start.x == end.x:
        x1 = x2 = start.x + WIDTH
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    bend = GAP_X // 2 if forward or start.x == end.x else -GAP_X // 2
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend if start.x != end.x else x2 + bend} {y2} {x2} {y2}"
