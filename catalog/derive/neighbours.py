"""The neighbours of a link in its chain: whom it buys from, and who buys from it."""

from collections.abc import Iterable

from catalog.model.catalog import Catalog
from catalog.model.chain import Chain, ChainNode
from catalog.value import Value


class Neighbours(Value):
    """A link of a chain with those that goods come from, and those that they go to."""

    chain: Chain
    node: ChainNode
    before: tuple[ChainNode, ...]
    after: tuple[ChainNode, ...]


def neighbours(catalog: Catalog, reference: str) -> Neighbours:
    """Find what stands before and after ``CHAIN/NODE``, in the order in which staff wrote the chain."""
    chain_id, node_id = reference.split("/")
    chain = catalog.chains[chain_id]
    node = next(one for one in chain.nodes if one.id == node_id)
    return Neighbours(
        chain,
        node,
        _among(chain, (link.from_ for link in chain.links if link.to == node_id)),
        _among(chain, (link.to for link in chain.links if link.from_ == node_id)),
    )


def _among(chain: Chain, ids: Iterable[str]) -> tuple[ChainNode, ...]:
    wanted = set(ids)
    return tuple(node for node in chain.nodes if node.id in wanted)
