"""The register of criteria: for each its name, sort, units, comparisons, and the records that it is asked of."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from investment_portal.domain.costs.prices import PER
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, label_of
from investment_portal.models.controlled_values import DestinationKind
from investment_portal.models.park import Hall, Park
from investment_portal.models.project import Conditions, Place, Project, Returns
from investment_portal.value import Value

Sort = Literal["area", "money", "share", "number", "date", "choice", "text"]
"""Areas are compared in square metres, sums in yuan, dates by their days; a text is read by a person."""
Way = Literal["least", "most", "in", "has"]
"""Comparisons: at least, at most, is one of, is stated."""
Of = Literal["project", "park"]

BOTH: tuple[Of, ...] = ("park", "project")


class CriterionUnit(Value):
    """A unit of numbers: its name in both languages, base units in one, and further words that people type."""

    name: Sentence
    factor: Fraction
    words: tuple[str, ...] = ()


class Criterion(Value):
    """A criterion: the comparisons begin with the usual one, the units with that of a bare number.

    Criteria of a ``pool`` are compared on one member of it: the same hall must be large and high. A project is compared
    ``inherited`` criteria of its parks where it states nothing itself.
    """

    key: str
    label: Sentence
    group: str
    sort: Sort
    ways: tuple[Way, ...]
    units: tuple[CriterionUnit, ...] = ()
    of: tuple[Of, ...] = BOTH
    pool: str = ""
    inherited: bool = False


LEAST_FIRST: tuple[Way, ...] = ("least", "most")
MOST_FIRST: tuple[Way, ...] = ("most", "least")
AT_LEAST: tuple[Way, ...] = ("least", "most", "has")
AT_MOST: tuple[Way, ...] = ("most", "least", "has")
ONE_OF: tuple[Way, ...] = ("in",)
STATED: tuple[Way, ...] = ("has",)

ONE = Fraction(1)
KM = CriterionUnit(Sentence("公里", "km"), ONE, ("千米", "kilometres", "kilometers"))
METRE = CriterionUnit(Sentence("米", "m"), ONE, ("metres", "meters"))
LOAD = CriterionUnit(Sentence("吨/平方米", "t/m²"), ONE, ("吨/㎡", "t/m2", "t/sqm"))
YEARS = CriterionUnit(Sentence("年", "years"), ONE, ("year",))
JOBS = CriterionUnit(Sentence("人", "jobs"), ONE, ("people", "个"))


def _price(zh: str, en: str, times: int, per: Fraction, *words: str) -> CriterionUnit:
    """Return a unit of prices: ``times`` yuan for ``per`` base units."""
    return CriterionUnit(Sentence(zh, en), times / per, words)


MU, SQUARE_METRE = PER["亩"], PER["平方米"]
LAND_PRICES = (
    _price("万元/亩", "CNY 10,000 per mu", 10_000, MU, "万/亩"),
    _price("元/亩", "CNY per mu", 1, MU, "cny/mu", "yuan/mu"),
    _price("元/平方米", "CNY per m²", 1, SQUARE_METRE, "元/㎡", "cny/m²", "cny/m2", "cny per m2"),
)
RENTS = (
    _price("元/平方米·月", "CNY per m² a month", 12, SQUARE_METRE, "元/㎡/月", "元/平方米/月", "cny/m²/month"),
    _price("元/平方米·年", "CNY per m² a year", 1, SQUARE_METRE, "元/㎡/年", "元/平方米/年", "cny/m²/year"),
)
POWER_PRICE = (_price("元/千瓦时", "CNY per kWh", 1, ONE, "元/度", "元/kwh", "cny/kwh"),)
VOLUME_PRICE = (_price("元/立方米", "CNY per m³", 1, ONE, "元/m³", "元/m3", "元/方", "cny/m³", "cny/m3"),)
TONNE_PRICE = (_price("元/吨", "CNY per tonne", 1, ONE, "元/t", "cny/t", "cny per t"),)


def _of(model: type[Model], name: str) -> Sentence:
    """Return the name of a field."""
    return label_of(model, name)


def _field(
    model: type[Model], name: str, group: str, sort: Sort, ways: tuple[Way, ...], *units: CriterionUnit
) -> Criterion:
    """Return a criterion of one field of a project."""
    return Criterion(name, _of(model, name), group, sort, ways, units, ("project",))


def _price_of(key: str, zh: str, en: str, units: tuple[CriterionUnit, ...]) -> Criterion:
    return Criterion(key, Sentence(zh, en), "prices", "number", AT_MOST, units, inherited=True)


def distance_key(kind: DestinationKind) -> str:
    """Return the key of the criterion for the distance to a kind of destination."""
    return f"{kind.value}_km"


def _distance(kind: DestinationKind) -> Criterion:
    article = "an" if kind.label.en[0] in "AEIOU" else "a"
    label = Sentence(f"到{kind.label.zh}", f"Distance to {article} {kind.label.en.lower()}")
    return Criterion(distance_key(kind), label, "transport", "number", MOST_FIRST, (KM,), inherited=True)


def _pooled(
    key: str, label: Sentence, group: str, sort: Sort, ways: tuple[Way, ...], *units: CriterionUnit
) -> Criterion:
    return Criterion(key, label, group, sort, ways, units, pool=group)


CONDITIONS = (
    "power",
    "water",
    "gas",
    "steam",
    "sewage",
    "broadband",
    "rail",
    "port",
    "zoning",
    "land_title",
    "eia_limits",
)
"""Conditions of a site, which records state in words."""

CRITERIA: Mapping[str, Criterion] = {
    criterion.key: criterion
    for criterion in (
        Criterion("sector", _of(Project, "sector"), "project", "choice", ONE_OF),
        Criterion("park", _of(Place, "park"), "project", "choice", ONE_OF),
        _field(Project, "kind", "project", "choice", ONE_OF),
        _field(Project, "stage", "project", "choice", ONE_OF),
        _field(Project, "status", "project", "choice", ONE_OF),
        _field(Project, "cooperation", "project", "choice", ONE_OF),
        _field(Project, "decision_time", "project", "choice", ONE_OF),
        _field(Project, "investment", "money", "money", MOST_FIRST),
        _field(Project, "financing_sought", "money", "money", MOST_FIRST),
        _field(Returns, "output", "money", "money", LEAST_FIRST),
        _field(Returns, "payback_years", "money", "number", MOST_FIRST, YEARS),
        _field(Returns, "irr", "money", "share", LEAST_FIRST),
        _field(Returns, "jobs", "money", "number", MOST_FIRST, JOBS),
        Criterion("land_ready", _of(Project, "land_ready"), "land", "area", AT_LEAST),
        Criterion("land_reserved", _of(Project, "land_reserved"), "land", "area", AT_LEAST),
        _field(Project, "land_area", "land", "area", MOST_FIRST),
        Criterion(
            "land_price",
            Sentence("工业用地价格", "Price of industrial land"),
            "land",
            "number",
            AT_MOST,
            LAND_PRICES,
            inherited=True,
        ),
        _pooled("plot_area", Sentence("单块用地面积", "Area of a single plot"), "plot", "area", LEAST_FIRST),
        _pooled("plot_from", Sentence("地块可交付日期", "Plot available from"), "plot", "date", MOST_FIRST),
        _pooled("hall_area", Sentence("厂房面积", "Floor space of a hall"), "hall", "area", LEAST_FIRST),
        _pooled("hall_height", _of(Hall, "height_m"), "hall", "number", LEAST_FIRST, METRE),
        _pooled("hall_load", _of(Hall, "load_t"), "hall", "number", LEAST_FIRST, LOAD),
        _pooled("hall_from", Sentence("厂房可交付日期", "Hall available from"), "hall", "date", MOST_FIRST),
        _price_of("hall_rent", "厂房租金", "Hall rent", RENTS),
        _price_of("power_price", "电价", "Price of power", POWER_PRICE),
        _price_of("water_price", "水价", "Price of water", VOLUME_PRICE),
        _price_of("gas_price", "气价", "Price of gas", VOLUME_PRICE),
        _price_of("sewage_price", "污水处理价格", "Price of sewage treatment", VOLUME_PRICE),
        _price_of("steam_price", "蒸汽价格", "Price of steam", TONNE_PRICE),
        *(Criterion(name, _of(Conditions, name), "conditions", "text", STATED) for name in CONDITIONS),
        *(_distance(kind) for kind in DestinationKind),
        Criterion("verified_on", _of(Park, "verified_on"), "record", "date", LEAST_FIRST),
    )
}
"""Every criterion by its key, in the order of lists."""

ALSO: Mapping[str, tuple[str, ...]] = {
    "land_ready": ("ready land", "available land", "land available now", "净地", "可供净地", "现成用地"),
    "land_price": ("land price", "industrial land price", "地价", "土地价格"),
    "plot_area": ("plot", "plot size", "地块面积", "单块面积"),
    "hall_area": ("hall", "hall size", "厂房", "标准厂房面积"),
    "hall_height": ("clear height", "ceiling height", "层高", "净高"),
    "hall_load": ("floor load", "荷载", "楼面荷载"),
    "hall_rent": ("rent", "租金"),
    "power_price": ("power price", "electricity price", "用电价格"),
    "water_price": ("water price", "用水价格"),
    "gas_price": ("gas price", "天然气价格", "用气价格"),
    "sewage_price": ("sewage price", "wastewater price", "污水价格"),
    "steam_price": ("steam price", "蒸汽价"),
    "motorway_km": ("motorway", "highway", "expressway", "高速公路", "高速"),
    "rail_km": ("railway", "rail distance", "铁路距离", "高铁站"),
    "port_km": ("port distance", "港口距离", "码头"),
    "airport_km": ("airport distance", "机场距离", "机场"),
    "eia_limits": ("emissions", "environmental admission", "排放", "环评"),
    "sewage": ("wastewater", "污水"),
    "investment": ("investment", "投资额", "投资"),
}
"""Further names of criteria in tables of site selectors."""
