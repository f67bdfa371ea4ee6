"""The cost sheet as a part of its page: the questions, and the data of the script."""

from collections.abc import Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.fields import price_text
from investment_portal.components.parts import Part
from investment_portal.domain.costs.prices import prices_of
from investment_portal.domain.costs.sheet import ITEMS
from investment_portal.domain.incentives.declare import declare, plain, yuan_for
from investment_portal.models.park import Park
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.site import enterprise_types
from investment_portal.pages.matcher.links import ADDRESS as MATCHER
from investment_portal.pages.matcher.questions import questions
from investment_portal.pages.matcher.support import support_data

FIELDS = ("land", "hall", "power", "water", "sewage", "gas", "steam", "people", "wage", "investment", "margin")
"""The figures of a plan, as its address names them."""


class Costs(Part):
    """The questions, and the data of the script."""

    component = "costs"
    sectors: Sequence[tuple[str, str]]
    types: Sequence[tuple[str, str]]
    fields: Sequence[tuple[str, str, str]]
    """Each figure: its name, label and example."""
    data: dict[str, Any]


def costs(context: Context) -> Costs:
    """Make the cost sheet as of the day."""
    words, language, catalog = context.words, context.language, context.catalog
    return Costs(
        [(sector.id, sector.name.in_(language)) for sector in catalog.sectors.values()],
        [(type_, name.in_(language)) for type_, name in enterprise_types(catalog.site).items()],
        [(name, words[f"costs_ask_{name}"], words[f"costs_example_{name}"]) for name in FIELDS],
        _data(context),
    )


def cost_terms(context: Context) -> dict[str, Any]:
    """Return the data of a cost sheet besides the support: the prices of each park, the names of the items."""
    first, more = questions(context, declare(context.catalog, context.day))
    parks = [_park(context, park) for park in context.catalog.parks.values() if park.withdrawn is None]
    items = {item: context.words[f"costs_item_{item}"] for item in ITEMS}
    return {"asked": [question.fact for question in (*first, *more)], "parks": parks, "items": items}


def _data(context: Context) -> dict[str, Any]:
    words, catalog = context.words, context.catalog
    package = declare(catalog, context.day)
    currencies = [CNY, *(rate.currency for rate in catalog.site.rates)]
    return {
        **support_data(context, package),
        **cost_terms(context),
        "rates": {currency: str(yuan_for(currency, catalog.site)) for currency in currencies},
        "matcher": context.href(MATCHER),
        "words": words.group("costs_script"),
    }


def _park(context: Context, park: Park) -> dict[str, Any]:
    """Return the prices of a park in base units and as pages write them, each with its day and source."""
    contact = context.catalog.contacts.get(park.contact)
    return {
        "id": park.id,
        "name": park.name.in_(context.language),
        "href": context.record_href("park", park.id),
        "sectors": list(park.sectors),
        "example": park.example,
        "contact": contact.name.in_(context.language) if contact else "",
        "ask": context.record_href("contact", park.contact) if contact else "",
        "prices": {
            utility.value: {**plain(prices), "shown": [price_text(context, price) for price in records]}
            for utility, prices, records in prices_of(park)
        },
    }
