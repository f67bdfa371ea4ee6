"""Values that records state at each criterion: the figures that are compared, and the values that pages show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from investment_portal.domain.costs.prices import prices_of
from investment_portal.domain.land import ready_land, reserved_land
from investment_portal.domain.requirements.criteria import CONDITIONS, distance_key
from investment_portal.domain.requirements.verdict import Item, RecordFacts
from investment_portal.domain.totals import bounds_of
from investment_portal.models.claim import Claim
from investment_portal.models.controlled_values import DestinationKind, PriceKind, ProjectKind, Utility
from investment_portal.models.offer_price import OfferPrice
from investment_portal.models.park import Distance, Hall, Park, Plot
from investment_portal.models.project import Project
from investment_portal.models.quantities import AreaRange, MoneyRange, QuantityRange
from investment_portal.models.quantities.area import SIZES, UNIT_OF
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.quantities.quantity import bare
from investment_portal.models.site import Site
from investment_portal.models.text import Text
from investment_portal.value import Value

PRICES: Mapping[Utility, str] = {
    Utility.LAND: "land_price",
    Utility.RENT: "hall_rent",
    Utility.POWER: "power_price",
    Utility.WATER: "water_price",
    Utility.GAS: "gas_price",
    Utility.SEWAGE: "sewage_price",
    Utility.STEAM: "steam_price",
}
YEARLY = {"day": 365, "month": 12, "year": 1}


class RecordRef(Value):
    """A record that a value names."""

    kind: str
    id: str


class Stated(Value):
    """A value of a record: the item that is compared, the values that pages show, and the day of which they are."""

    item: Item
    shown: Sequence[Any]
    as_of: date | None = None
    source: str | None = None


class OfferedSpace(Value):
    """A plot or a hall on offer: its name, and what is stated of it."""

    name: Text
    stated: Mapping[str, Stated]


class StatedRecord(Value):
    """Values that a record states of itself, and of each plot and hall."""

    alone: Mapping[str, Stated]
    pools: Mapping[str, Sequence[OfferedSpace]]

    def facts(self, kind: str, parks: Sequence[RecordFacts] = ()) -> RecordFacts:
        """Return the figures that are compared."""
        alone = {key: stated.item for key, stated in self.alone.items()}
        pools = {
            pool: [{key: stated.item for key, stated in offer.stated.items()} for offer in offers]
            for pool, offers in self.pools.items()
        }
        return RecordFacts(kind, alone, pools, parks)


def of_project(project: Project, site: Site) -> StatedRecord:
    """Return what a project states."""
    alone = dict(_known(_project_values(project, site)))
    hall = dict(_known([("hall_area", _area(project.building_offered))]))
    return StatedRecord(alone, {"hall": [OfferedSpace(project.name, hall)] if hall else []})


def of_park(park: Park) -> StatedRecord:
    """Return what a park states."""
    alone = dict(_known(_park_values(park)))
    pools = {
        "plot": [OfferedSpace(plot.name, dict(_known(_plot(plot)))) for plot in park.plots],
        "hall": [OfferedSpace(hall.name, dict(_known(_hall(hall)))) for hall in park.halls],
    }
    return StatedRecord(alone, pools)


Values = Iterable[tuple[str, Stated | None]]


def _known(values: Values) -> Iterator[tuple[str, Stated]]:
    yield from ((key, stated) for key, stated in values if stated is not None)


def _project_values(project: Project, site: Site) -> Values:
    sectors = (project.sector, *project.other_sectors)
    yield "sector", Stated(Item(ids=sectors), [RecordRef("sector", id_) for id_ in sectors])
    parks = project.place.all_parks
    yield "park", Stated(Item(ids=parks), [RecordRef("park", id_) for id_ in parks]) if parks else None
    for name in ("kind", "stage", "status", "decision_time"):
        choice = getattr(project, name)
        since = project.status_on if name == "status" else None
        yield name, Stated(Item(ids=(choice.value,)), [choice], since) if choice else None
    ways = project.cooperation
    yield "cooperation", Stated(Item(ids=tuple(way.value for way in ways)), ways) if ways else None
    yield "investment", _money(project.investment, site)
    yield "financing_sought", _money(project.financing_sought, site)
    for name in ("output", "payback_years", "irr", "jobs"):
        yield name, _claim(getattr(project.returns, name), site)
    yield "land_ready", _area(ready_land(project), project.land_as_of)
    yield "land_reserved", _area(reserved_land(project), project.land_as_of)
    yield "land_area", _area(project.land_area)
    for name in CONDITIONS:
        text = getattr(project.conditions, name)
        yield name, Stated(Item(words=True), [text]) if text else None
    if project.price and project.kind in OWN_PRICE:
        key = OWN_PRICE[project.kind]
        yield key, _offer_price(project.price, key, site)
    yield "verified_on", _date(project.verified_on)


OWN_PRICE = {ProjectKind.LAND: "land_price", ProjectKind.BUILDING: "hall_rent"}
"""The criterion that the price of a project on offer answers."""


def _park_values(park: Park) -> Values:
    yield "sector", Stated(Item(ids=tuple(park.sectors)), [RecordRef("sector", id_) for id_ in park.sectors])
    yield "park", Stated(Item(ids=(park.id,)), [RecordRef("park", park.id)])
    yield "land_ready", _area(ready_land(park), park.land_as_of)
    yield "land_reserved", _area(reserved_land(park), park.land_as_of)
    for utility, prices, records in prices_of(park):
        yield PRICES[utility], Stated(Item(prices.least, prices.most), records)
    yield from _distances(park.distances)
    yield "verified_on", _date(park.verified_on)


def _distances(distances: Sequence[Distance]) -> Values:
    """Yield the nearest destination of each kind."""
    for kind in DestinationKind:
        nearest = min((to for to in distances if to.kind is kind), key=lambda to: to.km, default=None)
        figure = Fraction(nearest.km) if nearest else None
        yield distance_key(kind), Stated(Item(figure, figure), [nearest]) if nearest else None


def _plot(plot: Plot) -> Values:
    yield "plot_area", _area(plot.area)
    yield "plot_from", _partial(plot.available_from)


def _hall(hall: Hall) -> Values:
    yield "hall_area", _area(hall.area)
    yield "hall_height", _number(hall.height_m)
    yield "hall_load", _number(hall.load_t)
    yield "hall_from", _partial(hall.available_from)


def _number(number: Decimal | None) -> Stated | None:
    return None if number is None else Stated(Item(Fraction(number), Fraction(number)), [number])


def _date(day: date) -> Stated:
    return Stated(Item(Fraction(day.toordinal()), Fraction(day.toordinal())), [day])


def _partial(day: PartialDate | None) -> Stated | None:
    if day is None:
        return None
    return Stated(Item(Fraction(day.first.toordinal()), Fraction(day.last.toordinal())), [day])


def _area(area: AreaRange | None, as_of: date | None = None) -> Stated | None:
    if area is None or area.negotiable:
        return None
    low, high = (Fraction(bound.thirds) / 3 if bound else None for bound in (area.low, area.high))
    return Stated(Item(low, high), [area], as_of)


def _money(sum_: MoneyRange | None, site: Site) -> Stated | None:
    bounds = bounds_of(sum_, site)
    if sum_ is None or bounds is None:
        return None
    low = Fraction(bounds.low) if sum_.low else None
    return Stated(Item(low, None if bounds.high is None else Fraction(bounds.high)), [sum_])


def _claim(claim: Claim[QuantityRange[Any]] | None, site: Site) -> Stated | None:
    if claim is None:
        return None
    value = claim.value
    if isinstance(value, MoneyRange):
        stated = _money(value, site)
        return Stated(stated.item, stated.shown, claim.as_of, claim.source) if stated else None
    low, high = (Fraction(bound.number) if bound else None for bound in (value.low, value.high))
    return Stated(Item(low, high), [value], claim.as_of, claim.source)


def _offer_price(price: OfferPrice, key: str, site: Site) -> Stated | None:
    """Return the price of a project, if it is of the kind that the criterion asks for and for a unit of area."""
    value = price.value
    wanted = PriceKind.SALE if key == "land_price" else PriceKind.RENT
    bounds = bounds_of(value.sum, site)
    if price.for_what is not wanted or not value.per or bounds is None:
        return None
    times, parts = SIZES[UNIT_OF[bare(value.per)]]
    factor = Fraction(YEARLY[value.every] if value.every else 1) * parts / times
    low = Fraction(bounds.low) * factor if value.sum.low else None
    return Stated(Item(low, None if bounds.high is None else Fraction(bounds.high) * factor), [price])
