"""Industry chains: links from upstream to downstream, who is here, where the gaps are."""

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.controlled_values import ChainTier, LinkState
from investment_portal.models.quantities.quantity import refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import FirmRef, Id, SectorRef
from investment_portal.models.text import Text


class ChainNode(Model):
    """One link of the chain; projects attach to it by ``chain_node: CHAIN/NODE``."""

    id: Id = field("编号", "ID")
    name: Text = field("环节", "Link")
    tier: ChainTier = field("位置", "Tier")
    state: LinkState = field("现状", "State here")
    firms: list[FirmRef] = field("本地企业", "Firms here", default=[])
    note: Text | None = field("说明", "Note", default=None)


class ChainLink(Model):
    """Goods flow from one node to another."""

    from_: Id = field("自", "From", key="from")
    to: Id = field("至", "To")


class Chain(Record):
    """The route map of one industry chain."""

    name: Text = field("产业链", "Chain")
    sector: SectorRef = field("产业", "Sector")
    summary: Text = field("概况", "In brief")
    nodes: list[ChainNode] = field("环节", "Links", least=2)
    links: list[ChainLink] = field("上下游关系", "Flows", default=[])

    def reference(self, node: ChainNode) -> str:
        """Return the name of one of its links as ``CHAIN/NODE``, by which records refer to it."""
        return f"{self.id}/{node.id}"

    def check(self) -> None:
        """Refuse two nodes of one id, and flows between nodes that are not there."""
        ids = [node.id for node in self.nodes]
        doubled = {id_ for id_ in ids if ids.count(id_) > 1}
        lost = {end for link in self.links for end in (link.from_, link.to)} - set(ids)
        if doubled:
            zh, en = (
                f"环节编号不得重复：{'、'.join(sorted(doubled))}。",
                f"Node ids stand twice: {', '.join(sorted(doubled))}.",
            )
            raise refusal("bad-chain", zh, en, key="nodes")
        if lost:
            zh, en = (
                f"nodes 里没有这些环节：{'、'.join(sorted(lost))}。",
                f"There are no such nodes: {', '.join(sorted(lost))}.",
            )
            hint = Sentence(f"可用：{'、'.join(ids)}。", f"Allowed: {', '.join(ids)}.")
            raise refusal("bad-chain", zh, en, hint, key="links")
