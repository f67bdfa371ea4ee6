"""Firms already settled here."""

from investment_portal.models.base import Model, field
from investment_portal.models.claim import Claim
from investment_portal.models.media import Image
from investment_portal.models.quantities import MoneyRange
from investment_portal.models.quantities.dates import Day, PartialDate
from investment_portal.models.quantities.quantity import refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import NodeRef, ParkRef, SectorRef, SourceRef
from investment_portal.models.result import Figure
from investment_portal.models.text import Prose, Text


class Quotation(Model):
    """Words of somebody at the firm: by role, never by name alone, with where they were published or agreed."""

    text: Text = field("原话", "Words")
    speaker: Text = field("讲话人职务", "Role of the speaker")
    on: Day = field("日期", "Date")
    source: SourceRef | None = field("来源", "Source", default=None)
    consent: bool = field("同意公开", "Consent to publish", default=False)

    def check(self) -> None:
        """Refuse words that were neither published nor agreed to."""
        if self.source is None and not self.consent:
            zh = "引语应写来源（source），或写明讲话人同意公开（consent: true）；实际两样都没有。"
            en = "A quotation names its source, or says that the speaker agreed (consent: true); got neither."
            raise refusal("bad-form", zh, en, key="source")


class Firm(Record):
    """A firm that settled in the district."""

    name: Text = field("企业名称", "Firm")
    sector: SectorRef = field("产业", "Sector")
    park: ParkRef | None = field("园区", "Park", default=None)
    chain_node: NodeRef | None = field("产业链环节", "Chain link", default=None)
    products: Text = field("主要产品", "Products")
    summary: Text = field("企业简介", "In brief")
    story: Prose | None = field("落户经过", "How it settled", default=None)
    story_figures: list[Figure] = field("落户数据", "The story in figures", default=[])
    quotations: list[Quotation] = field("企业的话", "In the firm's words", default=[])
    images: list[Image] = field("图片", "Images", default=[])
    attracted_on: PartialDate | None = field("引进时间", "Attracted", default=None)
    production_on: PartialDate | None = field("投产时间", "In production since", default=None)
    full_production_on: PartialDate | None = field(
        "达产时间（含计划）", "Full production (planned or reached)", default=None
    )
    output: Claim[MoneyRange] | None = field("年产值", "Annual output", default=None)
