"""The promoted project: what an investor is offered."""

from typing import Annotated

from investment_portal.languages import Sentence
from investment_portal.models import controlled_values as values
from investment_portal.models.base import Model, field, fields_of
from investment_portal.models.claim import Claim, Known
from investment_portal.models.media import Document, Image
from investment_portal.models.offer_price import OfferPrice
from investment_portal.models.quantities import AreaRange, HeadcountRange, MoneyRange, PercentRange, YearsRange
from investment_portal.models.quantities.dates import Day, PartialDate
from investment_portal.models.quantities.datum import Datum
from investment_portal.models.quantities.number import Number, Range, Whole
from investment_portal.models.quantities.quantity import Form, refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import ContactRef, NodeRef, ParkRef, PolicyRef, SectorRef
from investment_portal.models.text import Prose, Text

IndustryCode = Annotated[
    str,
    Form(
        "[A-T](?:[0-9]{2}(?:[0-9]{1,2})?)?",
        "GB/T 4754-2017 的门类字母加 2–4 位数字，例如“C3981”",
        "a section letter of GB/T 4754-2017 and two to four digits, as “C3981”",
    ),
]
"""A class of GB/T 4754-2017: section letter, then up to four digits."""


class Position(Model):
    """A point; Chinese map services need to know in which datum it was measured."""

    lon: Annotated[Number, Range(least=73, most=136)] = field("经度", "Longitude")
    lat: Annotated[Number, Range(least=3, most=54)] = field("纬度", "Latitude")
    datum: Datum = field("坐标系", "Datum")


class Place(Model):
    """Where: a park, several of them, a description, or not chosen yet."""

    park: ParkRef | None = field("园区", "Park", default=None)
    parks: list[ParkRef] = field("涉及园区", "Parks", default=[])
    text: Text | None = field("地点", "Location", default=None)
    undecided: bool = field("选址待定", "Site to be chosen", default=False)
    position: Position | None = field("坐标", "Coordinates", default=None)

    @property
    def all_parks(self) -> tuple[str, ...]:
        """Return the ids of the parks, each once."""
        return tuple(dict.fromkeys([*([self.park] if self.park else []), *self.parks]))


class Conditions(Model):
    """Conditions of the site; each is a text, or the word ``unknown``."""

    water: Known = field("供水", "Water supply", default=None)
    power: Known = field("供电", "Power supply", default=None)
    gas: Known = field("供气", "Gas supply", default=None)
    sewage: Known = field("污水处理", "Sewage", default=None)
    steam: Known = field("供热蒸汽", "Steam", default=None)
    broadband: Known = field("通信宽带", "Broadband", default=None)
    road: Known = field("公路", "Road", default=None)
    rail: Known = field("铁路", "Rail", default=None)
    port: Known = field("港口", "Port", default=None)
    airport: Known = field("机场", "Airport", default=None)
    land_title: Known = field("土地权属", "Land title", default=None)
    zoning: Known = field("规划用途", "Zoning", default=None)
    eia_limits: Known = field("环评准入", "Environmental limits", default=None)


class Returns(Model):
    """Returns that the promoter expects; each figure with its basis and date."""

    output: Claim[MoneyRange] | None = field("年产值", "Annual output", default=None)
    profit: Claim[MoneyRange] | None = field("年利润", "Annual profit", default=None)
    tax: Claim[MoneyRange] | None = field("年税收", "Annual tax", default=None)
    jobs: Claim[HeadcountRange] | None = field("就业岗位", "Jobs", default=None)
    payback_years: Claim[YearsRange] | None = field("投资回收期（年）", "Pay-back (years)", default=None)
    irr: Claim[PercentRange] | None = field("内部收益率", "Internal rate of return", default=None)


class PreparatoryStep(Model):
    """One step of the preparatory work and how far it is."""

    work: values.PreparatoryWork = field("事项", "Step")
    progress: values.Progress = field("进度", "Progress")
    on: Day | None = field("日期", "Date", default=None)
    note: Text | None = field("说明", "Note", default=None)


class Promoter(Model):
    """Who offers the project."""

    name: Text = field("单位", "Organisation")
    role: Text | None = field("性质", "Role", default=None)


class Phase(Model):
    """A phase of a project; the phases together are the project."""

    name: Text | None = field("分期", "Phase", default=None)
    investment: MoneyRange | None = field("投资", "Investment", default=None)
    land: AreaRange | None = field("用地面积", "Land", default=None)
    building: AreaRange | None = field("建筑面积", "Floor space", default=None)
    from_: PartialDate | None = field("开工", "Begins", default=None, key="from")
    until: PartialDate | None = field("完工", "Ends", default=None)

    def check(self) -> None:
        """Refuse a phase that ends before it begins."""
        if self.from_ and self.until and self.until.last < self.from_.first:
            raise refusal("bad-date", "完工不能早于开工。", "A phase cannot end before it begins.", key="until")


FORMER_KEY = Sentence(
    "旧写法。请改用 land_ready（现在可以交付的净地）和 land_reserved（规划预留、以后供应的用地）。",
    "No longer used. Write land_ready (cleared plots that can be handed over now) and land_reserved (land for later).",
)
"""Note on the former key, which does not say which land is ready."""


class Project(Record):
    """A project for which the district seeks investors."""

    name: Text = field("项目名称", "Project")
    kind: values.ProjectKind = field("类别", "Kind")
    sector: SectorRef = field("产业", "Sector")
    other_sectors: list[SectorRef] = field("相关产业", "Also of the sectors", default=[])
    subsector: Text | None = field("细分行业", "Sub-sector", default=None)
    industry_code: IndustryCode | None = field("国民经济行业代码", "Industry code (GB/T 4754)", default=None)
    chain_node: NodeRef | None = field("产业链环节", "Chain link", default=None)
    batch: PartialDate | None = field("年度批次", "Year", default=None)
    investment: MoneyRange | None = field("总投资", "Total investment", default=None)
    financing_sought: MoneyRange | None = field("拟融资额", "Funds sought", default=None)
    place: Place = field("项目选址", "Site")
    land_area: AreaRange | None = field("用地面积", "Land", default=None)
    land_ready: AreaRange | None = field("即供净地", "Ready plots", default=None)
    land_acquired: AreaRange | None = field("已征收用地", "Acquired land", default=None)
    land_reserved: AreaRange | None = field("规划预留用地", "Reserved land", default=None)
    land_reserved_from: PartialDate | None = field("预留用地预计供地", "Reserved land expected from", default=None)
    land_as_of: Day | None = field("用地数据截至", "Land figures as of", default=None)
    land_offered: AreaRange | None = field(
        "可供地面积（旧写法）", "Land on offer (former key)", default=None, note=FORMER_KEY
    )
    building_area: AreaRange | None = field("建筑面积", "Floor space", default=None)
    building_offered: AreaRange | None = field("可供建筑面积", "Floor space on offer", default=None)
    price: OfferPrice | None = field("租金或售价", "Rent or price", default=None)
    phases: list[Phase] = field("分期建设", "Phases", default=[])
    cooperation: list[values.CooperationMode] = field("合作方式", "Ways to take part", default=[])
    stage: values.ProjectStage = field("前期阶段", "Stage")
    status: values.ProjectStatus = field("项目状态", "Status")
    status_on: Day = field("状态日期", "Status since")
    decision_time: values.DecisionTime | None = field("项目单位决策周期", "Promoter's time to decision", default=None)
    summary: Text = field("项目简介", "In brief")
    content: Prose | None = field("建设内容及规模", "Content and scale", default=None)
    market: Prose | None = field("市场前景", "Market", default=None)
    advantages: list[Text] = field("项目优势", "Advantages", default=[])
    conditions: Conditions = field("建设条件", "Site conditions", default=Conditions())
    returns: Returns = field("效益分析", "Expected returns", default=Returns())
    preparatory: list[PreparatoryStep] = field("前期工作", "Preparatory work", default=[])
    gaps: list[Text] = field("拟引进方与所需条件", "Partners and conditions sought", default=[])
    services: list[Text] = field("政府服务事项", "Government services", default=[])
    promoter: Promoter | None = field("项目单位", "Promoter", default=None)
    promoters: list[Promoter] = field("项目单位（多家）", "Promoters", default=[])
    contacts: list[ContactRef] = field("联系窗口", "Contacts", default=[])
    policies: list[PolicyRef] = field("适用政策", "Policies named", default=[])
    images: list[Image] = field("图片", "Images", default=[])
    documents: list[Document] = field("资料", "Documents", default=[])
    featured: Annotated[Whole, Range(least=0, most=100)] = field("推荐权重", "Editor's weight", default=0)
    valid_until: Day | None = field("有效期至", "Valid until", default=None)

    @property
    def known_conditions(self) -> int:
        """Return how many conditions of the site are known."""
        return sum(getattr(self.conditions, name) is not None for name in fields_of(Conditions))

    @property
    def all_promoters(self) -> tuple[Promoter, ...]:
        """Return who offers the project, one organisation or several."""
        return (*([self.promoter] if self.promoter else []), *self.promoters)


REQUIRED: dict[values.ProjectKind, tuple[str, ...]] = {
    values.ProjectKind.INVESTMENT: (
        "investment",
        "industry_code",
        "content",
        "market",
        "cooperation",
        "gaps",
        "services",
        "promoter",
        "contacts",
    ),
    values.ProjectKind.LAND: ("land_ready", "gaps", "services", "promoter", "contacts"),
    values.ProjectKind.BUILDING: ("building_offered", "cooperation", "gaps", "services", "promoter", "contacts"),
    values.ProjectKind.PARK: (
        "investment",
        "land_area",
        "content",
        "cooperation",
        "gaps",
        "services",
        "promoter",
        "contacts",
    ),
    values.ProjectKind.FINANCING: (
        "investment",
        "financing_sought",
        "content",
        "cooperation",
        "gaps",
        "services",
        "promoter",
        "contacts",
    ),
}
"""Fields that a kind of project must fill besides those that all must fill, as Beijing's project library has it."""

INSTEAD: dict[str, tuple[str, ...]] = {"land_ready": ("land_reserved", "land_offered")}
"""Fields that may be filled in place of a required one: a plot may be for later; the former key says land too."""
