"""Keywords of a record: the short texts by which investors ask for it besides its name."""

from collections.abc import Iterable, Iterator
from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.summary import ProjectSummary
from investment_portal.formatting.values import show
from investment_portal.models.choice import Choice
from investment_portal.models.contact import Contact
from investment_portal.models.park import Park, Price
from investment_portal.models.project import Place
from investment_portal.models.reference_lists import Origin

CHOICES = ("kind", "stage", "cooperation", "status")
"""Fields whose labels are keywords."""

TEXTS = ("subsector", "unit", "role")

Texts = Iterable[str]


def keywords(context: Context, kind: str, record: Any) -> Texts:
    """Return the keywords of a record, each once, names of sectors and parks first."""
    name = record.name.in_(context.language) if hasattr(record, "name") else ""
    lines = dict.fromkeys(line for line in _keywords(context, kind, record) if line and line != name)
    return list(lines)


def _keywords(context: Context, kind: str, record: Any) -> Iterator[str]:
    language, catalog = context.language, context.catalog
    sectors = () if kind == "sector" else _sectors(record)
    yield from (catalog.sectors[id_].name.in_(language) for id_ in sectors if id_ in catalog.sectors)
    yield from (catalog.parks[id_].name.in_(language) for id_ in _parks(record) if id_ in catalog.parks)
    yield from (text.in_(language) for field in TEXTS if (text := getattr(record, field, None)))
    for field in CHOICES:
        yield from _labels(context, getattr(record, field, None))
    yield from _special(context, record)


def _special(context: Context, record: Any) -> Iterator[str]:
    """Yield the keywords that only one kind of record has."""
    if isinstance(record, ProjectSummary):
        texts = [record.place.text, *(promoter.name for promoter in record.all_promoters)]
        yield from (text.in_(context.language) for text in texts if text)
    elif isinstance(record, Park):
        yield from (price_line(context, price) for price in record.prices)
    elif isinstance(record, Contact) and record.regions != "all":
        origins = context.catalog.origins
        for region in (region for region in record.regions if region in origins):
            yield from origin_names(context, origins[region])


def price_line(context: Context, price: Price) -> str:
    """Return a price in words: “工业用地价格：180,000 元/亩”."""
    return context.words("search_price", item=show(price.utility, context.language), price=price_text(context, price))


def price_text(context: Context, price: Price) -> str:
    """Return a price with its unit."""
    return f"{show(price.value, context.language)} {price.unit.in_(context.language)}"


def origin_names(context: Context, origin: Origin) -> list[str]:
    """Return the name of a region, and those of the places in it that readers may type instead."""
    return [origin.name.in_(context.language), *(name.in_(context.language) for name in origin.also)]


def _sectors(record: Any) -> list[str]:
    sectors = getattr(record, "sectors", None)
    if sectors == "all":
        return []
    return list(
        dict.fromkeys([getattr(record, "sector", "") or "", *getattr(record, "other_sectors", ()), *(sectors or ())])
    )


def _parks(record: Any) -> list[str]:
    place = getattr(record, "place", None)
    parks = place.all_parks if isinstance(place, Place) else ()
    return [*parks, getattr(record, "park", None) or ""]


def _labels(context: Context, value: Any) -> Iterator[str]:
    for choice in value if isinstance(value, list) else [value]:
        if isinstance(choice, Choice):
            yield choice.label.in_(context.language)
