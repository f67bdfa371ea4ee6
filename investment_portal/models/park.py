"""Parks: land and halls on offer, what they cost, how far everything is."""

from typing import Annotated

from investment_portal.models.base import Model, field
from investment_portal.models.claim import Known
from investment_portal.models.controlled_values import DestinationKind, Utility
from investment_portal.models.media import Image
from investment_portal.models.offer_price import OfferPrice
from investment_portal.models.project import FORMER_KEY
from investment_portal.models.quantities import AreaRange
from investment_portal.models.quantities.dates import Day, PartialDate
from investment_portal.models.quantities.number import Number, Range, Whole
from investment_portal.models.record import Record
from investment_portal.models.reference import ContactRef, SectorRef, SourceRef
from investment_portal.models.text import Prose, Text

Amount = Annotated[Number, Range(least=0)]


class Plot(Model):
    """A piece of land on offer."""

    name: Text = field("地块", "Plot")
    area: AreaRange = field("面积", "Area")
    zoning: Text = field("规划用途", "Zoning")
    price: OfferPrice | None = field("价格", "Price", default=None)
    available_from: PartialDate | None = field("可交付", "Available from", default=None)
    note: Text | None = field("说明", "Note", default=None)


class Hall(Model):
    """A building, or a floor of it, on offer."""

    name: Text = field("厂房", "Hall")
    area: AreaRange = field("面积", "Area")
    height_m: Amount | None = field("层高（米）", "Clear height (m)", default=None)
    load_t: Amount | None = field("荷载（吨/平方米）", "Floor load (t/m²)", default=None)
    price: OfferPrice | None = field("租金或售价", "Rent or price", default=None)
    available_from: PartialDate | None = field("可交付", "Available from", default=None)
    note: Text | None = field("说明", "Note", default=None)


class Price(Model):
    """A price; ``unknown`` where the park has not said."""

    utility: Utility = field("项目", "Item")
    value: Amount = field("价格", "Price")
    unit: Text = field("单位", "Unit")
    as_of: Day = field("数据截至", "As of")
    source: SourceRef | None = field("来源", "Source", default=None)
    note: Text | None = field("说明", "Note", default=None)


class Distance(Model):
    """How far something is by road."""

    to: Text = field("目的地", "To")
    kind: DestinationKind | None = field("目的地类型", "Kind of destination", default=None)
    km: Amount = field("公里", "km")
    minutes: Annotated[Whole, Range(least=0)] | None = field("车程（分钟）", "Drive (min)", default=None)


class Spot(Model):
    """Where something stands on a schematic, which has no scale and no boundary: 0-100 from left and from top."""

    x: Annotated[Whole, Range(least=0, most=100)] = field("横向", "From left")
    y: Annotated[Whole, Range(least=0, most=100)] = field("纵向", "From top")


class Park(Record):
    """A park or site."""

    name: Text = field("园区名称", "Park")
    summary: Text = field("园区简介", "In brief")
    description: Prose | None = field("园区介绍", "About the park", default=None)
    sectors: list[SectorRef] = field("主导产业", "Sectors", least=1)
    area: AreaRange | None = field("规划面积", "Planned area", default=None)
    land_ready: AreaRange | None = field("即供净地", "Ready plots", default=None)
    land_acquired: AreaRange | None = field("已征收用地", "Acquired land", default=None)
    land_reserved: AreaRange | None = field("规划预留用地", "Reserved land", default=None)
    land_reserved_from: PartialDate | None = field("预留用地预计供地", "Reserved land expected from", default=None)
    land_as_of: Day | None = field("用地数据截至", "Land figures as of", default=None)
    land_offered: AreaRange | None = field(
        "可供地面积（旧写法）", "Land on offer (former key)", default=None, note=FORMER_KEY
    )
    plots: list[Plot] = field("可供地块", "Plots on offer", default=[])
    halls: list[Hall] = field("可供厂房", "Halls on offer", default=[])
    prices: list[Price] = field("要素价格", "Prices", default=[])
    labour: Known = field("用工", "Labour", default=None)
    distances: list[Distance] = field("交通距离", "Distances", default=[])
    advantages: list[Text] = field("园区优势", "Advantages", default=[])
    spot: Spot | None = field("示意位置", "Place on the schematic", default=None)
    images: list[Image] = field("图片", "Images", default=[])
    contact: ContactRef = field("园区窗口", "Contact")
