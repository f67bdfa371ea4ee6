"""Where something stands in its chain: what supplies this link, who is here, and who buys from it."""

from collections.abc import Sequence

from catalog.derive.beside import MOST, beside
from catalog.derive.gathered import gathered
from catalog.derive.neighbours import neighbours
from catalog.model.chain import Chain, ChainNode
from catalog.model.lists import LinkState
from catalog.model.project import Project
from catalog.show.values import show
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.fields import anchor_of, record_link
from catalog.views.listing.divided import narrowed
from catalog.views.parts import Badge, Link, Part, Section

TONES = {LinkState.STRONG: "good", LinkState.WEAK: "busy", LinkState.GAP: "warn"}
LINKED = 12
"""Projects that a link of a chain names before it leads to the list."""


class Standing(Value):
    """A link as the strip shows it."""

    link: Link
    state: Badge
    firms: Sequence[Link]
    projects: Sequence[Link]
    here: bool


class Stage(Value):
    """One of the three columns: its heading, its links, and what stands there where it has none."""

    title: str
    links: Sequence[Standing]
    empty: str


class ChainPosition(Part):
    """The three columns, upstream first."""

    component = "chain_position"
    stages: Sequence[Stage]


def state_badge(context: Context, node: ChainNode) -> Badge:
    """Say how well a link is filled here, in words and in colour."""
    return Badge(show(node.state, context.language), TONES[node.state])


def project_links(context: Context, chain: Chain, node: ChainNode) -> tuple[Link, ...]:
    """Link to the projects at a node, the weightiest first; of many only some, and then to the list of all."""
    groups, key = gathered(context.catalog).link, chain.reference(node)
    shown, more = _links(context, groups.first(key, LINKED)), groups.count(key) - LINKED
    if more <= 0:
        return shown
    return (*shown, Link(context.words.count("chain_more_projects", more), narrowed(context, "link", key)))


def _links(context: Context, projects: Sequence[Project]) -> tuple[Link, ...]:
    return tuple(Link(one.name.in_(context.language), context.record_href("project", one.id)) for one in projects)


def _there(context: Context, reference: str, project: Project | None) -> Sequence[Project]:
    """Give a few projects at a link: next in size to the one whose page it is, else the weightiest."""
    if project:
        return beside(context.catalog, project, context.day).links[reference]
    return gathered(context.catalog).link.first(reference, MOST)


def chain_position(context: Context, reference: str, project: Project | None = None) -> Section:
    """Give the section of a page whose record stands at ``CHAIN/NODE``; a project itself is not listed again."""
    words, around = context.words, neighbours(context.catalog, reference)

    def stage(title: str, nodes: Sequence[ChainNode], empty: str = "") -> Stage:
        shown = [
            Standing(
                Link(
                    node.name.in_(context.language),
                    f"{context.record_href('chain', around.chain.id)}#{anchor_of(node.id)}",
                ),
                state_badge(context, node),
                [one for id_ in node.firms if (one := record_link(context, "firm", id_))],
                _links(context, _there(context, around.chain.reference(node), project)),
                node is around.node,
            )
            for node in nodes
        ]
        return Stage(title, shown, empty)

    stages = [
        stage(words["project_chain_before"], around.before, words["project_chain_start"]),
        stage(words["project_chain_here"], [around.node]),
        stage(words["project_chain_after"], around.after, words["project_chain_end"]),
    ]
    note = words("project_chain_note", chain=around.chain.name.in_(context.language))
    return Section("chain", words["project_chain"], [ChainPosition(stages)], note)
