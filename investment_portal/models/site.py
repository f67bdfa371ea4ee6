"""The settings of one portal: who runs it, under which numbers, by which habits."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from investment_portal import clock
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.choice import AllOr
from investment_portal.models.contact import Mail
from investment_portal.models.controlled_values import DossierKind, DutyEffect, EnterpriseType, EventKind
from investment_portal.models.event import NamedEventKind
from investment_portal.models.facts import BUILT_IN, EnterpriseTypeId, FactInfo, NamedEnterpriseType, NamedFact
from investment_portal.models.media import File, Url
from investment_portal.models.phone import Phone
from investment_portal.models.project import IndustryCode
from investment_portal.models.quantities import Days
from investment_portal.models.quantities.number import Number, Range, Whole
from investment_portal.models.quantities.quantity import Form
from investment_portal.models.reference import ContactRef, HolidaysRef, OriginRef, SectorRef, SourceRef
from investment_portal.models.reference_lists import ExchangeRate
from investment_portal.models.text import Text, Word
from investment_portal.models.time_zone import Zone

POLICE = Form("[0-9]{14}", "加引号的 14 位数字", "14 digits in quotes")
SITE_ID = Form(
    "[0-9]{10}|bm[0-9]{8}", "加引号的 10 位数字，或 bm 加 8 位数字", "10 digits in quotes, or bm and 8 digits"
)
HOST = Form(
    r"[a-z0-9-]+(?:\.[a-z0-9-]+)+",
    "不带 https:// 的网站主机名，例如“www.example.gov.cn”",
    "a host without https://, as “www.example.gov.cn”",
)


COLOUR = Form("#[0-9a-f]{6}", "加引号的颜色值，例如“#9b1c2e”", "a colour in quotes, as “#9b1c2e”")

ED25519 = Form(
    r"MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=",
    "Ed25519 公钥：openssl pkey -pubout 输出的中间一行，以 MCowBQYDK2VwAyEA 开头",
    "an Ed25519 public key: the middle line that openssl pkey -pubout prints, beginning with MCowBQYDK2VwAyEA",
)


MARK_NOTE = Sentence(
    "官方发给的图片，放在 docs/assets 里；没有图片时页脚显示文字。",
    "The picture that the authority issued, below docs/assets; without one the footer shows words.",
)


class Filing(Model):
    """The numbers that a Chinese government site shows in its footer."""

    icp: Word | None = field("ICP 备案号", "ICP number", default=None)
    police: Word | None = field("公安备案号", "Public-security number", default=None)
    police_code: Annotated[str, POLICE] | None = field("公安备案编号", "Public-security code", default=None)
    site_id: Annotated[str, SITE_ID] | None = field("政府网站标识码", "Site ID code", default=None)
    party_and_government_mark: Url | None = field("党政机关标识", "Party-and-government mark", default=None)
    party_and_government_mark_picture: File | None = field(
        "党政机关标识图片", "Picture of the mark", default=None, note=MARK_NOTE
    )
    error_report: Url | None = field("我为政府网站找错", "Error report", default=None)
    error_report_picture: File | None = field("找错图片", "Picture of the error report", default=None, note=MARK_NOTE)
    police_picture: File | None = field("公安备案图标", "Picture of the police badge", default=None, note=MARK_NOTE)


class OfficialChannels(Model):
    """Where readers ask the government online and are answered: the portal itself receives no messages."""

    enquiry: Url | None = field("咨询建言", "Enquiries and suggestions", default=None)
    hotline: Url | None = field("12345 网上渠道", "12345 online", default=None)
    services: Url | None = field("政务服务网", "Government services", default=None)


class MourningDays(Model):
    """Days of national mourning, the first and the last one included: the whole site is grey."""

    from_: date = field("开始日期", "From", key="from")
    until: date = field("结束日期", "Until")


DUTY = Form(
    r"[a-z0-9]+(?:-[a-z0-9]+)*", "合规报告里一项职责的编号", "the key of a duty, as the compliance report has it"
)


class DutySetting(Model):
    """The effect of a duty of the compliance report on a live build, where the usual effect does not fit."""

    duty: Annotated[str, DUTY] = field("职责", "Duty")
    effect: DutyEffect = field("不达标时", "If not met")


class Palette(Model):
    """The district's colours as ``#rrggbb``: one main colour, at most two more."""

    main: Annotated[str, COLOUR] = field("主色", "Main")
    accent: Annotated[str, COLOUR] = field("辅色", "Accent")


class Licence(Model):
    """The licence under which a portal publishes its data."""

    name: Text = field("名称", "Name")
    url: Url = field("网址", "Address")


class CoveragePromise(Model):
    """Sectors in which a district promises that a policy in force reaches types of enterprise."""

    sectors: AllOr[SectorRef] = field("产业", "Sectors")
    enterprise_types: AllOr[EnterpriseTypeId] = field("企业类型", "Enterprise types")

    def includes(self, sector: str, enterprise: str) -> bool:
        """Return whether a sector and a type of enterprise are promised."""
        of_sector = self.sectors == "all" or sector in self.sectors
        return of_sector and (self.enterprise_types == "all" or enterprise in self.enterprise_types)


ADDRESS = Form(
    r"(?!/)(?:[^\s/?#:]+/)+",
    "网站里的网址，开头没有斜杠、语言，末尾有斜杠，例如“about/history/”",
    "an address in the site, without a slash or a language at its beginning and with a slash at its end, as "
    "“about/history/”",
)


class FormerAddress(Model):
    """An address at which nothing stands any more: it leads to another one, or was given up."""

    from_: Annotated[str, ADDRESS] = field("原网址", "Former address", key="from")
    to: Annotated[str, ADDRESS] | None = field("现网址", "Present address", default=None)


class IndustryClass(Model):
    """A class of the industry classification that the district uses, with its name."""

    code: IndustryCode = field("代码", "Code")
    name: Text = field("名称", "Name")


FACTS_NOTE = Sentence(
    "政策可用的其他事实：出口额、货运量、亩均投资等。",
    "Facts that policies ask besides the usual ones: exports, freight, investment per mu.",
)


class Site(Model):
    """One portal."""

    schema_version: Annotated[Whole, Range(least=1)] = field("数据格式版本", "Version of the format", default=1)
    name: Text = field("网站名称", "Portal")
    district: Text = field("地区", "District")
    city: Text = field("所在城市", "City")
    slogan: Text = field("主题语", "Slogan")
    description: Text = field("网站描述", "Description")
    keywords: Text = field("关键词", "Keywords")
    address: Url = field("网址", "Address")
    organiser: Text = field("主办单位", "Organiser")
    operator: Text = field("承办单位", "Operator")
    operator_phone: Phone | None = field("联系电话", "Phone", default=None)
    operator_mail: Mail | None = field("联系邮箱", "E-mail", default=None)
    filing: Filing = field("备案", "Filing numbers", default=Filing())
    channels: OfficialChannels = field("官方互动渠道", "Official channels", default=OfficialChannels())
    address_reason: Text | None = field("网址例外说明", "Reason for another address", default=None)
    """Why a live portal has an address that is not below ``.gov.cn``, or that is not encrypted."""
    compliance: list[DutySetting] = field("合规检查", "Compliance", default=[])
    mourning: list[MourningDays] = field("哀悼日", "Days of mourning", default=[])
    demo: bool = field("演示数据", "Demonstration data")
    prevailing: Text = field("文本效力", "Which text prevails")
    bureau: ContactRef = field("投资促进局", "Bureau contact")
    hotline: ContactRef = field("服务热线", "Hotline")
    home: OriginRef | None = field("本地", "Home", default=None)
    """The origin that is this place itself: the centre of the network's drawing."""
    time_zone: Zone = field("时区", "Time zone", default=clock.USUAL)
    """In which the days of the portal begin and end."""
    review_every: Days = field("核实周期", "Verified every")
    expiring_within: Days = field("到期提醒", "Reminded before the end", default=Days.parse("60 天"))
    desk_notice: Days = field("窗口到期提前提醒", "Notice before a contact lapses", default=Days.parse("30 天"))
    holidays: HolidaysRef | None = field("节假日安排", "Public holidays", default=None)
    """The list that contacts in the portal's time zone keep, unless they name another."""
    holidays_notice: Days = field(
        "下一年节假日提前提醒", "Notice before next year's holidays", default=Days.parse("30 天")
    )
    coverage: list[CoveragePromise] | None = field("承诺覆盖的企业", "Coverage promised", default=None)
    """Without it every sector and type of enterprise is looked at."""
    event_kinds: list[NamedEventKind] = field("活动类型", "Kinds of events", default=[])
    """Those that the portal has besides the usual ones."""
    facts: list[NamedFact] = field("自定义事实", "Facts", default=[], note=FACTS_NOTE)
    enterprise_types: list[NamedEnterpriseType] = field("自定义企业类型", "Types of enterprise", default=[])
    """Those that the portal has besides the usual ones."""
    rates: list[ExchangeRate] = field("汇率", "Exchange rates", default=[])
    rates_every: Days = field("汇率更新周期", "Exchange rates renewed every", default=Days.parse("1 年"))
    industry_codes: list[IndustryClass] = field("行业代码表", "Industry codes in use", default=[])
    """Where it is given, a project's code is one of these, and its page shows the name."""
    industry_codes_source: SourceRef | None = field("行业代码表来源", "Source of the industry codes", default=None)
    forbidden_terms: list[Word] = field("禁用表述", "Forbidden policy terms", default=[])
    allowed_hosts: list[Annotated[str, HOST]] = field("无需提示的外部网站", "Hosts that need no notice", default=[])
    signing_key: Annotated[str, ED25519] | None = field("发布签名公钥", "Public key of releases", default=None)
    """Publishes the key by which readers verify the signature of the manifest."""
    data_licence: Licence | None = field("数据许可", "Licence of the data", default=None)
    """Published with the open data; without it readers are told to ask."""
    hold_back: bool = field("暂缓发布有错的记录", "Hold back records in error", default=False)
    """A build then publishes everything else, and the last published version of a record in error."""
    former_addresses: list[FormerAddress] = field("原网址", "Former addresses", default=[])
    palette: Palette = field("配色", "Colours")
    share_cards: bool = field("分享卡片", "Share cards", default=False)
    """A picture for each page, which messengers show beside a link to it."""
    markdown_pages: bool = field("Markdown 页面", "Markdown pages", default=False)
    """The page of each record as Markdown as well, for assistants and search engines that read text."""
    embeds: bool = field("供其他网站嵌入", "Cards for other sites", default=False)
    """A card of each project and lists that other sites may show in frames."""
    dossiers: list[DossierKind] = field("PDF 资料", "Dossiers as PDF", default=[])
    """Which of them are made: sheets of projects, of sectors, of events, the project book."""
    featured: Annotated[Whole, Range(least=1, most=24)] = field("首页项目数", "Projects on the home page", default=6)
    facet_fill_rate: Annotated[Number, Range(least=0, most=1)] = field(
        "筛选项填写率下限", "Share of projects that must fill a filter", default=Decimal("0.6")
    )
    """Below this share a filter would hide more projects than it finds, and the list does without it."""


def in_mourning(site: Site, day: date) -> bool:
    """Return whether a day is one of mourning."""
    return any(days.from_ <= day <= days.until for days in site.mourning)


def site_root(site: Site) -> str:
    """Return the portal's address with a slash at its end."""
    return site.address.rstrip("/") + "/"


def fact_info(site: Site, id_: str) -> FactInfo | None:
    """Return a usual fact or one of the settings; None where there is none of this id."""
    return BUILT_IN.get(id_) or next((fact.info for fact in site.facts if fact.id == id_), None)


def all_facts(site: Site) -> dict[str, FactInfo]:
    """Return every fact by id: the usual ones, and those of the settings."""
    return {**BUILT_IN, **{fact.id: fact.info for fact in site.facts}}


def enterprise_types(site: Site) -> dict[str, Sentence]:
    """Return every type of enterprise with its name: the usual ones, and those of the settings."""
    usual = {type_.value: type_.label for type_ in EnterpriseType}
    return usual | {type_.id: Sentence(type_.name.zh, type_.name.en) for type_ in site.enterprise_types}


def event_kinds(site: Site) -> dict[str, Sentence]:
    """Return every kind of event with its name: the usual ones, and those of the settings."""
    usual = {kind.value: kind.label for kind in EventKind}
    return usual | {kind.id: Sentence(kind.name.zh, kind.name.en) for kind in site.event_kinds}
