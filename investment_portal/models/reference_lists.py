"""Short lists that the other records refer to: sectors, origins, sources."""

from datetime import date, timedelta
from typing import Annotated, Literal

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.media import Url
from investment_portal.models.park import Spot
from investment_portal.models.project import IndustryCode
from investment_portal.models.quantities import Days
from investment_portal.models.quantities.currencies import ForeignCode
from investment_portal.models.quantities.dates import Day
from investment_portal.models.quantities.number import Number, Range
from investment_portal.models.reference import Id, OriginRef
from investment_portal.models.text import Prose, Text


class Sector(Model):
    """A sector that the district promotes, with the classes of GB/T 4754-2017 that belong to it."""

    id: Id = field("编号", "ID")
    name: Text = field("产业", "Sector")
    summary: Text = field("产业概况", "In brief")
    description: Prose | None = field("产业介绍", "About the sector", default=None)
    industry_codes: list[IndustryCode] = field("行业代码", "Industry codes", least=1)
    icon: Literal["chip", "pulse", "jar", "gear", "leaf", "exchange"] = field("图标", "Icon")


FOREIGN = Sentence(
    "来自该地区的投资者是否按外商投资对待；不写的按所属区域。",
    "Whether investors from there count as foreign; where it is not given, as the region around it says.",
)


class Origin(Model):
    """Where an investor comes from; ``within`` names the larger region."""

    id: Id = field("编号", "ID")
    name: Text = field("地区", "Region")
    within: OriginRef | None = field("所属区域", "Within", default=None)
    languages: list[Literal["zh", "en"]] = field("语言", "Languages", least=1)
    also: list[Text] = field("包括的地方", "Places in it", default=[])
    """Names that readers may type instead: countries of a region, say."""
    foreign: bool | None = field("外商投资", "Foreign investors", default=None, note=FOREIGN)
    spot: Spot | None = field("示意位置", "Place on the schematic", default=None)


class Source(Model):
    """A published source of figures."""

    id: Id = field("编号", "ID")
    title: Text = field("标题", "Title")
    publisher: Text = field("发布单位", "Publisher")
    on: Day = field("日期", "Date")
    link: Url | None = field("网址", "Address", default=None)


class ExchangeRate(Model):
    """A dated exchange rate: how many yuan one unit of the currency costs."""

    currency: ForeignCode = field("货币", "Currency")
    yuan: Annotated[Number, Range(above=0)] = field("人民币", "Yuan")
    as_of: Day = field("日期", "Date")
    basis: Text = field("依据", "Basis")

    def last_day(self, every: Days) -> date:
        """Return the last day on which the rate is recent, where rates are renewed so often."""
        return self.as_of + timedelta(days=every.days)

    def is_old(self, every: Days, day: date) -> bool:
        """Return whether the rate should have been renewed by a day."""
        return self.last_day(every) < day
