"""The controlled lists of the field, each value with its label."""

from investment_portal.models.choice import Choice


class ProjectKind(Choice):
    """Kinds of offers; the fields that must be filled depend on it."""

    INVESTMENT = "investment", "招商项目", "Greenfield project"
    LAND = "land", "土地", "Land"
    BUILDING = "building", "载体厂房", "Ready-built space"
    PARK = "park", "园区开发", "Park development"
    FINANCING = "financing", "融资项目", "Equity or finance"


class CooperationMode(Choice):
    """How an investor can take part."""

    SOLE = "sole", "独资", "Wholly owned"
    JOINT_VENTURE = "joint_venture", "合资", "Joint venture"
    COOPERATION = "cooperation", "合作", "Contractual cooperation"
    PPP = "ppp", "政府和社会资本合作（PPP）", "Public-private partnership"
    LEASE = "lease", "租赁", "Lease"
    ACQUISITION = "acquisition", "并购", "Acquisition"
    EQUITY = "equity", "股权融资", "Equity investment"


class ProjectStage(Choice):
    """How far the preparatory work has come."""

    CONCEPT = "concept", "策划", "Concept"
    FEASIBILITY = "feasibility", "可行性研究", "Feasibility study"
    APPROVAL = "approval", "立项审批", "Approval"
    SITE_READY = "site_ready", "用地就绪", "Site ready"
    READY = "ready", "具备开工条件", "Ready to build"


class ProjectStatus(Choice):
    """Where the search for an investor stands."""

    SEEKING = "seeking", "招商中", "Seeking investors"
    NEGOTIATING = "negotiating", "洽谈中", "In negotiation"
    PAUSED = "paused", "暂停招商", "Paused"
    SIGNED = "signed", "已签约", "Signed"
    UNDER_CONSTRUCTION = "under_construction", "建设中", "Under construction"
    OPERATING = "operating", "已投产", "Operating"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"


class DecisionTime(Choice):
    """How soon the promoter wants to decide on an investor."""

    WITHIN_6_MONTHS = "within_6_months", "6 个月内", "Within 6 months"
    WITHIN_1_YEAR = "within_1_year", "6–12 个月", "6–12 months"
    WITHIN_2_YEARS = "within_2_years", "1–2 年", "1–2 years"
    LATER = "later", "2 年以上", "More than 2 years"


class PriceKind(Choice):
    """Sorts of prices: for a sale or for a rent."""

    SALE = "sale", "出让或出售", "Sale"
    RENT = "rent", "出租", "Rent"


class PreparatoryWork(Choice):
    """A step that must be done before building starts."""

    REGISTRATION = "registration", "立项备案", "Project registration"
    FEASIBILITY_STUDY = "feasibility_study", "可行性研究报告", "Feasibility study"
    PLANNING = "planning", "规划选址", "Planning and siting"
    LAND = "land", "用地手续", "Land formalities"
    EIA = "eia", "环境影响评价", "Environmental impact assessment"
    ENERGY_REVIEW = "energy_review", "节能审查", "Energy review"
    SAFETY_REVIEW = "safety_review", "安全评价", "Safety review"
    UTILITIES = "utilities", "水电气接入", "Utility connections"


class Progress(Choice):
    """How far a step is."""

    DONE = "done", "已完成", "Done"
    UNDER_WAY = "under_way", "办理中", "Under way"
    NOT_STARTED = "not_started", "未启动", "Not started"
    NOT_NEEDED = "not_needed", "不需要", "Not needed"


class EnterpriseType(Choice):
    """The types of enterprise that a policy can be meant for."""

    LARGE = "large", "大型企业", "Large enterprise"
    SME = "sme", "中小微企业", "Small and medium enterprise"
    HIGH_TECH = "high_tech", "高新技术企业", "High-tech enterprise"
    SPECIALISED = "specialised", "专精特新企业", "Specialised and innovative enterprise"
    FOREIGN = "foreign", "外商投资企业", "Foreign-invested enterprise"
    TOP_500 = "top_500", "世界500强、中国500强", "World or China top-500 company"
    START_UP = "start_up", "初创企业", "Start-up"
    SOLE_TRADER = "sole_trader", "个体工商户", "Sole trader"


class Instrument(Choice):
    """By what means a policy helps."""

    FUND = "fund", "产业基金", "Industry fund"
    BRIDGE_LOAN = "bridge_loan", "转贷资金", "Bridge loan"
    INTEREST_SUBSIDY = "interest_subsidy", "贷款贴息", "Interest subsidy"
    TAX_FEE_CUT = "tax_fee_cut", "减税降费", "Tax and fee cut"
    GRANT = "grant", "资金补助", "Grant"
    RENT = "rent", "租金补贴", "Rent subsidy"
    TALENT = "talent", "人才支持", "Talent support"
    SERVICE = "service", "服务保障", "Service"


class MoneyKind(Choice):
    """Kinds of money: what is given for good is never added to what is lent or invested."""

    GRANT = "grant", "补助", "Grant"
    SAVING = "saving", "费用减免", "Saving"
    EQUITY = "equity", "股权投资", "Share capital"
    LOAN = "loan", "借款", "Loan"
    GUARANTEE = "guarantee", "担保", "Guarantee"


class AreaUnit(Choice):
    """A unit for which a sum is paid."""

    MU = "mu", "亩", "mu"
    SQUARE_METRE = "m2", "平方米", "m²"
    HECTARE = "ha", "公顷", "hectare"


class Delivery(Choice):
    """How a firm comes by a benefit."""

    AUTOMATIC = "automatic", "免申即享", "Paid without applying"
    ON_REQUEST = "on_request", "即申即享", "Paid on request"
    APPLICATION = "application", "常规申报", "By application"


class PolicyStage(Choice):
    """The part of an investment's life in which a policy helps."""

    SETTLING = "settling", "落户", "Settling in"
    BUILDING = "building", "建设", "Building"
    PRODUCTION = "production", "投产", "Starting production"
    GROWTH = "growth", "成长", "Growth"
    HARDSHIP = "hardship", "纾困", "Hardship"


class ContactKind(Choice):
    """Kinds of contacts."""

    BUREAU = "bureau", "投资促进局", "Investment bureau"
    GROUP = "group", "片区招商组", "Regional group"
    REPRESENTATIVE = "representative", "驻点招商", "Stationed representative"
    STATION = "station", "招商联络站", "Liaison station"
    PARK = "park", "园区办公室", "Park office"
    DEPARTMENT = "department", "产业主管部门", "Sector department"
    HOTLINE = "hotline", "服务热线", "Hotline"


class ChainTier(Choice):
    """Where a link stands in an industry chain."""

    UPSTREAM = "upstream", "上游", "Upstream"
    MIDSTREAM = "midstream", "中游", "Midstream"
    DOWNSTREAM = "downstream", "下游", "Downstream"
    SUPPORT = "support", "配套", "Support"


class LinkState(Choice):
    """How well a link of the chain is filled here."""

    STRONG = "strong", "优势", "Strong"
    WEAK = "weak", "薄弱", "Weak"
    GAP = "gap", "缺口", "Gap"


class EventKind(Choice):
    """Kinds of events; the settings can add others (``event_kinds``)."""

    CONFERENCE = "conference", "推介会", "Investment conference"
    SIGNING = "signing", "签约仪式", "Signing ceremony"
    VISIT = "visit", "外出招商", "Visits to investors"
    CAMPAIGN = "campaign", "专项行动", "Campaign"
    SEMINAR = "seminar", "研讨会", "Seminar"
    TRAINING = "training", "培训", "Training"
    FAIR = "fair", "展会", "Trade fair"
    ROADSHOW = "roadshow", "路演", "Roadshow"
    ROUNDTABLE = "roundtable", "座谈会", "Round table"
    CEREMONY = "ceremony", "开工（投产）仪式", "Ground-breaking or opening"


class EventStatus(Choice):
    """Changes to an event after it was announced."""

    SCHEDULED = "scheduled", "如期举行", "As scheduled"
    POSTPONED = "postponed", "延期", "Postponed"
    CANCELLED = "cancelled", "已取消", "Cancelled"
    MOVED_ONLINE = "moved_online", "改为线上", "Moved online"


class Channel(Choice):
    """The way by which investors were reached."""

    OVERALL = "overall", "总体", "Overall"
    ONLINE = "online", "网上招商", "Online promotion"
    VISITS = "visits", "外出招商", "Visits"
    PLATFORMS = "platforms", "专业平台", "Professional platforms"
    CHAMBERS = "chambers", "商会联络", "Chambers of commerce"
    SETTLED_FIRMS = "settled_firms", "以商招商", "Firms already settled"
    REPRESENTATIVES = "representatives", "驻点招商", "Stationed representatives"
    GROUPS = "groups", "片区招商", "Regional groups"


class Step(Choice):
    """How far an investor had come whom a figure counts: the steps that all channels share."""

    LEAD = "lead", "线索", "Leads"
    MET = "met", "拜访对接", "Firms met"
    VISITED = "visited", "来区考察", "Came to look"
    NEGOTIATING = "negotiating", "在谈", "In negotiation"
    SETTLED = "settled", "签约落户", "Signed or settled"


class Bound(Choice):
    """On which side of its round number a figure truly lies, where the source says no more."""

    MORE_THAN = "more_than", "超过", "More than"
    NEARLY = "nearly", "近", "Nearly"


class Utility(Choice):
    """Utilities and services that a park charges for."""

    WATER = "water", "用水", "Water"
    POWER = "power", "用电", "Power"
    GAS = "gas", "用气", "Gas"
    SEWAGE = "sewage", "污水处理", "Sewage treatment"
    STEAM = "steam", "蒸汽", "Steam"
    RENT = "rent", "厂房租金", "Hall rent"
    LAND = "land", "工业用地", "Industrial land"


class DestinationKind(Choice):
    """Destinations that investors compare sites by."""

    MOTORWAY = "motorway", "高速公路入口", "Motorway entrance"
    RAIL = "rail", "铁路客货站", "Railway station"
    PORT = "port", "港口码头", "Port"
    AIRPORT = "airport", "机场", "Airport"


class NoticeKind(Choice):
    """Which column a notice belongs to."""

    NEWS = "news", "动态", "News"
    NOTICE = "notice", "公告", "Notice"


class DutyEffect(Choice):
    """The effect of a duty of the compliance report on a live build where it is not met."""

    STOP = "stop", "停止发布", "Stops the build"
    WARN = "warn", "提醒", "Warns"
    OFF = "off", "不检查", "Is not assessed"


class DossierKind(Choice):
    """Kinds of dossiers as PDF."""

    PROJECT = "project", "项目单", "Project sheets"
    SECTOR = "sector", "产业单", "Sector sheets"
    EVENT = "event", "活动资料", "Event handouts"
    BOOK = "book", "项目册", "Project book"
