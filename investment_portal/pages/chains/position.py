"""The position in a chain: suppliers of this link, its firms, its buyers."""

from collections.abc import Iterable, Mapping, Sequence

from investment_portal.components.context import Context
from investment_portal.components.fields import anchor_of, record_link
from investment_portal.components.parts import Badge, Link, Part, Section
from investment_portal.domain.summary import ProjectName, ProjectSummary
from investment_portal.formatting.values import show
from investment_portal.models.catalog import Catalog
from investment_portal.models.chain import Chain, ChainNode
from investment_portal.models.controlled_values import LinkState
from investment_portal.pages.excerpts import LinkExcerpt
from investment_portal.pages.projects.groups import narrowed
from investment_portal.value import Value

TONES = {LinkState.STRONG: "good", LinkState.WEAK: "busy", LinkState.GAP: "warn"}


class LinkStatus(Value):
    """A link as the strip shows it."""

    link: Link
    state: Badge
    firms: Sequence[Link]
    projects: Sequence[Link]
    here: bool


class Stage(Value):
    """One of the three columns: heading, links, and the text where it has none."""

    title: str
    links: Sequence[LinkStatus]
    empty: str


class ChainPosition(Part):
    """The three columns, upstream first."""

    component = "chain_position"
    stages: Sequence[Stage]


def state_badge(context: Context, node: ChainNode) -> Badge:
    """Return how well a link is filled here, in words and in colour."""
    return Badge(show(node.state, context.language), TONES[node.state])


def project_links(context: Context, chain: Chain, node: ChainNode, at_link: LinkExcerpt) -> tuple[Link, ...]:
    """Link to the projects at a node, the weightiest first; of many only some, and then to the list of all."""
    shown, more = _links(context, at_link.first), at_link.count - len(at_link.first)
    if more <= 0:
        return shown
    to_list = narrowed(context, "link", chain.reference(node))
    return (*shown, Link(context.words.count("chain_more_projects", more), to_list))


def _links(context: Context, projects: Sequence[ProjectSummary | ProjectName]) -> tuple[Link, ...]:
    return tuple(
        Link(project.name.in_(context.language), context.record_href("project", project.id)) for project in projects
    )


def chain_position(
    context: Context, reference: str, projects: Mapping[str, Sequence[ProjectSummary | ProjectName]]
) -> Section:
    """Return the section of a page whose record is at ``CHAIN/NODE``, with some projects at each link around it."""
    words, around = context.words, links_around(context.catalog, reference)

    def stage(title: str, nodes: Sequence[ChainNode], empty: str = "") -> Stage:
        shown = [
            LinkStatus(
                Link(
                    node.name.in_(context.language),
                    f"{context.record_href('chain', around.chain.id)}#{anchor_of(node.id)}",
                ),
                state_badge(context, node),
                [place for id_ in node.firms if (place := record_link(context, "firm", id_))],
                _links(context, projects[around.chain.reference(node)]),
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


class Around(Value):
    """A link of a chain with those that goods come from, and those that they go to."""

    chain: Chain
    node: ChainNode
    before: tuple[ChainNode, ...]
    after: tuple[ChainNode, ...]


def links_around(catalog: Catalog, reference: str) -> Around:
    """Return the links before and after ``CHAIN/NODE``, in the order of the chain."""
    chain_id, node_id = reference.split("/")
    chain = catalog.chains[chain_id]
    node = next(link for link in chain.nodes if link.id == node_id)
    return Around(
        chain,
        node,
        _among(chain, (link.from_ for link in chain.links if link.to == node_id)),
        _among(chain, (link.to for link in chain.links if link.from_ == node_id)),
    )


def _among(chain: Chain, ids: Iterable[str]) -> tuple[ChainNode, ...]:
    wanted = set(ids)
    return tuple(node for node in chain.nodes if node.id in wanted)
