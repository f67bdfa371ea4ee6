"""Firms already settled here."""

from investment_portal.models.base import field
from investment_portal.models.claim import Claim
from investment_portal.models.quantities import MoneyRange
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.record import Record
from investment_portal.models.reference import NodeRef, ParkRef, SectorRef
from investment_portal.models.text import Prose, Text


class Firm(Record):
    """A firm that settled in the district."""

    name: Text = field("企业名称", "Firm")
    sector: SectorRef = field("产业", "Sector")
    park: ParkRef | None = field("园区", "Park", default=None)
    chain_node: NodeRef | None = field("产业链环节", "Chain link", default=None)
    products: Text = field("主要产品", "Products")
    summary: Text = field("企业简介", "In brief")
    story: Prose | None = field("落户经过", "How it settled", default=None)
    attracted_on: PartialDate | None = field("引进时间", "Attracted", default=None)
    production_on: PartialDate | None = field("投产时间", "In production since", default=None)
    full_production_on: PartialDate | None = field(
        "达产时间（含计划）", "Full production (planned or reached)", default=None
    )
    output: Claim[MoneyRange] | None = field("年产值", "Annual output", default=None)
